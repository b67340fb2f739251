#pragma once

#include "core/state/listed_highlights.h"

#include <QAbstractListModel>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lectern::ui {

class QuoteChecker;

/// Which highlights are listed: those for which all of it holds.
struct HighlightFilter
{
    QString words = {}; ///< each stands in the quote, the note or the title, folded as in a search
    std::optional<core::HighlightColour> colour = {};
    core::StateId article = 0; ///< 0: any

    bool operator==(const HighlightFilter &) const = default;
};

enum class HighlightOrder : std::uint8_t {
    Date, ///< the newest first
    Article, ///< by title, then as they stand in the article
};

/// The highlights of a library, filtered and in order. What a row shows is made when it is asked
/// for, and whether its quote is still in the article found out then. GUI thread only.
class HighlightListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        QuoteRole = Qt::UserRole + 1, ///< MarkedText
        NoteRole, ///< MarkedText
        TitleRole, ///< QString
        DateRole, ///< QString, when it was made
        ColourRole, ///< core::HighlightColour as int
        LanguageRole, ///< QString, the tag of the article's
        UnplacedRole, ///< bool: the article, or the quote in it, is not there
        PathRole, ///< QByteArray; empty where the article is not in the folder
        IdRole, ///< core::HighlightId as qlonglong
    };

    struct Article
    {
        core::StateId id = 0;
        QString title;
        int highlights = 0;

        bool operator==(const Article &) const = default;
    };

    explicit HighlightListModel(QObject *parent = nullptr);

    /// Both may be null; \a states must be of \a library. What stays listed stays selected. False
    /// where nothing is another than before.
    bool setStates(std::shared_ptr<const core::Library> library,
                   std::shared_ptr<const core::StateSnapshot> states);
    void setFilter(const HighlightFilter &filter);
    void setOrder(HighlightOrder order);

    /// All that there are, whatever the filter, in order.
    const std::vector<core::ListedHighlight> &all() const { return m_all; }

    /// Those that are listed, in order.
    const std::vector<core::ListedHighlight> &shown() const { return m_shown; }

    const core::ListedHighlight &listedAt(const QModelIndex &index) const;
    const core::Highlight &highlightAt(const QModelIndex &index) const;

    const std::shared_ptr<const core::Library> &library() const { return m_library; }

    const std::shared_ptr<const core::StateSnapshot> &states() const { return m_states; }

    /// Those that have highlights, whatever the filter, by title.
    std::vector<Article> articles() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void sort(const core::Library &library, const core::StateSnapshot &states);
    std::vector<core::ListedHighlight> filtered(const core::Library &library,
                                                const core::StateSnapshot &states);
    void show(std::shared_ptr<const core::Library> library,
              std::shared_ptr<const core::StateSnapshot> states,
              std::vector<core::ListedHighlight> next);
    QString accessibleText(const QModelIndex &index) const;
    static QString tipOf(const core::Highlight &highlight);
    QString languageOf(core::Row row) const;
    bool isUnplaced(const core::ListedHighlight &listed) const;

    std::shared_ptr<const core::Library> m_library;
    std::shared_ptr<const core::StateSnapshot> m_states;
    std::vector<core::ListedHighlight> m_found; ///< as core lists them
    std::vector<core::ListedHighlight> m_all; ///< the same in order
    std::vector<core::ListedHighlight> m_shown;
    std::vector<std::string> m_folded; ///< of m_all; empty until words are looked for
    HighlightFilter m_filter;
    std::vector<std::string> m_words; ///< folded
    HighlightOrder m_order = HighlightOrder::Date;
    QuoteChecker *m_checker;
};

} // namespace lectern::ui
