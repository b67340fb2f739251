#include "ui/window/window_actions.h"

#include "core/markdown/repairs.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QWidget>

#include <array>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct ActionText
{
    QString name; ///< object name, for tests and assistive tools
    QString text;
    QString tip;
    QString icon;
};

QAction *makeAction(QWidget *window, const ActionText &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text.text, window);
    action->setObjectName(text.name);
    if (!text.icon.isEmpty()) {
        action->setIcon(icon(text.icon));
    }
    action->setShortcuts(keys);
    action->setStatusTip(text.tip);
    const QString keyText
        = keys.isEmpty() ? QString() : keys.constFirst().toString(QKeySequence::NativeText);
    action->setToolTip(keyText.isEmpty() ? text.tip : u"%1 (%2)"_s.arg(text.tip, keyText));
    window->addAction(action);
    return action;
}

QAction *makeCheckable(QWidget *window, const ActionText &text, const QList<QKeySequence> &keys)
{
    QAction *action = makeAction(window, text, keys);
    action->setCheckable(true);
    return action;
}

QActionGroup *makeChoices(QWidget *window, const QString &name, const QStringList &texts,
                          const QString &tip)
{
    auto *group = new QActionGroup(window);
    group->setObjectName(name);
    for (const QString &text : texts) {
        auto *action = new QAction(text, group);
        action->setCheckable(true);
        action->setStatusTip(tip);
        action->setToolTip(tip);
        action->setData(group->actions().size() - 1);
    }
    group->actions().constFirst()->setChecked(true);
    return group;
}

