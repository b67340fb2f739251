#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// The BCP 47 tag that \a written means: `zh-CN` for `zh_CN`, `zh-cn` and `zh_CN.UTF-8`, `zh-Hant`
/// for `zh-hant`. What is no such tag (`Chinese`, `Go`) stays as it is.
std::string languageTag(std::string_view written);

} // namespace lectern::core
