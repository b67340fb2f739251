#include "core/search/query.h"

namespace lectern::core {

bool asksForReading(const Query &query)
{
    bool asks = query.sort && query.sort->key == SortKey::Opened;
    forEachTerm(query.root, [&asks](const QueryTerm &term, bool) {
        const bool isState = term.field == QueryField::Has || term.field == QueryField::Is;
        asks = asks || term.field == QueryField::Label || term.field == QueryField::Note
            || term.field == QueryField::Read || term.field == QueryField::Progress
            || (isState && term.state >= QueryState::Unread);
    });
    return asks;
}

} // namespace lectern::core
