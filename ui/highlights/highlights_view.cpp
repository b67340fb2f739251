#include "ui/highlights/highlights_view.h"

#include "ui/common/highlight_colour.h"
#include "ui/common/icons.h"
#include "ui/common/qt_text.h"
#include "ui/common/state_page.h"
#include "ui/highlights/highlight_exporter.h"
#include "ui/highlights/highlight_list_view.h"
#include "ui/session/reading_states.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRefreshDelayMs = 100;
constexpr int kComboLetters = 12;

enum Page { Nothing, List, NoMatch };

/// As wide as its words at most, and narrower where there is no room.
QComboBox *makeCombo(const QString &name, const QString &accessibleName)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setAccessibleName(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(kComboLetters);
    return combo;
}

} // namespace

HighlightsView::HighlightsView(ReadingStates &states, QAction *undo, QWidget *parent)
    : QDialog(parent)
    , m_states(states)
    , m_undo(undo)
    , m_model(new HighlightListModel(this))
    , m_words(new QLineEdit)
    , m_colour(makeCombo(u"highlightColour"_s, tr("Colour")))
    , m_article(makeCombo(u"highlightArticle"_s, tr("Article")))
    , m_order(makeCombo(u"highlightOrder"_s, tr("Order")))
    , m_said(new QLabel)
    , m_pages(new QStackedWidget)
    , m_list(new HighlightListView)
    , m_showAll(new QAction(tr("Show All Highlights"), this))
    , m_exporter(new HighlightExporter(this))
{
    setObjectName(u"highlightsView"_s);
    setWindowTitle(tr("Highlights"));
    resize(640, 620);
    addAction(undo); // its key works here too
    makeFilter();
    makePages();
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_colour);
    filters->addWidget(m_article, 1);
    filters->addWidget(m_order);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_words);
    layout->addLayout(filters);
    layout->addWidget(m_said);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeButtons());
    connectParts();
    updatePages();
}

void HighlightsView::makeFilter()
{
    m_words->setObjectName(u"highlightFilter"_s);
    m_words->setPlaceholderText(tr("Filter by quote, note or title"));
    m_words->setAccessibleName(tr("Filter"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumHeight(32);
    m_words->setTextMargins(6, 0, 6, 0);
    m_colour->addItem(tr("All colours"), -1);
    for (const core::HighlightColour colour : kHighlightColours) {
        m_colour->addItem(highlightDot(colour), highlightColourName(colour),
                          static_cast<int>(colour));
    }
    m_order->addItem(tr("Newest first"), static_cast<int>(HighlightOrder::Date));
    m_order->addItem(tr("By article"), static_cast<int>(HighlightOrder::Article));
    m_said->setObjectName(u"highlightsSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setForegroundRole(QPalette::PlaceholderText);
}

void HighlightsView::makePages()
{
    m_list->setModel(m_model);
    auto *nothing = new StatePage;
    nothing->show({.icon = u"highlight"_s,
                   .title = tr("No highlights yet"),
                   .text = tr("Select words in an article and press H to highlight them, or N to "
                              "add a note. All of them are listed here."),
                   .actions = {}});
    auto *noMatch = new StatePage;
    noMatch->show({.icon = u"search"_s,
                   .title = tr("No highlight matches"),
                   .text = tr("Look for fewer words, or for every colour and article."),
                   .actions = {m_showAll}});
    m_pages->insertWidget(Nothing, nothing);
    m_pages->insertWidget(List, m_list);
    m_pages->insertWidget(NoMatch, noMatch);
}

QWidget *HighlightsView::makeButtons()
{
    m_open = new QPushButton(tr("&Open"));
    m_delete = new QPushButton(icon(u"delete"_s, this), tr("&Delete"));
    m_export = makeExportButton();
    auto *undo = new QToolButton;
    undo->setObjectName(u"undoHighlights"_s);
    undo->setDefaultAction(m_undo);
    undo->setToolButtonStyle(Qt::ToolButtonTextOnly);
    undo->setAutoRaise(true);
    auto *close = new QPushButton(tr("Close"));
    m_open->setObjectName(u"openHighlight"_s);
    m_delete->setObjectName(u"deleteHighlights"_s);
    connect(m_open, &QPushButton::clicked, this, [this] { open(m_list->currentIndex()); });
    connect(m_delete, &QPushButton::clicked, this, &HighlightsView::deleteChosen);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_open, m_delete, m_export, close}) {
        button->setAutoDefault(false);
    }
    row->addWidget(m_open);
    row->addWidget(m_delete);
    row->addWidget(undo);
    row->addStretch(1);
    row->addWidget(m_export);
    row->addWidget(close);
    return buttons;
}

QPushButton *HighlightsView::makeExportButton()
{
    auto *button = new QPushButton(icon(u"export"_s, this), tr("&Export"));
    button->setObjectName(u"exportHighlights"_s);
    auto *menu = new QMenu(button);
    const auto add = [&](const QString &name, const QString &text, Scope scope) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, scope] {
            m_exporter->ask({m_model->library(), m_model->states(), highlightsIn(scope)});
        });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, scope] { action->setEnabled(!highlightsIn(scope).empty()); });
    };
    add(u"exportSelected"_s, tr("&Selected Highlights…"), Scope::Selected);
    add(u"exportListed"_s, tr("&Listed Highlights…"), Scope::Listed);
    add(u"exportAll"_s, tr("&All Highlights of the Folder…"), Scope::All);
    button->setMenu(menu);
    return button;
}

