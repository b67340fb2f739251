#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Bytes from \c start to before \c end.
struct TextRange
{
    std::size_t start = 0;
    std::size_t end = 0;

    bool operator==(const TextRange &) const = default;
};

/// A folded text that knows which part of the original each of its bytes comes from.
class FoldedText final
{
public:
    /// Folds as foldForSearch() does. Takes 8 bytes a character that is not ASCII more.
    explicit FoldedText(std::string_view original);

    const std::string &folded() const { return m_folded; }

    /// The whole characters of the original that folded() from \a start to before \a end comes
    /// from; \a start must lie before \a end. O(log length).
    TextRange originalOf(std::size_t start, std::size_t end) const;

private:
    /// What begins here in both texts: a run in which byte stands for byte, or a piece that is
    /// only found as a whole.
    struct Part
    {
        std::uint32_t folded = 0;
        std::uint32_t original : 31;
        std::uint32_t isRun : 1;
    };

    std::string m_folded;
    std::vector<Part> m_parts; ///< ascending; the last is the end of both texts
};

/// Where the folded \a needles stand in the original text that \a text was folded from: ascending,
/// those that overlap joined. Empty needles are nowhere.
std::vector<TextRange> findFolded(const FoldedText &text, std::span<const std::string> needles);

/// The same for \a original itself. Texts beyond 1 GB are not looked at.
std::vector<TextRange> findFolded(std::string_view original, std::span<const std::string> needles);

} // namespace lectern::core
