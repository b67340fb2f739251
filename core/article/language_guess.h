#pragma once

#include <string_view>

namespace lectern::core {

/// The language that the script of \a text suggests: `zh-CN`, `zh-TW`, `ja`, `ko`, `ru` or `en`;
/// empty when nothing does. Looks at the first KB.
std::string_view guessLanguage(std::string_view text);

} // namespace lectern::core