void HighlightsView::connectParts()
{
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(kRefreshDelayMs);
    connect(&m_refreshSoon, &QTimer::timeout, this, &HighlightsView::refresh);
    connect(&m_states, &ReadingStates::changed, this, [this] {
        if (isVisible() && !m_refreshSoon.isActive()) {
            m_refreshSoon.start();
        }
    });
    connect(m_words, &QLineEdit::textChanged, this, &HighlightsView::applyFilter);
    connect(m_words, &QLineEdit::returnPressed, m_list, [this] {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid()) {
            m_list->setCurrentIndex(m_model->index(0));
        }
    });
    connect(m_colour, &QComboBox::currentIndexChanged, this, &HighlightsView::applyFilter);
    connect(m_article, &QComboBox::currentIndexChanged, this, &HighlightsView::applyFilter);
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setOrder(static_cast<HighlightOrder>(m_order->currentData().toInt()));
        m_list->scrollToTop();
    });
    connect(m_exporter, &HighlightExporter::exported, this, [this](const QString &file, int count) {
        m_said->setText(tr("%Ln highlight(s) written to %1", nullptr, count)
                            .arg(QDir::toNativeSeparators(file)));
    });
    connect(m_showAll, &QAction::triggered, this, &HighlightsView::showAll);
    connect(m_list, &HighlightListView::opened, this, &HighlightsView::open);
    connect(m_list, &HighlightListView::deleteRequested, this, &HighlightsView::deleteChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HighlightsView::updateButtons);
}

void HighlightsView::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
    m_words->setFocus();
}

void HighlightsView::refresh()
{
    if (m_model->setStates(m_states.library(), m_states.snapshot())) {
        fillArticles();
        updatePages();
    }
}

/// The chosen one stays while it has highlights.
void HighlightsView::fillArticles()
{
    const QVariant chosen = m_article->currentData();
    {
        const QSignalBlocker quiet(m_article);
        m_article->clear();
        m_article->addItem(tr("All articles"), 0);
        for (const HighlightListModel::Article &article : m_model->articles()) {
            m_article->addItem(
                u"%1 (%2)"_s.arg(article.title, QLocale().toString(article.highlights)),
                static_cast<qlonglong>(article.id));
        }
        m_article->setCurrentIndex(std::max(0, m_article->findData(chosen)));
    }
    applyFilter();
}

void HighlightsView::applyFilter()
{
    HighlightFilter filter{m_words->text(), std::nullopt, m_article->currentData().toLongLong()};
    const int colour = m_colour->currentData().toInt();
    if (colour >= 0) {
        filter.colour = static_cast<core::HighlightColour>(colour);
    }
    m_model->setFilter(filter);
    updatePages();
}

void HighlightsView::showAll()
{
    m_words->clear();
    m_colour->setCurrentIndex(0);
    m_article->setCurrentIndex(0);
}

void HighlightsView::updatePages()
{
    const int all = static_cast<int>(m_model->all().size());
    const int listed = m_model->rowCount();
    m_pages->setCurrentIndex(all == 0 ? Nothing : listed == 0 ? NoMatch : List);
    sayCount(listed, all);
    for (QWidget *filter : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_colour),
                            static_cast<QWidget *>(m_article), static_cast<QWidget *>(m_order)}) {
        filter->setEnabled(all > 0);
    }
    updateButtons();
}

/// What was said of something else stays until the count is another.
void HighlightsView::sayCount(int listed, int all)
{
    const QLocale locale;
    QString count = all == listed
        ? tr("%Ln highlight(s)", nullptr, all)
        : tr("%1 of %2 highlights").arg(locale.toString(listed), locale.toString(all));
    if (count != m_count) {
        m_count = std::move(count);
        m_said->setText(all == 0 ? QString() : m_count);
    }
}

void HighlightsView::updateButtons()
{
    const bool isAny = m_list->selectionModel()->hasSelection();
    m_open->setEnabled(isAny);
    m_delete->setEnabled(isAny && m_states.isKept());
    m_export->setEnabled(!m_model->all().empty());
}

void HighlightsView::open(const QModelIndex &index)
{
    const QByteArray path = index.data(HighlightListModel::PathRole).toByteArray();
    if (!path.isEmpty()) {
        emit highlightRequested(path, m_model->highlightAt(index).id);
    } else if (index.isValid()) {
        m_said->setText(tr("Its article is not in the folder now. “Unplaced” in the sidebar shows "
                           "what can be done."));
    }
}

void HighlightsView::deleteChosen()
{
    std::vector<core::Highlight> highlights;
    for (const QModelIndex &index : m_list->chosen()) {
        highlights.push_back(m_model->highlightAt(index));
    }
    if (!highlights.empty()) {
        m_states.removeHighlights(std::move(highlights));
    }
}

std::vector<core::ListedHighlight> HighlightsView::highlightsIn(Scope scope) const
{
    switch (scope) {
    case Scope::Listed:
        return m_model->shown();
    case Scope::All:
        return m_model->all();
    case Scope::Selected:
        break;
    }
    std::vector<core::ListedHighlight> listed;
    for (const QModelIndex &index : m_list->chosen()) {
        listed.push_back(m_model->listedAt(index));
    }
    return listed;
}

} // namespace lectern::ui
