#include "app/session_state.h"
#include "app/settings.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lectern {
namespace {

class SessionStateTest : public testing::Test
{
protected:
    QString file() const { return m_folder.filePath(QStringLiteral("lectern/window.json")); }

    void write(const QByteArray &bytes) const
    {
        QDir().mkpath(m_folder.filePath(QStringLiteral("lectern")));
        QFile out(file());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    QTemporaryDir m_folder;
};

ui::WindowState sample()
{
    return {.geometry = QByteArray("\x01\x00\xff", 3),
            .paneWidths = {200, 300, 500},
            .isSidebarShown = false,
            .areContentsShown = true,
            .recentFolders = {QStringLiteral("/文章"), QStringLiteral("/b")},
            .article = QByteArray("a/\xff.md"),
            .queryLine = QStringLiteral("tag:\"x y\" 科学"),
            .isTextSearched = true,
            .order = {core::SortKey::Title, core::SortDirection::Ascending},
            .zoom = 1.21,
            .theme = ui::ThemeChoice::Sepia,
            .repairs = core::Repairs::all().without(core::Repair::Tables),
            .highlightColour = core::HighlightColour::Blue};
}

TEST_F(SessionStateTest, save_bringsEverythingBack)
{
    ASSERT_TRUE(app::saveSessionState(sample(), file()));

    EXPECT_EQ(app::loadSessionState(file()), sample());
}

TEST_F(SessionStateTest, load_isTheDefault_whenThereIsNoFile)
{
    EXPECT_EQ(app::loadSessionState(file()), ui::WindowState());
}

TEST_F(SessionStateTest, load_survivesEveryTruncation)
{
    ASSERT_TRUE(app::saveSessionState(sample(), file()));
    QFile whole(file());
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();

    for (qsizetype length = 0; length < bytes.size() - 2; ++length) {
        write(bytes.left(length));

        EXPECT_EQ(app::loadSessionState(file()), ui::WindowState()) << length;
    }
}

TEST_F(SessionStateTest, load_ignoresOddValues)
{
    write(
        R"({"version":1,"geometry":7,"paneWidths":"x","recentFolders":[1,"",null,"/a"],)"
        R"("sortKey":99,"sortDirection":-1,"zoom":-4,"theme":"dark","query":[],"highlightColour":4})");

    ui::WindowState expected;
    expected.recentFolders = {QStringLiteral("/a")};
    EXPECT_EQ(app::loadSessionState(file()), expected);
}

TEST_F(SessionStateTest, load_ignoresANewerVersion)
{
    write(R"({"version":2,"query":"x"})");

    EXPECT_EQ(app::loadSessionState(file()), ui::WindowState());
}

TEST_F(SessionStateTest, load_ignoresAHugeFile)
{
    write(R"({"version":1,"query":")" + QByteArray(2 << 20, 'x') + R"("})");

    EXPECT_EQ(app::loadSessionState(file()), ui::WindowState());
}

TEST_F(SessionStateTest, file_isInTheStateFolder)
{
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/some/state");

    EXPECT_EQ(app::sessionStateFile(), QStringLiteral("/some/state/lectern/window.json"));

    qputenv("XDG_STATE_HOME", "relative");
    EXPECT_TRUE(
        app::sessionStateFile().endsWith(QStringLiteral("/.local/state/lectern/window.json")));
    qputenv("XDG_STATE_HOME", before);
}

TEST_F(SessionStateTest, settings_comeBack)
{
    const QString ini = m_folder.filePath(QStringLiteral("lectern.ini"));
    const app::Settings settings{.language = QStringLiteral("zh_CN"),
                                 .mayFetchImages = false,
                                 .zone = QStringLiteral("Asia/Shanghai")};

    app::saveSettings(settings, ini);

    EXPECT_EQ(app::loadSettings(ini), settings);
}

TEST_F(SessionStateTest, settings_haveNoZone_whenItIsUnknown)
{
    const QString ini = m_folder.filePath(QStringLiteral("lectern.ini"));
    app::saveSettings({.language = {}, .zone = QStringLiteral("../../Mars")}, ini);

    EXPECT_EQ(app::loadSettings(ini).zone, QString());
}

TEST_F(SessionStateTest, settings_areTheDefault_whenTheFileIsOdd)
{
    write("\x00\xff[[[\nwindow");

    EXPECT_EQ(app::loadSettings(file()), app::Settings());
}

} // namespace
} // namespace lectern
