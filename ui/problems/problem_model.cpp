#include "ui/problems/problem_model.h"

#include "ui/common/problem_message.h"
#include "ui/common/problem_text.h"
#include "ui/common/qt_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr kKindLevel = 0; // findings carry the number of their group + 1

struct ProblemDetail
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::ProblemDetail)
};

QString lineOf(const Finding &finding)
{
    const QString place = problemPlace(finding.problem);
    const QString path = QString::fromUtf8(finding.path);
    return place.isEmpty() ? path : u"%1 · %2"_s.arg(path, place);
}

QString detailOf(const Finding &finding)
{
    QStringList lines = {lineOf(finding), problemMessage(finding.problem)};
    const QString used = valueUsed(finding.problem);
    if (!used.isEmpty()) {
        lines.append(ProblemDetail::tr("Used instead: %1").arg(used));
    }
    if (!finding.problem.proposal.empty()) {
        lines.append({QString(), ProblemDetail::tr("To mend it, write:"),
                      toQString(finding.problem.proposal)});
    }
    return lines.join(u'\n');
}

} // namespace

std::vector<Finding> findingsOf(const core::Library &library)
{
    std::vector<Finding> findings;
    for (core::Row row = 0; row < library.size(); ++row) {
        for (core::Problem &problem : library.problems(row)) {
            findings.push_back(
                {.path = toQByteArray(library.path(row)), .problem = std::move(problem)});
        }
    }
    for (auto &[path, problem] : library.folderProblems()) {
        findings.push_back({.path = toQByteArray(path), .problem = problem, .isArticle = false});
    }
    std::ranges::stable_sort(findings, {}, [](const Finding &finding) {
        return std::tuple(finding.problem.code, toView(finding.path));
    });
    return findings;
}

void ProblemModel::setFindings(std::vector<Finding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    regroup();
    endResetModel();
}

void ProblemModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    regroup();
    endResetModel();
}

void ProblemModel::regroup()
{
    m_groups.clear();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const core::ProblemCode code = m_findings[i].problem.code;
        if (!isMatch(m_findings[i])) {
            continue;
        }
        if (m_groups.empty() || m_groups.back().code != code) {
            m_groups.push_back({.code = code, .findings = {}});
        }
        m_groups.back().findings.push_back(i);
    }
}

bool ProblemModel::isMatch(const Finding &finding) const
{
    const auto holds
        = [this](const QString &text) { return text.contains(m_filter, Qt::CaseInsensitive); };
    return m_filter.isEmpty() || holds(QString::fromUtf8(finding.path))
        || holds(problemKindText(finding.problem.code)) || holds(problemMessage(finding.problem));
}

std::vector<Finding> ProblemModel::shown() const
{
    std::vector<Finding> findings;
    for (const Group &group : m_groups) {
        for (const std::size_t position : group.findings) {
            findings.push_back(m_findings[position]);
        }
    }
    return findings;
}

QModelIndex ProblemModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kKindLevel);
}

QModelIndex ProblemModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kKindLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kKindLevel);
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    return parent.internalId() == kKindLevel
        ? static_cast<int>(m_groups[std::size_t(parent.row())].findings.size())
        : 0;
}

int ProblemModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == kKindLevel) {
        const Group &group = m_groups[std::size_t(index.row())];
        return role == Qt::DisplayRole
            ? QVariant(u"%1 (%2)"_s.arg(problemKindText(group.code),
                                        QLocale().toString(qulonglong(group.findings.size()))))
            : QVariant();
    }
    const Group &group = m_groups[index.internalId() - 1];
    const Finding &finding = m_findings[group.findings[std::size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return lineOf(finding);
    case Qt::ToolTipRole:
        return problemMessage(finding.problem);
    case PathRole:
        return finding.isArticle ? finding.path : QByteArray();
    case DetailRole:
        return detailOf(finding);
    default:
        return {};
    }
}

} // namespace lectern::ui
