#include "ui/window/unplaced_dialog.h"

#include "ui/common/qt_text.h"
#include "ui/search/article_results.h"
#include "ui/session/reading_states.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxChoices = 200;
constexpr int kNumberRole = Qt::UserRole; ///< core::StateId as qlonglong

QTreeWidget *makeList(const QString &objectName, const QString &accessibleName,
                      const QStringList &headers)
{
    auto *list = new QTreeWidget;
    list->setObjectName(objectName);
    list->setAccessibleName(accessibleName);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setHeaderLabels(headers);
    list->header()->setSectionResizeMode(QHeaderView::Stretch);
    return list;
}

QString reasonText(core::ChoiceReason reason)
{
    using core::ChoiceReason;
    switch (reason) {
    case ChoiceReason::Address:
        return UnplacedDialog::tr("Same web address");
    case ChoiceReason::Path:
        return UnplacedDialog::tr("Same place");
    case ChoiceReason::Text:
        return UnplacedDialog::tr("Same text, or much alike");
    case ChoiceReason::Title:
        return UnplacedDialog::tr("Same title");
    case ChoiceReason::FileName:
        return UnplacedDialog::tr("Same file name");
    case ChoiceReason::None:
        break;
    }
    return {};
}

} // namespace

UnplacedDialog::UnplacedDialog(const ArticleResults &results, ReadingStates &states,
                               QWidget *parent)
    : QDialog(parent)
    , m_results(results)
    , m_states(states)
    , m_unplaced(makeList(u"unplaced"_s, tr("Unplaced"), {tr("Title"), tr("Was at")}))
    , m_words(new QLineEdit)
    , m_choices(makeList(u"choices"_s, tr("Articles"), {tr("Article"), tr("Is at"), tr("Reason")}))
    , m_place(new QPushButton(tr("&Place on This Article")))
    , m_discard(new QPushButton(tr("&Discard…")))
{
    setObjectName(u"unplacedDialog"_s);
    setWindowTitle(tr("Unplaced"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 560);
    m_words->setObjectName(u"choiceWords"_s);
    m_words->setPlaceholderText(tr("Find an article by its title or path"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_place->setObjectName(u"place"_s);
    m_discard->setObjectName(u"discard"_s);
    m_place->setAutoDefault(false);
    m_discard->setAutoDefault(false);
    makeLayout();
    connectParts();
    showStates();
}

void UnplacedDialog::makeLayout()
{
    auto *text = new QLabel(tr("What you read, starred and labelled of these articles is kept, but "
                               "they are not in the folder now, or it is not certain which they "
                               "are. It comes back with them, or you say where it belongs."));
    text->setWordWrap(true);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_place);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(text);
    layout->addWidget(m_unplaced, 2);
    layout->addWidget(m_words);
    layout->addWidget(m_choices, 3);
    layout->addLayout(buttons);
}

void UnplacedDialog::connectParts()
{
    connect(&m_results, &ArticleResults::statesChanged, this, &UnplacedDialog::showStates);
    connect(&m_results, &ArticleResults::changed, this, &UnplacedDialog::showStates);
    connect(m_unplaced, &QTreeWidget::currentItemChanged, this, &UnplacedDialog::showChoices);
    connect(m_words, &QLineEdit::textChanged, this, &UnplacedDialog::showChoices);
    connect(m_words, &QLineEdit::returnPressed, m_choices,
            [this] { m_choices->setFocus(Qt::TabFocusReason); });
    connect(m_choices, &QTreeWidget::currentItemChanged, this, &UnplacedDialog::updateButtons);
    connect(m_choices, &QTreeWidget::itemActivated, this, &UnplacedDialog::place);
    connect(m_place, &QPushButton::clicked, this, &UnplacedDialog::place);
    connect(m_discard, &QPushButton::clicked, this, &UnplacedDialog::askToDiscard);
    const auto *remove
        = new QShortcut(Qt::Key_Delete, m_unplaced, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &UnplacedDialog::askToDiscard);
}

int UnplacedDialog::currentState() const
{
    const QTreeWidgetItem *item = m_unplaced->currentItem();
    const auto states = m_results.states();
    if (item == nullptr || !states) {
        return -1;
    }
    const core::StateId id = item->data(0, kNumberRole).toLongLong();
    const auto found = std::ranges::find(states->unplaced, id, &core::UnplacedState::state);
    return found == states->unplaced.end() ? -1
                                           : static_cast<int>(found - states->unplaced.begin());
}

/// The one that was chosen stays so, or the one that took its place is.
void UnplacedDialog::showStates()
{
    const auto states = m_results.states();
    QTreeWidgetItem *const former = m_unplaced->currentItem();
    const qlonglong chosen = former != nullptr ? former->data(0, kNumberRole).toLongLong() : 0;
    int row = former != nullptr ? m_unplaced->indexOfTopLevelItem(former) : 0;
    {
        const QSignalBlocker quiet(m_unplaced);
        m_unplaced->clear();
        for (const core::KnownArticle &article :
             states ? states->unplacedArticles : std::vector<core::KnownArticle>()) {
            auto *item = new QTreeWidgetItem(
                m_unplaced, {toQString(article.key.title), toQString(article.key.path)});
            item->setData(0, kNumberRole, static_cast<qlonglong>(article.state));
            if (article.state == chosen) {
                row = m_unplaced->topLevelItemCount() - 1;
            }
        }
        m_unplaced->setCurrentItem(
            m_unplaced->topLevelItem(std::min(row, m_unplaced->topLevelItemCount() - 1)));
    }
    showChoices();
}

void UnplacedDialog::showChoices()
{
    const int number = currentState();
    const QTreeWidgetItem *former = m_choices->currentItem();
    const core::StateId state
        = number >= 0 ? m_unplaced->currentItem()->data(0, kNumberRole).toLongLong() : 0;
    const QString chosen = former != nullptr && std::exchange(m_choicesOf, state) == state
        ? former->text(1)
        : QString();
    m_choicesOf = state;
    m_shown.clear();
    m_choices->clear();
    const auto library = m_results.library();
    if (number >= 0 && library) {
        const auto states = m_results.states();
        const auto place = static_cast<std::size_t>(number);
        m_shown = core::handChoices(*library, states->unplaced[place],
                                    states->unplacedArticles[place].key,
                                    m_words->text().trimmed().toStdString(), kMaxChoices);
    }
    for (const core::HandChoice &choice : m_shown) {
        auto *item = new QTreeWidgetItem(m_choices,
                                         {toQString(library->title(choice.row)),
                                          toQString(library->path(choice.row)),
                                          reasonText(choice.reason)});
        item->setToolTip(1, item->text(1));
        if (item->text(1) == chosen && !chosen.isEmpty()) {
            m_choices->setCurrentItem(item);
        }
    }
    updateButtons();
}

/// Nothing is chosen until a person chooses.
void UnplacedDialog::updateButtons()
{
    const bool isState = currentState() >= 0;
    m_place->setEnabled(isState && m_choices->currentItem() != nullptr);
    m_discard->setEnabled(isState);
}

void UnplacedDialog::place()
{
    QTreeWidgetItem *const choice = m_choices->currentItem();
    if (currentState() < 0 || choice == nullptr) {
        return;
    }
    const QTreeWidgetItem *item = m_unplaced->currentItem();
    const int row = m_choices->indexOfTopLevelItem(choice);
    m_states.place(item->data(0, kNumberRole).toLongLong(),
                   m_shown[static_cast<std::size_t>(row)].row, item->text(0).toStdString());
}

void UnplacedDialog::askToDiscard()
{
    if (currentState() < 0) {
        return;
    }
    const QTreeWidgetItem *item = m_unplaced->currentItem();
    const core::StateId id = item->data(0, kNumberRole).toLongLong();
    const std::string title = item->text(0).toStdString();
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Discard"),
                                tr("Discard what is kept of “%1”?").arg(item->text(0)),
                                QMessageBox::Cancel, this);
    box->setObjectName(u"discardBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Whether it was read, its star, labels, highlights and notes are "
                               "gone then, also when the article comes back. No file is deleted."));
    box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    const QPushButton *yes = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id, title] { m_states.discard({id}, title); });
    box->open();
}

} // namespace lectern::ui
