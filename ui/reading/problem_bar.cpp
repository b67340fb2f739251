#include "ui/reading/problem_bar.h"

#include "ui/common/icons.h"
#include "ui/common/problem_text.h"
#include "ui/common/qt_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

ProblemBar::ProblemBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
{
    setObjectName(u"problemBar"_s);
    setAccessibleName(tr("Problems of this article"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(u"problemText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // it quotes the article
    auto *all = new QToolButton;
    all->setObjectName(u"allProblems"_s);
    all->setText(tr("All Problems…"));
    all->setAutoRaise(true);
    all->setToolTip(tr("What is wrong in the articles of this folder"));
    all->setAccessibleName(tr("All problems"));
    connect(all, &QToolButton::clicked, this, &ProblemBar::allRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(all);
    hide();
}

void ProblemBar::showProblems(const std::vector<core::Problem> &problems)
{
    std::vector<core::Problem> shown;
    std::ranges::copy_if(problems, std::back_inserter(shown), [](const core::Problem &problem) {
        return core::severityOf(problem.code) != core::Severity::Note;
    });
    setVisible(!shown.empty());
    if (shown.empty()) {
        return;
    }
    drawIcon();
    const QString first = problemSentence(shown.front());
    const int others = static_cast<int>(shown.size()) - 1;
    m_text->setText(others == 0 ? first : tr("%1 · %n more", nullptr, others).arg(first));
    QStringList messages;
    for (const core::Problem &problem : shown) {
        messages.append(problemSentence(problem).toHtmlEscaped());
    }
    m_text->setToolTip(messages.join(u"<br>"_s));
}

void ProblemBar::drawIcon()
{
    m_icon->setPixmap(icon(u"problem"_s, this).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void ProblemBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
}

} // namespace lectern::ui
