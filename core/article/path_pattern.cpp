#include "core/article/path_pattern.h"

#include <algorithm>
#include <cstddef>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxAlternatives = 64;
constexpr std::size_t kMaxPatternBytes = 1024;

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

bool matchesPattern(std::string_view path, std::string_view pattern)
{
    if (pattern.size() > kMaxPatternBytes) {
        return false;
    }
    // Which beginnings of the path the pattern so far can be.
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (std::size_t sign = 0; sign < pattern.size(); ++sign) {
        const bool isStar = pattern[sign] == '*';
        const bool isDeep = isStar && pattern.substr(sign).starts_with("**");
        std::vector<bool> next(path.size() + 1, false);
        next[0] = isStar && reached[0];
        for (std::size_t at = 0; at < path.size(); ++at) {
            const bool isAny = pattern[sign] == '?' && path[at] != '/';
            next[at + 1] = isStar
                ? reached[at + 1] || (next[at] && (isDeep || path[at] != '/'))
                : reached[at] && (isAny || lowered(path[at]) == lowered(pattern[sign]));
        }
        reached = std::move(next);
        sign += isDeep ? 1 : 0;
    }
    return reached[path.size()];
}

std::vector<std::string> patternAlternatives(std::string_view pattern)
{
    std::vector<std::string> done;
    std::vector<std::string> open{std::string(pattern)};
    while (!open.empty() && done.size() + open.size() <= kMaxAlternatives) {
        const std::string next = std::move(open.back());
        open.pop_back();
        const std::size_t brace = next.find('{');
        const std::size_t close = next.find('}', std::min(brace, next.size()));
        if (close == std::string::npos) {
            done.push_back(next);
            continue;
        }
        for (std::size_t at = brace + 1; at <= close;) {
            const std::size_t end = std::min(next.find(',', at), close);
            open.push_back(next.substr(0, brace) + next.substr(at, end - at)
                           + next.substr(close + 1));
            at = end + 1;
        }
    }
    std::ranges::sort(done);
    return done;
}

} // namespace lectern::core
