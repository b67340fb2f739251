#include "ui/window/main_menu.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QFile>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

class WindowActionsTest : public testing::Test
{
protected:
    WindowActionsTest() { ui::fillMenuBar(m_window.menuBar(), m_actions); }

    std::map<const QAction *, int> timesInMenus() const
    {
        std::map<const QAction *, int> times;
        for (const QAction *title : m_window.menuBar()->actions()) {
            for (const QAction *action : title->menu()->actions()) {
                ++times[action];
            }
        }
        return times;
    }

    QMainWindow m_window;
    const ui::WindowActions m_actions{&m_window};
};

/// Source and translation of each text of the window's actions.
std::map<QString, QString> chineseTexts()
{
    QFile file(QStringLiteral(LECTERN_SOURCE_DIR "/resources/translations/lectern_zh_CN.ts"));
    const QString text
        = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    const qsizetype start = text.indexOf("<name>lectern::ui::WindowActions</name>"_L1);
    const QString context = text.mid(start, text.indexOf("</context>"_L1, start) - start);
    static const QRegularExpression message(
        u"<source>(.*?)</source>\\s*<translation>(.*?)</translation>"_s);
    std::map<QString, QString> texts;
    for (const QRegularExpressionMatch &match : message.globalMatch(context)) {
        QString source = match.captured(1).replace("&amp;"_L1, "&"_L1);
        texts[source.replace("&apos;"_L1, "'"_L1)] = match.captured(2);
    }
    return texts;
}

TEST_F(WindowActionsTest, eachAction_hasOneRow)
{
    std::set<ui::Action> ids;
    std::set<std::string> names;

    for (const ui::ActionRow &row : ui::actionTable()) {
        EXPECT_TRUE(ids.insert(row.id).second) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(m_actions[row.id]->objectName().toStdString(), row.name);
    }

    EXPECT_EQ(ids.size(), ui::kActionKinds);
}

TEST_F(WindowActionsTest, noKey_doesTwoThings)
{
    std::map<QString, std::string> owners;

    for (const ui::ActionRow &row : ui::actionTable()) {
        for (const QKeySequence &key : m_actions[row.id]->shortcuts()) {
            const auto [owner, isNew] = owners.emplace(key.toString(), row.name);
            EXPECT_FALSE(key.isEmpty()) << row.name << ": " << row.keys;
            EXPECT_TRUE(isNew) << key.toString().toStdString() << ": " << owner->second << " and "
                               << row.name;
        }
    }

    EXPECT_GT(owners.size(), 20U);
}

TEST_F(WindowActionsTest, eachAction_isInOneMenu)
{
    const std::map<const QAction *, int> times = timesInMenus();

    for (const ui::ActionRow &row : ui::actionTable()) {
        EXPECT_EQ(times.count(m_actions[row.id]), 1U) << row.name;
        EXPECT_EQ(times.at(m_actions[row.id]), 1) << row.name;
    }
}

TEST_F(WindowActionsTest, eachAction_hasTextTipAndTheIconThatItNames)
{
    for (const ui::ActionRow &row : ui::actionTable()) {
        const QAction *action = m_actions[row.id];
        EXPECT_FALSE(action->text().isEmpty()) << row.name;
        EXPECT_FALSE(action->toolTip().isEmpty()) << row.name;
        EXPECT_FALSE(action->statusTip().isEmpty()) << row.name;
        const std::string icon = row.icon;
        EXPECT_TRUE(icon.empty()
                    || QFile::exists(u":/icons/%1.svg"_s.arg(QLatin1StringView(row.icon))))
            << row.name << ": " << icon;
    }
}

TEST_F(WindowActionsTest, eachAction_isTranslated)
{
    const std::map<QString, QString> chinese = chineseTexts();

    for (const ui::ActionRow &row : ui::actionTable()) {
        for (const char *text : {row.text, row.tip}) {
            EXPECT_EQ(chinese.count(QString::fromUtf8(text)), 1U) << row.name << ": " << text;
        }
    }
}

TEST_F(WindowActionsTest, submenus_holdTheirChoices)
{
    EXPECT_EQ(m_actions[ui::Action::Themes]->menu()->actions(), m_actions.themes->actions());
    EXPECT_EQ(m_actions[ui::Action::Orders]->menu()->actions(), m_actions.orders->actions());
    EXPECT_EQ(m_actions[ui::Action::Repairs]->menu()->actions(), m_actions.repairs->actions());
}

} // namespace
} // namespace lectern
