#include "ui/problems/problems_view.h"

#include "core/base/disk.h"
#include "ui/common/icons.h"
#include "ui/common/qt_text.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

ProblemFormat formatOf(const QString &fileName)
{
    if (fileName.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        return ProblemFormat::Csv;
    }
    return fileName.endsWith(".json"_L1, Qt::CaseInsensitive) ? ProblemFormat::Json
                                                              : ProblemFormat::Markdown;
}

} // namespace

ProblemsView::ProblemsView(QWidget *parent)
    : QDialog(parent)
    , m_model(new ProblemModel(this))
    , m_filter(new QLineEdit)
    , m_count(new QLabel)
    , m_tree(new QTreeView)
    , m_detail(new QPlainTextEdit)
{
    setObjectName(u"problems"_s);
    setWindowTitle(tr("Problems"));
    resize(760, 560);
    m_filter->setObjectName(u"problemFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by file or problem"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumHeight(32);
    m_filter->setTextMargins(6, 0, 6, 0);
    m_count->setObjectName(u"problemCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Problems by kind"));
    m_detail->setReadOnly(true);
    m_detail->setAccessibleName(tr("Details"));
    m_detail->setPlaceholderText(tr("Choose a problem to read more about it."));
    m_detail->setMaximumHeight(140);
    m_detail->document()->setDocumentMargin(8);
    makeLayout();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        m_tree->setExpanded(m_model->index(0, 0), true);
        updateCount();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemsView::showDetail);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QByteArray path = index.data(ProblemModel::PathRole).toByteArray();
        if (!path.isEmpty()) {
            emit articleRequested(path);
        }
    });
}

void ProblemsView::makeLayout()
{
    auto *copy = new QPushButton(icon(u"copy"_s, this), tr("&Copy"));
    copy->setObjectName(u"copyProblems"_s);
    copy->setToolTip(tr("Copy what is listed as Markdown"));
    auto *exporting = new QPushButton(icon(u"export"_s, this), tr("&Export…"));
    exporting->setToolTip(tr("Save what is listed as Markdown, CSV or JSON"));
    auto *close = new QPushButton(tr("Close"));
    connect(copy, &QPushButton::clicked, this, &ProblemsView::copyAll);
    connect(exporting, &QPushButton::clicked, this, &ProblemsView::exportAll);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    copy->setAutoDefault(false);
    exporting->setAutoDefault(false);
    close->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addWidget(exporting);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_filter);
    layout->addWidget(m_count);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_detail);
    layout->addLayout(buttons);
}

void ProblemsView::setLibrary(const std::shared_ptr<const core::Library> &library)
{
    m_model->setFindings(library ? findingsOf(*library) : std::vector<Finding>());
    updateCount();
}

void ProblemsView::updateCount()
{
    const int count = static_cast<int>(m_model->shown().size());
    m_count->setText(count == 0 ? tr("Nothing is wrong here.")
                                : tr("%Ln problem(s)", nullptr, count));
    m_detail->clear();
}

void ProblemsView::showDetail(const QModelIndex &index)
{
    m_detail->setPlainText(index.data(ProblemModel::DetailRole).toString());
}

void ProblemsView::copyAll()
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(exportProblems(m_model->shown(), ProblemFormat::Markdown)));
}

void ProblemsView::exportAll()
{
    const QString fileName
        = QFileDialog::getSaveFileName(this, tr("Export problems"), u"problems.md"_s,
                                       tr("Markdown (*.md);;Table (*.csv);;JSON (*.json)"));
    if (fileName.isEmpty()) {
        return;
    }
    const QByteArray bytes = exportProblems(m_model->shown(), formatOf(fileName));
    const core::Status status
        = core::writeFileAtomically(QFile::encodeName(fileName).toStdString(), toView(bytes));
    if (!status) {
        QMessageBox::warning(this, tr("Export problems"),
                             tr("%1 could not be written.").arg(fileName));
    }
}

} // namespace lectern::ui
