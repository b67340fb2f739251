#pragma once

#include "core/base/result.h"
#include "core/library/library.h"
#include "core/search/select.h"
#include "core/state/state_snapshot.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::app {

/// What the window keeps of what was read in one library. Nothing is written for it.
class KeptStates final
{
public:
    /// Of \a library. Where nothing is kept yet, every article is unread. Blocks.
    static core::Result<KeptStates> of(const std::shared_ptr<const core::Library> &library);

    /// Has \a context answer from it, for as long as it is there.
    void answer(core::SelectContext &context) const;

    /// `unread`, `reading` or `read`.
    std::string_view status(core::Row row) const;
    bool isStarred(core::Row row) const;
    int percent(core::Row row) const;
    std::vector<std::string> labels(core::Row row) const;

private:
    explicit KeptStates(std::shared_ptr<const core::StateSnapshot> snapshot);

    core::ArticleReading readingOf(core::Row row) const;

    std::shared_ptr<const core::StateSnapshot> m_snapshot; ///< null: nothing is kept
};

} // namespace lectern::app
