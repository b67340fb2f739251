#pragma once

#include "core/library/library.h"
#include "core/state/state_snapshot.h"
#include "ui/common/marked_text.h"
#include "ui/search/search_words.h"

#include <QAbstractListModel>
#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace lectern::ui {

class SnippetReader;

/// The rows of a library that a query selected, in their order; a flat list over an immutable
/// snapshot, so data() only looks up. GUI thread only.
class ArticleListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ArticleListModel(QObject *parent = nullptr);

    /// Replaces everything (a model reset: 6 ms for 100,000 rows with its repaint, which no diff
    /// beat). \a library may be null when \a rows is empty. \a words are marked.
    void setRows(std::shared_ptr<const core::Library> library, std::vector<core::Row> rows,
                 SearchWords words = {});
    /// What is known of the rows of the library from now on; may be null.
    void setStates(std::shared_ptr<const core::StateSnapshot> states);

    /// The index of the article at \a path, invalid when it is not among the rows. O(rows).
    QModelIndex indexOf(const QByteArray &path) const;
    QByteArray pathAt(const QModelIndex &index) const;
    core::Row rowAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    MarkedText excerpt(core::Row row) const;
    std::vector<std::string> wordsOfText(core::Row row) const;
    QVariant stateData(core::Row row, int role) const;
    QString accessibleText(core::Row row) const;
    std::vector<core::Label> labelsOf(core::Row row) const;
    QStringList stateWords(core::Row row) const;
    QVariant copiesText(core::Row row) const;
    QString dateText(core::Row row) const;
    QString termNames(core::Taxonomy taxonomy, core::Row row) const;

    std::shared_ptr<const core::Library> m_library;
    std::shared_ptr<const core::StateSnapshot> m_states;
    std::vector<core::Row> m_rows;
    SearchWords m_words;
    SnippetReader *m_snippets;
};

} // namespace lectern::ui
