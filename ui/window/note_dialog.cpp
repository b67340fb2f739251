#include "ui/window/note_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

NoteDialog::NoteDialog(const QString &quote, const QString &note, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QPlainTextEdit(note))
{
    constexpr qsizetype kMaxQuote = 240;
    setObjectName(u"noteDialog"_s);
    setWindowTitle(tr("Note"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(460, 300);
    const QString words = quote.simplified();
    auto *shown = new QLabel(words.size() > kMaxQuote ? words.left(kMaxQuote) + u'…' : words);
    shown->setObjectName(u"noteQuote"_s);
    shown->setTextFormat(Qt::PlainText);
    shown->setWordWrap(true);
    m_edit->setObjectName(u"noteText"_s);
    m_edit->setAccessibleName(tr("Note"));
    m_edit->setPlaceholderText(tr("What you think of it"));
    m_edit->setTabChangesFocus(true);
    m_edit->moveCursor(QTextCursor::End);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        const auto *done = new QShortcut(QKeySequence(Qt::ControlModifier | Qt::Key(key)), this);
        connect(done, &QShortcut::activated, this, &QDialog::accept);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(shown);
    layout->addWidget(m_edit, 1);
    layout->addWidget(buttons);
    m_edit->setFocus();
}

QString NoteDialog::note() const
{
    return m_edit->toPlainText().trimmed();
}

} // namespace lectern::ui
