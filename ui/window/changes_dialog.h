#pragma once

#include "core/state/word_difference.h"

#include <QDialog>
#include <QString>

#include <vector>

namespace lectern::ui {

/// What changed in an article since it was read, with the lines around it: what was taken out and
/// what was put in.
class ChangesDialog final : public QDialog
{
    Q_OBJECT

public:
    ChangesDialog(const QString &title, const std::vector<core::DifferencePiece> &pieces,
                  QWidget *parent);
};

/// The lines of \a pieces in which something changed, as HTML; `…` stands for those between.
QString changesHtml(const std::vector<core::DifferencePiece> &pieces);

} // namespace lectern::ui
