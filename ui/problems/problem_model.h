#pragma once

#include "core/library/library.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <memory>
#include <vector>

namespace lectern::ui {

/// One Problem and the file or folder it was found in.
struct Finding
{
    QByteArray path; ///< relative, raw bytes
    core::Problem problem;
    bool isArticle = true; ///< else a folder
};

/// Everything wrong in \a library, by kind, then by path. O(problems). Pure; any thread.
std::vector<Finding> findingsOf(const core::Library &library);

/// Findings in two levels: the kinds with how many there are, then the files. GUI thread only.
class ProblemModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QByteArray, of a finding; empty for a kind or a folder
        DetailRole, ///< QString, the whole story of a finding
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setFindings(std::vector<Finding> findings);
    /// Shows only findings whose path, kind or message holds \a text, whatever its case.
    void setFilter(const QString &text);

    /// Those that are shown, in order.
    std::vector<Finding> shown() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Group
    {
        core::ProblemCode code = core::ProblemCode::FrontMatterMissing;
        std::vector<std::size_t> findings; ///< positions in m_findings
    };

    void regroup();
    bool isMatch(const Finding &finding) const;

    std::vector<Finding> m_findings;
    std::vector<Group> m_groups;
    QString m_filter;
};

} // namespace lectern::ui
