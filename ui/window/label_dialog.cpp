#include "ui/window/label_dialog.h"

#include "ui/common/label_colours.h"
#include "ui/common/qt_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kColourRole = Qt::UserRole + 1;
constexpr int kBeforeRole = Qt::UserRole + 2; ///< Qt::CheckState as int
constexpr int kMaxName = 60;

/// How many of \a rows have it: all, some or none.
Qt::CheckState stateOf(core::LabelId label, const core::StateSnapshot &states,
                       const std::vector<core::Row> &rows)
{
    const auto count = std::ranges::count_if(rows, [&](core::Row row) {
        const std::span<const core::LabelId> labels = states.labelsOf(row);
        return std::ranges::find(labels, label) != labels.end();
    });
    return count == 0                                       ? Qt::Unchecked
        : count == static_cast<std::ptrdiff_t>(rows.size()) ? Qt::Checked
                                                            : Qt::PartiallyChecked;
}

} // namespace

LabelDialog::LabelDialog(const core::StateSnapshot &states, const std::vector<core::Row> &rows,
                         QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget)
    , m_name(new QLineEdit)
{
    setObjectName(u"labelDialog"_s);
    setWindowTitle(tr("Labels"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(u"labels"_s);
    m_list->setAccessibleName(tr("Labels"));
    m_name->setObjectName(u"newLabel"_s);
    m_name->setMaxLength(kMaxName);
    m_name->setPlaceholderText(tr("New label"));
    m_name->setAccessibleName(tr("New label"));
    auto *add = new QPushButton(tr("Add"));
    add->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(
        new QLabel(tr("Labels of %Ln article(s)", nullptr, static_cast<int>(rows.size()))));
    layout->addWidget(m_list, 1);
    layout->addLayout(line);
    layout->addWidget(buttons);
    for (const core::Label &label : states.labels) {
        addLabel(label, stateOf(label.id, states, rows));
    }
    connect(add, &QPushButton::clicked, this, &LabelDialog::takeName);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        takeName(); // Enter in the field means all of it
        accept();
    });
    m_name->setFocus();
}

void LabelDialog::addLabel(const core::Label &label, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(labelDot(label.colour), toQString(label.name), m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    item->setData(kIdRole, QVariant::fromValue(static_cast<qlonglong>(label.id)));
    item->setData(kColourRole, label.colour);
    item->setData(kBeforeRole, static_cast<int>(label.id == 0 ? Qt::Unchecked : state));
}

void LabelDialog::takeName()
{
    const QString name = m_name->text().simplified();
    m_name->clear();
    if (name.isEmpty()) {
        return;
    }
    const QList<QListWidgetItem *> known = m_list->findItems(name, Qt::MatchFixedString);
    if (!known.isEmpty()) {
        known.constFirst()->setCheckState(Qt::Checked);
        return;
    }
    const std::vector<LabelColour> colours = labelColours();
    const std::uint32_t colour
        = colours[static_cast<std::size_t>(m_list->count()) % colours.size()].rgb;
    addLabel({.id = 0, .name = name.toStdString(), .colour = colour}, Qt::Checked);
}

LabelEdit LabelDialog::edit() const
{
    LabelEdit edit;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const core::LabelId id = item->data(kIdRole).toLongLong();
        const Qt::CheckState state = item->checkState();
        if (static_cast<int>(state) == item->data(kBeforeRole).toInt()) {
            continue;
        }
        if (id == 0) {
            edit.made.push_back({.id = 0,
                                 .name = item->text().toStdString(),
                                 .colour = item->data(kColourRole).toUInt()});
        } else {
            (state == Qt::Checked ? edit.added : edit.removed).push_back(id);
        }
    }
    return edit;
}

} // namespace lectern::ui
