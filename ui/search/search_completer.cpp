#include "ui/search/search_completer.h"

#include "ui/common/appearance.h"
#include "ui/common/qt_text.h"
#include "ui/search/article_results.h"
#include "ui/search/query_explanation.h"
#include "ui/search/suggestion_delegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShownRows = 8;
constexpr int kMinWidth = 280;
constexpr int kTextRole = Qt::UserRole + 1; ///< what goes into the line

QString hintOf(const core::QueryCompletion &choice)
{
    return choice.articles > 0 ? QLocale().toString(choice.articles)
                               : queryExplanation(choice.example);
}

} // namespace

SearchCompleter::SearchCompleter(QLineEdit *field, const ArticleResults &results)
    : QObject(field)
    , m_field(field)
    , m_results(results)
{
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this,
            [this] { suggest(core::CompletionTrigger::Typing); });
    connect(field, &QLineEdit::cursorPositionChanged, this, [this](int, int position) {
        if (isOpen() && (position < m_start || position > m_end)) {
            close();
        }
    });
}

bool SearchCompleter::isOpen() const
{
    return m_list != nullptr && m_list->isVisible();
}

void SearchCompleter::suggest(core::CompletionTrigger trigger)
{
    const core::Query &query = m_results.query();
    const std::size_t cursor = m_field->text().left(m_field->cursorPosition()).toStdString().size();
    const core::QueryCompletions found = core::completeQuery(
        m_results.library().get(), query, cursor, trigger, m_results.labelNames());
    if (found.choices.empty()) {
        close();
        return;
    }
    const auto characters = [&query](std::size_t bytes) {
        return static_cast<int>(toQString(std::string_view(query.line).substr(0, bytes)).size());
    };
    m_start = characters(found.start);
    m_end = characters(found.end);
    show(found);
}

void SearchCompleter::makeList()
{
    m_list = new QListView(m_field->window());
    m_model = new QStandardItemModel(m_list);
    m_list->setModel(m_model);
    m_list->setObjectName(u"suggestions"_s);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setItemDelegate(new SuggestionDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keys
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalScrollBar()->setStyleSheet(quietScrollBarStyle());
    m_list->setFrameShape(QFrame::Box);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { take(index.row()); });
}

void SearchCompleter::show(const core::QueryCompletions &completions)
{
    if (m_list == nullptr) {
        makeList();
    }
    m_model->clear();
    const bool isField = completions.kind == core::QueryCompletions::Kind::Keywords;
    for (const core::QueryCompletion &choice : completions.choices) {
        const QString name = toQString(choice.name);
        auto *item = new QStandardItem(isField ? name + u':' : name);
        item->setData(toQString(choice.text), kTextRole);
        item->setData(hintOf(choice), SuggestionDelegate::HintRole);
        m_model->appendRow(item);
    }
    place();
    m_list->show();
    m_list->raise();
    m_list->scrollToTop();
}

/// Under the field, within the window.
void SearchCompleter::place()
{
    const QWidget *window = m_field->window();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + 2));
    const int rows = std::min(m_model->rowCount(), kShownRows);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    const int width = std::max(m_field->width(), kMinWidth);
    const int left = std::min(below.x(), window->width() - width);
    m_list->setGeometry(std::max(left, 0), below.y(), width,
                        std::min(height, window->height() - below.y()));
}

void SearchCompleter::close()
{
    if (m_list != nullptr) {
        m_list->hide();
    }
}

void SearchCompleter::choose(int step)
{
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + step
        : step > 0                                   ? 0
                                                     : rows - 1;
    m_list->setCurrentIndex(m_model->index((row + rows) % rows, 0));
}

void SearchCompleter::take(int row)
{
    const QString text = m_model->index(row, 0).data(kTextRole).toString();
    const bool isField = text.endsWith(u':');
    const bool isAtEnd = m_end == m_field->text().size();
    close();
    // Selecting moves the cursor, which asks for suggestions of its own only when text follows.
    m_field->setSelection(m_start, m_end - m_start);
    m_field->insert(isField || !isAtEnd ? text : text + u' ');
    if (!isField) {
        close();
    }
}

bool SearchCompleter::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        suggest(core::CompletionTrigger::Asked);
        return true;
    }
    if (!isOpen()) {
        return false;
    }
    const QModelIndex current = m_list->currentIndex();
    switch (key) {
    case Qt::Key_Down:
        choose(1);
        return true;
    case Qt::Key_Up:
        choose(-1);
        return true;
    case Qt::Key_Tab:
        take(current.isValid() ? current.row() : 0);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid()) {
            take(current.row());
            return true;
        }
        close();
        return false;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool SearchCompleter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // before the window takes Esc for its own
        if (isOpen() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers())) {
            return true;
        }
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
        close();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lectern::ui
