#include "ui/search/article_filter.h"

#include "ui/common/icons.h"
#include "ui/common/quiet_label.h"
#include "ui/search/article_results.h"
#include "ui/search/query_explanation.h"
#include "ui/search/query_text.h"
#include "ui/search/search_completer.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// Without the arrow of a button that has a menu. A style sheet that hides it would also keep the
/// palette of the window away.
class PlainMenuButton final : public QToolButton
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.features.setFlag(QStyleOptionToolButton::HasMenu, false);
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }
};

QLabel *makeHint(const QString &name)
{
    auto *hint = new QLabel;
    hint->setObjectName(name);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    hint->hide();
    return hint;
}

} // namespace

ArticleFilter::ArticleFilter(const ArticleResults &results, QMenu *sortMenu, QAction *textSearch,
                             QAction *saveSearch, QWidget *parent)
    : QWidget(parent)
    , m_results(results)
    , m_field(new QLineEdit)
    , m_save(nullptr)
    , m_sort(new PlainMenuButton)
    , m_hits(new QLabel)
    , m_explanation(new QuietLabel)
    , m_hint(makeHint(u"searchHint"_s))
    , m_textHint(makeHint(u"textHint"_s))
{
    m_field->setObjectName(u"search"_s);
    m_field->setAccessibleName(tr("Search"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(u"search"_s, m_field), QLineEdit::LeadingPosition);
    m_field->setMinimumHeight(32);
    m_field->installEventFilter(this);
    // Whoever follows the line comes before the completer, which looks at what it means.
    connect(m_field, &QLineEdit::textEdited, this, &ArticleFilter::lineEdited);
    new SearchCompleter(m_field, m_results); // its keys come first
    m_save = m_field->addAction(icon(u"save"_s, m_field), QLineEdit::TrailingPosition);
    m_save->setToolTip(saveSearch->toolTip());
    m_save->setVisible(false);
    connect(m_save, &QAction::triggered, saveSearch, &QAction::trigger);
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString &line) { m_save->setVisible(!line.trimmed().isEmpty()); });
    m_sort->setObjectName(u"sort"_s);
    m_sort->setIcon(icon(u"sort"_s, m_sort));
    m_sort->setMenu(sortMenu);
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setAutoRaise(true);
    m_sort->setToolTip(tr("Sort the list"));
    m_sort->setAccessibleName(tr("Sort"));
    m_hits->setObjectName(u"hits"_s);
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    m_textHint->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QToolButton;
    texts->setObjectName(u"textSearchButton"_s);
    texts->setDefaultAction(textSearch);
    texts->setAutoRaise(true);
    texts->setAccessibleName(textSearch->text().remove(u'&'));
    m_explanation->setObjectName(u"searchExplanation"_s);

    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_field, 1);
    line->addWidget(texts);
    line->addWidget(m_sort);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_hits);
    layout->addWidget(m_explanation);
    layout->addWidget(m_hint);
    layout->addWidget(m_textHint);
    showWhatIsSearched(textSearch->isChecked());
    connect(textSearch, &QAction::toggled, this, &ArticleFilter::showWhatIsSearched);
    connect(m_field, &QLineEdit::returnPressed, this, &ArticleFilter::leaveRequested);
}

void ArticleFilter::showResults()
{
    const QString line = m_results.line();
    if (line != m_field->text()) { // setText would move the cursor of who is typing
        m_field->setText(line);
    }
    showHits(static_cast<int>(m_results.rows().size()), m_results.total());
    m_explanation->showText(queryExplanation(m_results.query()));
    showHint(queryHint(m_results.query()));
}

void ArticleFilter::showHits(int found, int total)
{
    const QString all = tr("%Ln article(s)", nullptr, total);
    m_hits->setText(found == total ? all : tr("%1 of %2").arg(QLocale().toString(found), all));
}

void ArticleFilter::showHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

void ArticleFilter::setTextHint(const QString &text)
{
    m_textHint->setText(text);
    m_textHint->setVisible(!text.isEmpty());
}

void ArticleFilter::showWhatIsSearched(bool isTextSearched)
{
    m_field->setPlaceholderText(isTextSearched ? tr("Search titles, summaries and text")
                                               : tr("Search titles and summaries"));
}

void ArticleFilter::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool ArticleFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        emit leaveRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lectern::ui
