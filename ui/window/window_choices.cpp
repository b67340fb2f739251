#include "ui/window/window_choices.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct WindowChoices
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::WindowChoices)

public:
    static constexpr const char *kThemeTip
        = QT_TR_NOOP("The colours of the window and the article");

    struct Theme
    {
        ThemeChoice choice;
        const char *text;
    };

    struct Repair
    {
        core::Repair kind;
        const char *text;
        const char *tip;
    };

    struct Order
    {
        core::SortOrder order;
        const char *text;
    };

    static constexpr Theme kThemes[] = {
        {ThemeChoice::System, QT_TR_NOOP("As the &Desktop")},
        {ThemeChoice::Light, QT_TR_NOOP("&Light")},
        {ThemeChoice::Sepia, QT_TR_NOOP("&Sepia")},
        {ThemeChoice::Dark, QT_TR_NOOP("&Dark")},
    };

    static constexpr Repair kRepairs[] = {
        {core::Repair::Headings, QT_TR_NOOP("&Headings"),
         QT_TR_NOOP("Headings that read as lists, or begin with dashes")},
        {core::Repair::EmptyHeadings, QT_TR_NOOP("&Empty Headings"),
         QT_TR_NOOP("Headings without words")},
        {core::Repair::Images, QT_TR_NOOP("&Images"),
         QT_TR_NOOP("Images inside lines of text, or without an address")},
        {core::Repair::ImageTexts, QT_TR_NOOP("Image &Descriptions"),
         QT_TR_NOOP("Descriptions that only say that there is an image")},
        {core::Repair::Emphasis, QT_TR_NOOP("E&mphasis"),
         QT_TR_NOOP("Asterisks that were left behind")},
        {core::Repair::Tables, QT_TR_NOOP("&Tables"),
         QT_TR_NOOP("Tables with an empty first row, or right below a line of text")},
        {core::Repair::Links, QT_TR_NOOP("&Links"),
         QT_TR_NOOP("Links to places on the site that the article is from")},
        {core::Repair::SourceLine, QT_TR_NOOP("Link to the &Source"),
         QT_TR_NOOP("A last line that only links to the source")},
        {core::Repair::Repetitions, QT_TR_NOOP("&Repetitions"),
         QT_TR_NOOP("Title, summary and picture that the text shows again")},
        {core::Repair::OpenTags, QT_TR_NOOP("&Unclosed HTML"),
         QT_TR_NOOP("Headings, paragraphs and lists that were opened in HTML and never closed")},
    };
    static_assert(std::size(kRepairs) == core::kRepairKinds);

    static constexpr Order kOrders[] = {
        {{core::SortKey::Date, core::SortDirection::Descending}, QT_TR_NOOP("Newest First")},
        {{core::SortKey::Date, core::SortDirection::Ascending}, QT_TR_NOOP("Oldest First")},
        {{core::SortKey::Title, core::SortDirection::Ascending}, QT_TR_NOOP("Title A to Z")},
        {{core::SortKey::Title, core::SortDirection::Descending}, QT_TR_NOOP("Title Z to A")},
        {{core::SortKey::Weight, core::SortDirection::Ascending}, QT_TR_NOOP("By Weight")},
    };
};

QActionGroup *makeGroup(QWidget *window, const QString &name)
{
    auto *group = new QActionGroup(window);
    group->setObjectName(name);
    return group;
}

QAction *addChoice(QActionGroup *group, const QString &text, const QString &tip, int data)
{
    auto *action = new QAction(text, group);
    action->setCheckable(true);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    action->setData(data);
    return action;
}

core::Repair repairOf(const QAction *action)
{
    return static_cast<core::Repair>(action->data().toInt());
}

} // namespace

QActionGroup *makeThemes(QWidget *window)
{
    QActionGroup *group = makeGroup(window, u"themes"_s);
    for (const auto &[choice, text] : WindowChoices::kThemes) {
        addChoice(group, WindowChoices::tr(text), WindowChoices::tr(WindowChoices::kThemeTip),
                  static_cast<int>(choice));
    }
    group->actions().constFirst()->setChecked(true);
    return group;
}

QActionGroup *makeRepairs(QWidget *window)
{
    QActionGroup *group = makeGroup(window, u"repairs"_s);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (const auto &[kind, text, tip] : WindowChoices::kRepairs) {
        addChoice(group, WindowChoices::tr(text), WindowChoices::tr(tip), static_cast<int>(kind))
            ->setChecked(true);
    }
    return group;
}

QActionGroup *makeOrders(QWidget *window)
{
    QActionGroup *group = makeGroup(window, u"orders"_s);
    for (std::size_t row = 0; row < std::size(WindowChoices::kOrders); ++row) {
        addChoice(group, WindowChoices::tr(WindowChoices::kOrders[row].text),
                  WindowChoices::tr("The order of the list"), static_cast<int>(row));
    }
    group->actions().constFirst()->setChecked(true);
    return group;
}

core::SortOrder orderOf(const QAction *action)
{
    return WindowChoices::kOrders[static_cast<std::size_t>(action->data().toInt())].order;
}

void check(QActionGroup *themes, ThemeChoice choice)
{
    for (QAction *action : themes->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
    }
}

void check(QActionGroup *repairs, core::Repairs chosen)
{
    for (QAction *action : repairs->actions()) {
        action->setChecked(chosen.has(repairOf(action)));
    }
}

void check(QActionGroup *orders, core::SortOrder order)
{
    const QList<QAction *> actions = orders->actions();
    const auto found = std::ranges::find(actions, order, orderOf);
    (found == actions.end() ? actions.constFirst() : *found)->setChecked(true);
}

core::Repairs checkedRepairs(const QActionGroup *repairs)
{
    core::Repairs chosen = core::Repairs::none();
    for (const QAction *action : repairs->actions()) {
        chosen = action->isChecked() ? chosen.with(repairOf(action)) : chosen;
    }
    return chosen;
}

} // namespace lectern::ui
