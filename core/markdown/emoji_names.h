#pragma once

#include <string_view>

namespace lectern::core {

/// The emoji that blogs call \a name (`smile`, `+1`); empty for other words.
std::string_view emojiByName(std::string_view name);

} // namespace lectern::core
