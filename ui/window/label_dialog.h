#pragma once

#include "core/state/state_snapshot.h"
#include "ui/session/reading_states.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace lectern::ui {

/// Which labels some articles have: each can be given to all of them or taken from all, and new
/// ones be made. A label that only some have stays so unless it is touched.
class LabelDialog final : public QDialog
{
    Q_OBJECT

public:
    LabelDialog(const core::StateSnapshot &states, const std::vector<core::Row> &rows,
                QWidget *parent);

    LabelEdit edit() const;

private:
    void addLabel(const core::Label &label, Qt::CheckState state);
    /// Makes what is typed a label, or checks the one that has the name.
    void takeName();

    QListWidget *m_list;
    QLineEdit *m_name;
};

} // namespace lectern::ui
