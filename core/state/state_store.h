#pragma once

#include "core/base/result.h"
#include "core/state/placement.h"
#include "core/state/reading_state.h"
#include "core/state/sqlite.h"
#include "core/state/state_file.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A label that was removed, with who had it: what it takes to put it back.
struct RemovedLabel
{
    Label label;
    std::vector<StateId> articles;
};

/// All that is kept of what a reader did. Each call that writes is one transaction: it is kept as a
/// whole or fails as a whole, and gives back what was there before, so that it can be undone. One
/// thread at a time; several processes may have the same file open.
class StateStore final
{
public:
    /// As openStateFile(). Blocks.
    static Result<StateStore> open(const std::string &file);

    /// As openStateFileToRead().
    static Result<StateStore> openToRead(const std::string &file);

    const StateFileReport &report() const { return m_report; }

    /// Whether the whole file can be read; makes the day's backup if so. A damaged one is salvaged
    /// when it is opened the next time. Reads all of it.
    Status check(std::int64_t now) const;
    /// Another number whenever another connection wrote. Takes some microseconds.
    Result<std::int64_t> dataVersion() const;

    // Articles of the library at \a root, its libraryRoot().

    /// What each was when it was last placed, by id; among them those whose library was lost.
    Result<std::vector<KnownArticle>> articlesOf(std::string_view root) const;
    /// Makes an empty state for each of \a keys. The ids in their order.
    Result<std::vector<StateId>> add(std::string_view root, std::span<const ArticleKey> keys) const;
    /// Keeps what the articles are now.
    Status setKeys(std::string_view root, std::span<const KnownArticle> articles) const;
    /// The library at \a from is at \a to from now on. Fails with Unsupported where \a to has
    /// states of its own.
    Status moveLibrary(std::string_view from, std::string_view to) const;

    // States.

    Result<std::vector<ReadingState>> statesOf(std::string_view root) const;
    /// In the order of \a ids; those that are not there are left out.
    Result<std::vector<ReadingState>> states(std::span<const StateId> ids) const;
    /// The states as they were.
    Result<std::vector<ReadingState>> change(std::span<const StateId> ids,
                                             const StateChange &change) const;
    /// Undoes a change.
    Status restore(std::span<const ReadingState> states) const;
    /// Keeps \a text as what was read of an article, to tell later what changed.
    Status setReadText(StateId article, const TextPrint &print, std::string_view text) const;
    /// Empty where none is kept.
    Result<std::string> readText(StateId article) const;
    /// Adds seconds and characters to those of the day.
    Status addReading(const ReadingDay &day) const;
    Result<std::vector<ReadingDay>> readingDays() const;

    // Labels.

    Result<std::vector<Label>> labels() const; ///< by name
    /// A new one where its id is 0. Fails with Malformed where another has the name, with NotFound
    /// where the one of this id is gone.
    Result<LabelId> saveLabel(const Label &label) const;
    Result<RemovedLabel> removeLabel(LabelId id) const;
    Status restore(const RemovedLabel &removed) const;

    // Highlights.

    Result<std::vector<Highlight>> highlights(StateId article) const; ///< by place
    Result<std::vector<Highlight>> allHighlights() const; ///< by article and place
    /// A new one where its id is 0; what was kept is the result.
    Result<Highlight> saveHighlight(const Highlight &highlight) const;
    /// The one that is gone; saving it with id 0 undoes it.
    Result<Highlight> removeHighlight(HighlightId id) const;

    const Database &database() const { return m_database; }

private:
    StateStore(StateFile file, std::string path)
        : m_database(std::move(file.database))
        , m_report(std::move(file.report))
        , m_path(std::move(path))
    {}

    Database m_database;
    StateFileReport m_report;
    std::string m_path;
};

} // namespace lectern::core
