#include "core/markdown/redirects.h"

#include "core/base/text.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

struct LeavingPage
{
    std::string_view page; ///< host and path
    std::string_view key; ///< of the parameter that holds the address
};

constexpr std::array kLeavingPages{
    LeavingPage{"link.zhihu.com", "target"},
    LeavingPage{"link.juejin.cn", "target"},
    LeavingPage{"link.juejin.im", "target"},
    LeavingPage{"link.jianshu.com", "t"},
    LeavingPage{"www.jianshu.com/go-wild", "url"},
    LeavingPage{"link.csdn.net", "target"},
    LeavingPage{"link.segmentfault.com", "url"},
    LeavingPage{"gitee.com/link", "target"},
    LeavingPage{"www.oschina.net/action/GoToLink", "url"},
};

bool isWeb(std::string_view url)
{
    return url.starts_with("http://") || url.starts_with("https://");
}

/// The value of \a key in \a query. An address that nobody encoded has parameters of its own.
std::string_view valueOf(std::string_view query, std::string_view key)
{
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        std::string_view parameter = query.substr(0, end);
        if (parameter.starts_with(key) && parameter.substr(key.size()).starts_with('=')) {
            const std::string_view all = query.substr(key.size() + 1);
            return isWeb(all) ? all : parameter.substr(key.size() + 1);
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return {};
}

} // namespace

std::string redirectTarget(std::string_view url)
{
    const std::size_t start = isWeb(url) ? url.find("//") + 2 : std::string_view::npos;
    const std::size_t question = url.find('?');
    if (start == std::string_view::npos || question == std::string_view::npos) {
        return {};
    }
    std::string_view page = url.substr(start, question - std::min(question, start));
    page.remove_suffix(page.ends_with('/') ? 1 : 0);
    const auto *const row = std::ranges::find(kLeavingPages, page, &LeavingPage::page);
    if (row == kLeavingPages.end()) {
        return {};
    }
    const std::string_view value = valueOf(url.substr(question + 1), row->key);
    std::string target = isWeb(value) ? std::string(value) : percentDecoded(value);
    const bool isClean = std::ranges::all_of(
        target, [](char byte) { return static_cast<unsigned char>(byte) > ' ' && byte != '\x7F'; });
    return isWeb(target) && isClean && isValidUtf8(target) ? target : std::string();
}

} // namespace lectern::core
