#include "ui/window/changes_dialog.h"

#include "ui/common/qt_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QStringList>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = core::DifferencePiece::Kind;

/// Readable on light and dark paper.
QString markedUp(Kind kind, const QString &text)
{
    const QString escaped = text.toHtmlEscaped();
    switch (kind) {
    case Kind::Same:
        return escaped;
    case Kind::Removed:
        return u"<s style=\"background-color:rgba(208,64,64,0.25)\">%1</s>"_s.arg(escaped);
    case Kind::Added:
        return u"<u style=\"background-color:rgba(56,150,80,0.28)\">%1</u>"_s.arg(escaped);
    }
    return {};
}

struct Line
{
    QString html;
    bool isChanged = false;
};

QList<Line> linesOf(const std::vector<core::DifferencePiece> &pieces)
{
    QList<Line> lines(1);
    for (const core::DifferencePiece &piece : pieces) {
        const QStringList parts = toQString(piece.text).split(u'\n');
        for (qsizetype part = 0; part < parts.size(); ++part) {
            if (part > 0) {
                lines.append(Line());
            }
            if (!parts[part].isEmpty()) {
                lines.last().html += markedUp(piece.kind, parts[part]);
                lines.last().isChanged = lines.last().isChanged || piece.kind != Kind::Same;
            }
        }
    }
    return lines;
}

} // namespace

QString changesHtml(const std::vector<core::DifferencePiece> &pieces)
{
    QStringList paragraphs;
    bool isGap = false;
    for (const Line &line : linesOf(pieces)) {
        if (line.isChanged) {
            if (isGap) {
                paragraphs.append(u"<p>…</p>"_s);
            }
            paragraphs.append(u"<p>%1</p>"_s.arg(line.html));
        }
        isGap = !line.isChanged && (isGap || !line.html.isEmpty());
    }
    return paragraphs.join(u'\n');
}

ChangesDialog::ChangesDialog(const QString &title, const std::vector<core::DifferencePiece> &pieces,
                             QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"changesDialog"_s);
    setWindowTitle(tr("Changed since you read it"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(680, 520);
    auto *heading = new QLabel(title);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    auto *text = new QTextBrowser;
    text->setObjectName(u"changes"_s);
    text->setAccessibleName(windowTitle());
    text->setOpenLinks(false);
    const QString html = changesHtml(pieces);
    text->setHtml(html.isEmpty() ? tr("The words are the same.") : html);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

} // namespace lectern::ui
