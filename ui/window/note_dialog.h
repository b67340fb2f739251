#pragma once

#include <QDialog>
#include <QString>

class QPlainTextEdit;

namespace lectern::ui {

/// The note of a highlight. Ctrl+Enter keeps it. Deletes itself when it is closed.
class NoteDialog final : public QDialog
{
    Q_OBJECT

public:
    NoteDialog(const QString &quote, const QString &note, QWidget *parent);

    QString note() const;

private:
    QPlainTextEdit *m_edit;
};

} // namespace lectern::ui