/// One for each core::Repair, all switched on.
QActionGroup *makeRepairs(QWidget *window, const QStringList &texts, const QStringList &tips)
{
    auto *group = new QActionGroup(window);
    group->setObjectName(u"repairs"_s);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        auto *action = new QAction(texts.at(i), group);
        action->setCheckable(true);
        action->setChecked(true);
        action->setStatusTip(tips.at(i));
        action->setToolTip(tips.at(i));
        action->setData(i);
    }
    Q_ASSERT(std::size_t(texts.size()) == core::kRepairKinds);
    return group;
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : openFolder(makeAction(window,
                            {u"openFolder"_s, tr("&Open Folder…"),
                             tr("Open a folder of Markdown articles"), u"folder"_s},
                            {QKeySequence::Open}))
    , refresh(makeAction(window,
                         {u"refresh"_s, tr("&Refresh"), tr("Read the folder again"), u"refresh"_s},
                         {Qt::Key_F5, Qt::CTRL | Qt::Key_R}))
    , cancel(makeAction(window,
                        {u"cancel"_s, tr("Cancel"), tr("Stop reading the folder"), u"close"_s},
                        {Qt::SHIFT | Qt::Key_Escape}))
    , quit(makeAction(window, {u"quit"_s, tr("&Quit"), tr("Leave Lectern"), {}},
                      {Qt::CTRL | Qt::Key_Q}))
    , search(makeAction(window,
                        {u"search"_s, tr("&Search Articles"),
                         tr("Search the titles and summaries of all articles"), u"search"_s},
                        {Qt::CTRL | Qt::Key_K, Qt::Key_Slash, Qt::CTRL | Qt::Key_L}))
    , textSearch(makeCheckable(
          window,
          {u"textSearch"_s, tr("Search &Text Too"),
           tr("Search the whole text of the articles too, not only titles and summaries"),
           u"text"_s},
          {Qt::CTRL | Qt::SHIFT | Qt::Key_F}))
    , clear(makeAction(window,
                       {u"clear"_s, tr("&Clear Search"),
                        tr("Close the find bar, take the marks away, or show all articles"),
                        u"close"_s},
                       {Qt::Key_Escape}))
    , saveSearch(makeAction(window,
                            {u"saveSearch"_s, tr("Sa&ve This Search…"),
                             tr("Keep this search in the sidebar"), u"save"_s},
                            {Qt::CTRL | Qt::Key_D}))
    , find(makeAction(
          window,
          {u"find"_s, tr("&Find in Article…"), tr("Find words in the open article"), u"search"_s},
          {Qt::CTRL | Qt::Key_F}))
    , findNext(makeAction(
          window, {u"findNext"_s, tr("Find &Next"), tr("The next place in the article"), u"down"_s},
          {Qt::Key_F3, Qt::CTRL | Qt::Key_G}))
    , findPrevious(makeAction(
          window,
          {u"findPrevious"_s, tr("Find &Previous"), tr("The place before in the article"), u"up"_s},
          {Qt::SHIFT | Qt::Key_F3, Qt::CTRL | Qt::SHIFT | Qt::Key_G}))
    , back(makeAction(window, {u"back"_s, tr("&Back"), tr("The article shown before"), u"back"_s},
                      {Qt::ALT | Qt::Key_Left}))
    , forward(makeAction(
          window, {u"forward"_s, tr("&Forward"), tr("The article shown after"), u"forward"_s},
          {Qt::ALT | Qt::Key_Right}))
    , nextArticle(makeAction(
          window,
          {u"nextArticle"_s, tr("&Next Article"), tr("The article below in the list"), u"down"_s},
          {Qt::Key_J, Qt::ALT | Qt::Key_Down}))
    , previousArticle(makeAction(window,
                                 {u"previousArticle"_s, tr("&Previous Article"),
                                  tr("The article above in the list"), u"up"_s},
                                 {Qt::Key_K, Qt::ALT | Qt::Key_Up}))
    , zoomIn(makeAction(window, {u"zoomIn"_s, tr("Zoom &In"), tr("Larger text"), {}},
                        {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}))
    , zoomOut(makeAction(window, {u"zoomOut"_s, tr("Zoom &Out"), tr("Smaller text"), {}},
                         {Qt::CTRL | Qt::Key_Minus}))
    , zoomReset(makeAction(window,
                           {u"zoomReset"_s, tr("&Normal Size"), tr("Text in its normal size"), {}},
                           {Qt::CTRL | Qt::Key_0}))
    , fullScreen(makeCheckable(
          window,
          {u"fullScreen"_s, tr("F&ull Screen"), tr("Use the whole screen, or leave it"), {}},
          {Qt::Key_F11}))
    , sidebar(makeCheckable(
          window,
          {u"sidebar"_s, tr("&Sidebar"), tr("Show or hide categories, tags and languages"), {}},
          {Qt::Key_F9}))
    , asWritten(makeCheckable(
          window,
          {u"asWritten"_s, tr("Show as &Written"), tr("Show the article without repairs"), {}},
          {Qt::CTRL | Qt::Key_U}))
    , problems(makeAction(window,
                          {u"problems"_s, tr("&Problems…"),
                           tr("What is wrong in the articles of this folder"), u"problem"_s},
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_P}))
    , about(makeAction(window, {u"about"_s, tr("&About Lectern"), tr("What this program is"), {}},
                       {}))
    , themes(makeChoices(window, u"themes"_s,
                         {tr("As the &Desktop"), tr("&Light"), tr("&Sepia"), tr("&Dark")},
                         tr("The colours of the window and the article")))
    , repairs(makeRepairs(
          window,
          {tr("&Headings"), tr("&Empty Headings"), tr("&Images"), tr("Image &Descriptions"),
           tr("E&mphasis"), tr("&Tables"), tr("&Links"), tr("Link to the &Source"),
           tr("&Repetitions")},
          {tr("Headings that read as lists, or begin with dashes"), tr("Headings without words"),
           tr("Images inside lines of text, or without an address"),
           tr("Descriptions that only say that there is an image"),
           tr("Asterisks that were left behind"), tr("Tables with an empty first row"),
           tr("Links to places on the site that the article is from"),
           tr("A last line that only links to the source"),
           tr("Title, summary and picture that the text shows again")}))
    , orders(makeChoices(
          window, u"orders"_s,
          {tr("Newest First"), tr("Oldest First"), tr("Title A to Z"), tr("Title Z to A")},
          tr("The order of the list")))
{
    sidebar->setChecked(true);
    cancel->setEnabled(false);
    saveSearch->setEnabled(false);
    back->setEnabled(false);
    forward->setEnabled(false);
}

QList<QAction *> WindowActions::all() const
{
    QList<QAction *> list
        = {openFolder,      refresh, cancel,   quit,         search,     textSearch, clear,
           saveSearch,      find,    findNext, findPrevious, back,       forward,    nextArticle,
           previousArticle, zoomIn,  zoomOut,  zoomReset,    fullScreen, sidebar,    asWritten,
           problems,        about};
    list += themes->actions();
    list += repairs->actions();
    list += orders->actions();
    return list;
}

ReadingActions WindowActions::ofReading() const
{
    return {.back = back,
            .forward = forward,
            .previousArticle = previousArticle,
            .nextArticle = nextArticle,
            .find = find,
            .findPrevious = findPrevious,
            .findNext = findNext,
            .asWritten = asWritten,
            .repairs = repairs};
}

} // namespace lectern::ui
