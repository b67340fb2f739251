#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lectern::core {

/// Where strings stand next in one text that is gone through from its start: each is looked for
/// once for every place it has, not once for every question, so that a text of nothing but opening
/// marks takes linear time. One thread. \a text must outlive it.
class NextPlace final
{
public:
    explicit NextPlace(std::string_view text)
        : m_text(text)
    {}

    /// The first place of \a needle at or behind \a from, or npos. Questions about a needle must
    /// not go backwards.
    std::size_t of(std::string_view needle, std::size_t from)
    {
        const auto known = m_places.find(needle);
        if (known == m_places.end()) {
            const std::size_t place = m_text.find(needle, from);
            m_places.emplace(needle, place);
            return place;
        }
        if (known->second != std::string_view::npos && known->second < from) {
            known->second = m_text.find(needle, from);
        }
        return known->second;
    }

private:
    std::string_view m_text;
    std::map<std::string, std::size_t, std::less<>> m_places;
};

} // namespace lectern::core
