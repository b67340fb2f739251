#include "core/search/excluding_condition.h"

#include "core/search/selector.h"

#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxConditionsTried = 64; // a longer line is a pasted text

} // namespace

std::optional<std::string> excludingCondition(const Library &library, const Query &query,
                                              const SelectContext &context)
{
    const std::vector<QueryNode> &conditions = query.root.children;
    if (conditions.size() > kMaxConditionsTried) {
        return std::nullopt;
    }
    const Selector selector(library, context);
    std::vector<RowSet> rowsOf;
    for (const QueryNode &condition : conditions) {
        rowsOf.push_back(selector.rowsOf(condition));
    }
    const auto textOf = [&](std::size_t number) {
        const QueryNode &node = conditions[number];
        return query.line.substr(node.start, node.end - node.start);
    };
    for (std::size_t number = 0; number < rowsOf.size(); ++number) {
        RowSet others(library.size(), RowSet::Fill::All);
        for (std::size_t other = 0; other < rowsOf.size(); ++other) {
            if (other != number) {
                others.keepOnly(rowsOf[other]);
            }
        }
        if (!others.isEmpty()) {
            return textOf(number);
        }
    }
    for (std::size_t number = 0; number < rowsOf.size(); ++number) {
        if (rowsOf[number].isEmpty()) {
            return textOf(number);
        }
    }
    return std::nullopt;
}

} // namespace lectern::core
