#include "ui/statistics/statistics_view.h"

#include "ui/common/qt_text.h"
#include "ui/common/state_page.h"
#include "ui/session/reading_states.h"
#include "ui/statistics/calendar_squares.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAskDelayMs = 300;
constexpr std::uint64_t kSecondsInMinute = 60;
constexpr std::uint64_t kMinutesInHour = 60;

/// Sorts its columns of numbers as numbers.
class AmountItem final : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem &other) const override
    {
        const int column = treeWidget()->sortColumn();
        return column == 0 ? text(0).localeAwareCompare(other.text(0)) < 0
                           : data(column, Qt::UserRole).toULongLong()
                < other.data(column, Qt::UserRole).toULongLong();
    }
};

QString number(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

/// Minutes begun, so that what was read is never nothing.
QString timeText(std::uint64_t seconds)
{
    const std::uint64_t minutes = (seconds + kSecondsInMinute - 1) / kSecondsInMinute;
    return minutes < kMinutesInHour
        ? StatisticsView::tr("%1 min").arg(number(minutes))
        : StatisticsView::tr("%1 h %2 min")
              .arg(number(minutes / kMinutesInHour), number(minutes % kMinutesInHour));
}

QString amountText(const core::ReadingAmount &amount)
{
    return StatisticsView::tr("%Ln article(s), %1 characters, %2", nullptr,
                              static_cast<int>(amount.articles))
        .arg(number(amount.characters), timeText(amount.seconds));
}

QTreeWidget *makeTable(const QString &objectName, const QString &title)
{
    auto *table = new QTreeWidget;
    table->setObjectName(objectName);
    table->setAccessibleName(title);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setHeaderLabels({title, StatisticsView::tr("Articles"), StatisticsView::tr("Characters"),
                            StatisticsView::tr("Time")});
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < table->columnCount(); ++column) {
        table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    table->setSortingEnabled(true);
    table->sortByColumn(1, Qt::DescendingOrder);
    return table;
}

void fill(QTreeWidget *table, const std::vector<core::NamedAmount> &amounts)
{
    table->setSortingEnabled(false);
    table->clear();
    for (const core::NamedAmount &one : amounts) {
        auto *item = new AmountItem(table,
                                    QStringList{toQString(one.name), number(one.amount.articles),
                                                number(one.amount.characters),
                                                timeText(one.amount.seconds)});
        item->setData(1, Qt::UserRole, static_cast<qulonglong>(one.amount.articles));
        item->setData(2, Qt::UserRole, static_cast<qulonglong>(one.amount.characters));
        item->setData(3, Qt::UserRole, static_cast<qulonglong>(one.amount.seconds));
        for (int column = 1; column < table->columnCount(); ++column) {
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    table->setSortingEnabled(true);
}

} // namespace

StatisticsView::StatisticsView(ReadingStates &states, QWidget *parent)
    : QDialog(parent)
    , m_states(states)
    , m_pages(new QStackedWidget)
    , m_nothing(new StatePage)
    , m_all(new QLabel)
    , m_measure(new QComboBox)
    , m_calendar(new CalendarSquares)
    , m_day(new QLabel)
    , m_categories(makeTable(u"categories"_s, tr("Category")))
    , m_sites(makeTable(u"sites"_s, tr("Site")))
{
    setObjectName(u"statistics"_s);
    setWindowTitle(tr("Statistics"));
    resize(940, 620);
    m_all->setObjectName(u"allRead"_s);
    m_all->setWordWrap(true);
    m_day->setObjectName(u"dayRead"_s);
    m_day->setWordWrap(true);
    m_measure->setObjectName(u"measure"_s);
    m_measure->setAccessibleName(tr("What the squares show"));
    m_measure->addItems({tr("Articles"), tr("Characters"), tr("Time")});
    m_calendar->setObjectName(u"calendar"_s);
    makeLayout();
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(kAskDelayMs);
    connect(&m_askSoon, &QTimer::timeout, this, &StatisticsView::ask);
    connect(&m_states, &ReadingStates::changed, this, [this] {
        if (isVisible() && !m_askSoon.isActive()) {
            m_askSoon.start();
        }
    });
    connect(m_measure, &QComboBox::currentIndexChanged, m_calendar, [this](int index) {
        m_calendar->setMeasure(static_cast<CalendarSquares::Measure>(index));
    });
    connect(m_calendar, &CalendarSquares::currentChanged, this, &StatisticsView::showDay);
}

void StatisticsView::makeLayout()
{
    auto *tabs = new QTabWidget;
    tabs->addTab(m_categories, tr("By Category"));
    tabs->addTab(m_sites, tr("By Site"));
    auto *above = new QHBoxLayout;
    above->addWidget(m_all, 1);
    above->addWidget(m_measure);
    auto *numbers = new QWidget;
    auto *column = new QVBoxLayout(numbers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(above);
    column->addWidget(m_calendar);
    column->addWidget(m_day);
    column->addWidget(tabs, 1);
    m_nothing->show({.icon = u"book"_s,
                     .title = tr("Nothing read yet"),
                     .text = tr("What you read in this folder is counted here, on this computer "
                                "alone."),
                     .actions = {}});
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(numbers);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_pages, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
}

void StatisticsView::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    ask();
}

void StatisticsView::ask()
{
    m_states.count(this, [this](const core::ReadingStatistics &found) { showStatistics(found); });
}

void StatisticsView::showStatistics(const core::ReadingStatistics &statistics)
{
    m_pages->setCurrentIndex(statistics.days.empty() ? 0 : 1);
    m_all->setText(tr("Read in this folder: %1").arg(amountText(statistics.all)));
    m_calendar->setDays(statistics.days, QDate::currentDate());
    fill(m_categories, statistics.categories);
    fill(m_sites, statistics.sites);
}

void StatisticsView::showDay()
{
    const QDate day = m_calendar->current();
    m_day->setText(tr("%1: %2").arg(QLocale().toString(day, QLocale::LongFormat),
                                    amountText(m_calendar->amountOf(day))));
    m_calendar->setAccessibleName(tr("Read by day. %1").arg(m_day->text()));
}

} // namespace lectern::ui
