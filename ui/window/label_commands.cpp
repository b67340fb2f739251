#include "ui/window/label_commands.h"

#include "ui/common/qt_text.h"
#include "ui/session/reading_states.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <optional>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxName = 60;

struct LabelCommands
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::LabelCommands)
};

std::optional<core::Label> labelOf(const ReadingStates &states, core::LabelId id)
{
    const auto snapshot = states.snapshot();
    if (!snapshot) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(snapshot->labels, id, &core::Label::id);
    return found == snapshot->labels.end() ? std::nullopt : std::optional(*found);
}

/// Names that differ in upper and lower case alone would be taken for one another.
bool isTaken(const ReadingStates &states, core::LabelId id, const QString &name)
{
    return std::ranges::any_of(states.snapshot()->labels, [&](const core::Label &label) {
        return label.id != id && name.compare(toQString(label.name), Qt::CaseInsensitive) == 0;
    });
}

int articlesWith(const core::StateSnapshot &states, core::LabelId id)
{
    return static_cast<int>(std::ranges::count(states.labelIds, id));
}

/// \a dialog can be accepted with a name that no other label has.
void keepAcceptable(QInputDialog *dialog, const ReadingStates &states, core::LabelId id)
{
    auto *field = dialog->findChild<QLineEdit *>();
    auto *buttons = dialog->findChild<QDialogButtonBox *>();
    field->setMaxLength(kMaxName);
    field->selectAll();
    const auto check = [dialog, buttons, &states, id](const QString &text) {
        const QString name = text.simplified();
        const bool isOther = isTaken(states, id, name);
        dialog->setLabelText(isOther ? LabelCommands::tr("Another label has this name:")
                                     : LabelCommands::tr("Name of the label:"));
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!name.isEmpty() && !isOther);
    };
    QObject::connect(field, &QLineEdit::textChanged, dialog, check);
}

} // namespace

void askForLabelName(QWidget *window, ReadingStates &states, core::LabelId id)
{
    const std::optional<core::Label> label = labelOf(states, id);
    if (!label) {
        return;
    }
    auto *dialog = new QInputDialog(window);
    dialog->setObjectName(u"labelName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(LabelCommands::tr("Rename Label"));
    dialog->setLabelText(LabelCommands::tr("Name of the label:"));
    dialog->setTextValue(toQString(label->name));
    dialog->setOkButtonText(LabelCommands::tr("Rename"));
    dialog->setCancelButtonText(LabelCommands::tr("Cancel"));
    dialog->resize(420, dialog->sizeHint().height());
    dialog->open();
    keepAcceptable(dialog, states, id);
    QObject::connect(dialog, &QInputDialog::textValueSelected, &states,
                     [&states, id](const QString &text) {
                         std::optional<core::Label> now = labelOf(states, id);
                         const QString name = text.simplified();
                         if (now && toQString(now->name) != name && !isTaken(states, id, name)) {
                             now->name = name.toStdString();
                             states.saveLabel(*now);
                         }
                     });
}

void setLabelColour(ReadingStates &states, core::LabelId id, std::uint32_t rgb)
{
    std::optional<core::Label> label = labelOf(states, id);
    if (label && label->colour != rgb) {
        label->colour = rgb;
        states.saveLabel(*label);
    }
}

void askToDeleteLabel(QWidget *window, ReadingStates &states, core::LabelId id)
{
    const std::optional<core::Label> label = labelOf(states, id);
    if (!label) {
        return;
    }
    const QString question
        = LabelCommands::tr("Delete the label “%1”?").arg(toQString(label->name));
    auto *box = new QMessageBox(QMessageBox::NoIcon, LabelCommands::tr("Delete Label"), question,
                                QMessageBox::Cancel, window);
    box->setObjectName(u"deleteLabel"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        LabelCommands::tr("%Ln article(s) of this folder have it, and lose it here and in other "
                          "folders. No article is deleted.",
                          nullptr, articlesWith(*states.snapshot(), id)));
    box->button(QMessageBox::Cancel)->setText(LabelCommands::tr("Cancel"));
    const QPushButton *yes
        = box->addButton(LabelCommands::tr("Delete"), QMessageBox::DestructiveRole);
    QObject::connect(yes, &QPushButton::clicked, &states,
                     [&states, id] { states.removeLabel(id); });
    box->open();
}

} // namespace lectern::ui
