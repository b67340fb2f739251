#include "core/state/key_index.h"

#include <numeric>

namespace lectern::core {

std::vector<std::uint32_t> firstCopies(std::span<const ArticleKey> articles,
                                       const Owners<std::uint64_t> &texts)
{
    std::vector<std::uint32_t> firsts(articles.size());
    std::iota(firsts.begin(), firsts.end(), 0);
    for (const auto &[hash, rows] : texts) {
        if (rows.size() < 2) {
            continue;
        }
        std::vector<std::string_view> addresses;
        for (const std::uint32_t row : rows) {
            addresses.push_back(articles[row].source);
        }
        std::ranges::sort(addresses);
        addresses.erase(std::ranges::unique(addresses).begin(), addresses.end());
        const bool isOneArticle
            = addresses.size() == 1 || (addresses.size() == 2 && addresses.front().empty());
        Owners<std::string_view> apart;
        for (const std::uint32_t row : rows) {
            apart[isOneArticle ? std::string_view() : articles[row].source].push_back(row);
        }
        for (const auto &[address, same] : apart) {
            for (const std::uint32_t row : same) {
                firsts[row] = same.front();
            }
        }
    }
    return firsts;
}

} // namespace lectern::core
