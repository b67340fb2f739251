#include "ui/window/action_table.h"

#include <QCoreApplication>

#include <iterator>

namespace lectern::ui {

namespace {

struct Rows
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::WindowActions)

public:
    using enum Action;
    using enum ActionRow::Kind;
    using enum ActionRow::Section;
    using enum ActionRow::Needs;

    static constexpr ActionRow kAll[] = {
        {OpenFolder, "openFolder", QT_TR_NOOP("&Open Folder…"),
         QT_TR_NOOP("Open a folder of Markdown articles"), "folder", "Ctrl+O", Menu::File},
        {RecentFolders, "recentFolders", QT_TR_NOOP("Open &Recent"),
         QT_TR_NOOP("Folders that were open before"), "", "", Menu::File, Same, Submenu},
        {Refresh, "refresh", QT_TR_NOOP("&Refresh"), QT_TR_NOOP("Read the folder again"), "refresh",
         "F5; Ctrl+R", Menu::File},
        {Cancel, "cancel", QT_TR_NOOP("Cancel"), QT_TR_NOOP("Stop reading the folder"), "close",
         "Shift+Esc", Menu::File, Same, Command, Moment},
        {CopyPath, "copyPath", QT_TR_NOOP("Copy the Article's &Path"),
         QT_TR_NOOP("Copy where the open article's file is"), "copy", "Ctrl+Shift+C", Menu::File,
         New, Command, Article},
        {Quit, "quit", QT_TR_NOOP("&Quit"), QT_TR_NOOP("Leave Lectern"), "", "Ctrl+Q", Menu::File,
         New},

        {Action::Search, "search", QT_TR_NOOP("&Search Articles"),
         QT_TR_NOOP("Search the titles and summaries of all articles"), "search",
         "Ctrl+K; /; Ctrl+L", Menu::Search, Same, Command, Library},
        {TextSearch, "textSearch", QT_TR_NOOP("Search &Text Too"),
         QT_TR_NOOP("Search the whole text of the articles too, not only titles and summaries"),
         "text", "Ctrl+Shift+F", Menu::Search, Same, Switch},
        {Clear, "clear", QT_TR_NOOP("&Clear Search"),
         QT_TR_NOOP("Close the find bar, take the marks away, or show all articles"), "close",
         "Esc", Menu::Search},
        {SaveSearch, "saveSearch", QT_TR_NOOP("Sa&ve This Search…"),
         QT_TR_NOOP("Keep this search in the sidebar"), "save", "Ctrl+D", Menu::Search, Same,
         Command, Moment},
        {Find, "find", QT_TR_NOOP("&Find in Article…"),
         QT_TR_NOOP("Find words in the open article"), "search", "Ctrl+F", Menu::Search, New,
         Command, Article},
        {FindNext, "findNext", QT_TR_NOOP("Find &Next"),
         QT_TR_NOOP("The next place in the article"), "down", "F3; Ctrl+G", Menu::Search, Same,
         Command, Article},
        {FindPrevious, "findPrevious", QT_TR_NOOP("Find &Previous"),
         QT_TR_NOOP("The place before in the article"), "up", "Shift+F3; Ctrl+Shift+G",
         Menu::Search, Same, Command, Article},

        {Sidebar, "sidebar", QT_TR_NOOP("&Sidebar"),
         QT_TR_NOOP("Show or hide categories, tags and languages"), "", "F9", Menu::View, Same,
         Switch},
        {Contents, "contents", QT_TR_NOOP("Cont&ents"),
         QT_TR_NOOP("Show or hide the headings of the open article"), "contents", "T", Menu::View,
         Same, Switch, Article},
        {FullScreen, "fullScreen", QT_TR_NOOP("F&ull Screen"),
         QT_TR_NOOP("Use the whole screen, or leave it"), "", "F11", Menu::View, Same, Switch},
        {ZoomIn, "zoomIn", QT_TR_NOOP("Zoom &In"), QT_TR_NOOP("Larger text"), "",
         "Ctrl++; Ctrl+=", Menu::View, New},
        {ZoomOut, "zoomOut", QT_TR_NOOP("Zoom &Out"), QT_TR_NOOP("Smaller text"), "", "Ctrl+-",
         Menu::View},
        {ZoomReset, "zoomReset", QT_TR_NOOP("&Normal Size"), QT_TR_NOOP("Text in its normal size"),
         "", "Ctrl+0", Menu::View},
        {Themes, "themes", QT_TR_NOOP("&Colours"),
         QT_TR_NOOP("The colours of the window and the article"), "", "", Menu::View, New, Submenu},
        {Orders, "orders", QT_TR_NOOP("S&ort"), QT_TR_NOOP("The order of the list"), "", "",
         Menu::View, Same, Submenu},
        {Repairs, "repairs", QT_TR_NOOP("&Repairs"),
         QT_TR_NOOP("What is mended when an article is shown"), "", "", Menu::View, Same, Submenu},
        {AsWritten, "asWritten", QT_TR_NOOP("Show as &Written"),
         QT_TR_NOOP("Show the article without repairs"), "", "Ctrl+U", Menu::View, Same, Switch},
        {Problems, "problems", QT_TR_NOOP("&Problems…"),
         QT_TR_NOOP("What is wrong in the articles of this folder"), "problem", "Ctrl+Shift+P",
         Menu::View, Same, Command, Library},
        {Statistics, "statistics", QT_TR_NOOP("S&tatistics…"),
         QT_TR_NOOP("How much you read in this folder, by day, category and site"), "calendar",
         "Ctrl+Shift+S", Menu::View, Same, Command, Moment},
        {Highlights, "highlights", QT_TR_NOOP("&Highlights…"),
         QT_TR_NOOP("All highlights and notes of this folder: find, open and export them"),
         "highlight", "Ctrl+Shift+H", Menu::View, Same, Command, Moment},

        {MarkRead, "markRead", QT_TR_NOOP("Mark as &Read or Unread"),
         QT_TR_NOOP("Mark the chosen articles as read, or as unread where all of them are read"),
         "included", "M", Menu::Article, Same, Command, Moment},
        {Star, "star", QT_TR_NOOP("&Star"),
         QT_TR_NOOP("Star the chosen articles, or take the stars from them"), "star", "S",
         Menu::Article, Same, Command, Moment},
        {Labels, "labels", QT_TR_NOOP("&Labels…"),
         QT_TR_NOOP("Give the chosen articles labels of your own, or take labels from them"), "tag",
         "L", Menu::Article, Same, Command, Moment},
        {Changes, "changes", QT_TR_NOOP("What &Changed…"),
         QT_TR_NOOP("What changed in the open article since you read it"), "", "Shift+C",
         Menu::Article, Same, Command, Moment},
        {MarkAllRead, "markAllRead", QT_TR_NOOP("Mark &All in the List as Read"),
         QT_TR_NOOP("Mark every article that the list shows as read"), "", "Shift+M", Menu::Article,
         New, Command, Moment},
        {MarkAboveRead, "markAboveRead", QT_TR_NOOP("Mark A&bove as Read"),
         QT_TR_NOOP("Mark every article above the chosen ones in the list as read"), "",
         "Alt+Shift+Up", Menu::Article, Same, Command, Moment},
        {MarkBelowRead, "markBelowRead", QT_TR_NOOP("Mark B&elow as Read"),
         QT_TR_NOOP("Mark every article below the chosen ones in the list as read"), "",
         "Alt+Shift+Down", Menu::Article, Same, Command, Moment},
        {Highlight, "highlight", QT_TR_NOOP("&Highlight"),
         QT_TR_NOOP("Highlight the selected words in the colour that was used last"), "highlight",
         "H", Menu::Article, New, Command, Moment},
        {Note, "note", QT_TR_NOOP("&Note…"),
         QT_TR_NOOP("Highlight the selected words with a note, or change the note of a highlight"),
         "note", "N", Menu::Article, Same, Command, Moment},
        {CopyCitation, "copyCitation", QT_TR_NOOP("&Copy with Citation"),
         QT_TR_NOOP("Copy the selected words with the article's title, source and date"), "copy",
         "Ctrl+Alt+C", Menu::Article, Same, Command, Moment},
        {Undo, "undo", QT_TR_NOOP("&Undo"), QT_TR_NOOP("Take back what was done to articles last"),
         "", "Ctrl+Z", Menu::Article, New, Command, Moment},

        {Back, "back", QT_TR_NOOP("&Back"), QT_TR_NOOP("The article shown before"), "back",
         "Alt+Left", Menu::Go, Same, Command, Moment},
        {Forward, "forward", QT_TR_NOOP("&Forward"), QT_TR_NOOP("The article shown after"),
         "forward", "Alt+Right", Menu::Go, Same, Command, Moment},
        {NextArticle, "nextArticle", QT_TR_NOOP("&Next Article"),
         QT_TR_NOOP("The article below in the list"), "down", "J; Alt+Down", Menu::Go, New, Command,
         Library},
        {PreviousArticle, "previousArticle", QT_TR_NOOP("&Previous Article"),
         QT_TR_NOOP("The article above in the list"), "up", "K; Alt+Up", Menu::Go, Same, Command,
         Library},

        {About, "about", QT_TR_NOOP("&About Lectern"), QT_TR_NOOP("What this program is"), "", "",
         Menu::Help},
    };
};

static_assert(std::size(Rows::kAll) == kActionKinds);

} // namespace

std::span<const ActionRow> actionTable()
{
    return Rows::kAll;
}

} // namespace lectern::ui
