#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// The web address that \a url leads to by way of a page that only asks whether to leave a site, as
/// those of Zhihu, Juejin and Jianshu do. Empty where \a url is none, or leads to no web address.
std::string redirectTarget(std::string_view url);

} // namespace lectern::core
