#include "core/state/word_difference.h"

#include "core/state/tokens.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

namespace lectern::core {

namespace {

/// Steps that are looked for; the memory grows with their square.
constexpr int kMaxSteps = 2000;

using Kind = DifferencePiece::Kind;
using Parts = std::vector<std::string_view>;

/// The words of \a text and what stands between them; together all of it.
Parts wordsOf(std::string_view text)
{
    Parts words;
    std::size_t end = 0;
    const auto add = [&](std::size_t first, std::size_t last) {
        if (first < last) {
            words.push_back(text.substr(first, last - first));
        }
    };
    for (const Token &token : tokensOf(text)) {
        add(end, token.start);
        add(token.start, token.end);
        end = token.end;
    }
    add(end, text.size());
    return words;
}

Parts linesOf(std::string_view text)
{
    Parts lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

struct Step
{
    Kind kind = Kind::Same;
    std::string_view part;
};

/// E. W. Myers, An O(ND) difference algorithm: how far one gets on each diagonal with so many
/// insertions and removals. Nothing where it takes more than kMaxSteps.
class ShortestEdit final
{
public:
    ShortestEdit(std::span<const std::string_view> before, std::span<const std::string_view> now)
        : m_before(before)
        , m_now(now)
        , m_width(static_cast<int>(before.size()))
        , m_height(static_cast<int>(now.size()))
    {}

    std::optional<std::vector<Step>> find()
    {
        std::vector<int> reached(2 * kMaxSteps + 3, 0);
        for (int steps = 0; steps <= kMaxSteps; ++steps) {
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                int &here = reached[indexOf(diagonal)];
                const int below = reached[indexOf(diagonal + 1)];
                const int left = reached[indexOf(diagonal - 1)];
                const bool isDown = diagonal == -steps || (diagonal != steps && left < below);
                here = follow(isDown ? below : left + 1, diagonal);
                if (here >= m_width && here - diagonal >= m_height) {
                    m_trace.push_back(copyOf(reached, steps));
                    return wayBack();
                }
            }
            m_trace.push_back(copyOf(reached, steps));
        }
        return std::nullopt;
    }

private:
    static std::size_t indexOf(int diagonal)
    {
        return static_cast<std::size_t>(diagonal + kMaxSteps + 1);
    }

    static std::vector<int> copyOf(const std::vector<int> &reached, int steps)
    {
        const auto middle = reached.begin() + kMaxSteps + 1;
        return {middle - steps, middle + steps + 1};
    }

    /// Along what both have.
    int follow(int x, int diagonal) const
    {
        while (x < m_width && x - diagonal < m_height
               && m_before[static_cast<std::size_t>(x)]
                   == m_now[static_cast<std::size_t>(x - diagonal)]) {
            ++x;
        }
        return x;
    }

    int reachedWith(int steps, int diagonal) const
    {
        const auto &row = m_trace[static_cast<std::size_t>(steps)];
        const int place = diagonal + steps;
        return place < 0 || place >= static_cast<int>(row.size())
            ? -1
            : row[static_cast<std::size_t>(place)];
    }

    std::vector<Step> wayBack() const
    {
        std::vector<Step> way;
        int x = m_width;
        int y = m_height;
        for (int steps = static_cast<int>(m_trace.size()) - 1; steps > 0; --steps) {
            const int diagonal = x - y;
            const int below = reachedWith(steps - 1, diagonal + 1);
            const int left = reachedWith(steps - 1, diagonal - 1);
            const bool isDown = diagonal == -steps || (diagonal != steps && left < below);
            const int startX = isDown ? below : left + 1;
            takeSame(way, x, y, startX);
            if (isDown) {
                way.push_back({Kind::Added, m_now[static_cast<std::size_t>(--y)]});
            } else {
                way.push_back({Kind::Removed, m_before[static_cast<std::size_t>(--x)]});
            }
        }
        takeSame(way, x, y, 0);
        std::ranges::reverse(way);
        return way;
    }

    void takeSame(std::vector<Step> &way, int &x, int &y, int startX) const
    {
        for (; x > startX; --y) {
            way.push_back({Kind::Same, m_before[static_cast<std::size_t>(--x)]});
        }
    }

    std::span<const std::string_view> m_before;
    std::span<const std::string_view> m_now;
    int m_width;
    int m_height;
    std::vector<std::vector<int>> m_trace; ///< by steps
};

void add(std::vector<DifferencePiece> &pieces, Kind kind, std::string_view text)
{
    if (text.empty()) {
        return;
    }
    if (!pieces.empty() && pieces.back().kind == kind) {
        pieces.back().text += text;
    } else {
        pieces.push_back({kind, std::string(text)});
    }
}

/// No words, and no end of a line.
bool isGap(std::string_view part)
{
    return !nextToken(part, 0) && part.find('\n') == std::string_view::npos;
}

/// What is removed and added between two same parts, in this order. A blank that two changed words
/// happen to have beside them goes with them.
std::vector<DifferencePiece> piecesOf(const std::vector<Step> &steps)
{
    std::vector<DifferencePiece> pieces;
    std::string removed;
    std::string added;
    const auto flush = [&] {
        add(pieces, Kind::Removed, std::exchange(removed, {}));
        add(pieces, Kind::Added, std::exchange(added, {}));
    };
    for (std::size_t step = 0; step < steps.size(); ++step) {
        if (steps[step].kind != Kind::Same) {
            (steps[step].kind == Kind::Removed ? removed : added) += steps[step].part;
            continue;
        }
        const bool isChangedAround = !(removed.empty() && added.empty()) && step + 1 < steps.size()
            && steps[step + 1].kind != Kind::Same;
        if (isChangedAround && isGap(steps[step].part)) {
            removed += steps[step].part;
            added += steps[step].part;
        } else {
            flush();
            add(pieces, Kind::Same, steps[step].part);
        }
    }
    flush();
    return pieces;
}

std::optional<std::vector<DifferencePiece>> differenceOf(const Parts &before, const Parts &now)
{
    const auto steps = ShortestEdit(before, now).find();
    return steps ? std::optional(piecesOf(*steps)) : std::nullopt;
}

} // namespace

std::vector<DifferencePiece> wordDifference(std::string_view before, std::string_view now)
{
    if (auto pieces = differenceOf(wordsOf(before), wordsOf(now))) {
        return *std::move(pieces);
    }
    if (auto pieces = differenceOf(linesOf(before), linesOf(now))) {
        return *std::move(pieces);
    }
    std::vector<DifferencePiece> pieces;
    add(pieces, Kind::Removed, before);
    add(pieces, Kind::Added, now);
    return pieces;
}

} // namespace lectern::core
