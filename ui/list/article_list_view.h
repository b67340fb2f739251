#pragma once

#include "core/library/library.h"
#include "core/state/state_snapshot.h"
#include "ui/search/search_words.h"

#include <QByteArray>
#include <QListView>

#include <memory>
#include <vector>

namespace lectern::ui {

class ArticleDelegate;
class ArticleListModel;

/// The list of articles. It keeps the current article and its place on screen when the rows are
/// replaced, and tells a person's choice from its own housekeeping.
class ArticleListView final : public QListView
{
    Q_OBJECT

public:
    /// Where the list stands after new rows.
    enum class Keep {
        Place, ///< what was on screen stays where it was (a refresh)
        Current, ///< the current article if it is still there, else the top (a new query)
    };

    explicit ArticleListView(QWidget *parent = nullptr);

    /// \a words are marked in the rows.
    void showRows(std::shared_ptr<const core::Library> library, std::vector<core::Row> rows,
                  Keep keep, SearchWords words = {});
    /// What is known of the library's rows; may be null. The rows stay.
    void showStates(std::shared_ptr<const core::StateSnapshot> states);
    /// Makes the article at \a path current without articlePicked(); no article when it is absent.
    void setCurrentArticle(const QByteArray &path);

    QByteArray currentArticle() const { return m_current; }

    /// Those that are selected, from top to bottom.
    std::vector<core::Row> selectedRows() const;

    void selectNext();
    void selectPrevious();

signals:
    /// A person chose the article with mouse or keys.
    void articlePicked(const QByteArray &path);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    struct Anchor
    {
        QByteArray path;
        int y = 0;
    };

    std::vector<Anchor> placesToKeep() const;
    void scrollToKept(const std::vector<Anchor> &anchors);
    void moveBy(int rows);

    ArticleListModel *m_model;
    ArticleDelegate *m_delegate;
    QByteArray m_current; ///< also while its row is filtered out
    bool m_isSetting = false;
};

} // namespace lectern::ui
