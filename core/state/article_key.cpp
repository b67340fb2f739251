#include "core/state/article_key.h"

#include "core/article/article_title.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

/// What is behind these says from where a visitor came.
constexpr std::array<std::string_view, 22> kTrackers{
    "_hsenc",    "_hsmi",  "dclid",       "fbclid",  "gbraid",      "gclid",
    "igshid",    "mc_cid", "mc_eid",      "mkt_tok", "msclkid",     "oly_anon_id",
    "ref_src",   "s_cid",  "share_token", "spm",     "spm_id_from", "twclid",
    "vd_source", "wbraid", "wickedid",    "yclid"};
static_assert(std::ranges::is_sorted(kTrackers));

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return lower;
}

/// The part of \a text before \a sign, which is taken off it with the sign.
std::string_view takeBefore(std::string_view &text, std::string_view signs)
{
    const std::size_t end = std::min(text.find_first_of(signs), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end);
    return part;
}

bool isTracker(std::string_view parameter)
{
    const std::string name = lowered(parameter.substr(0, parameter.find('=')));
    return name.starts_with("utm_") || std::ranges::binary_search(kTrackers, name);
}

/// `?id=5` of `?id=5&utm_source=x`
std::string keptParameters(std::string_view query)
{
    std::string kept;
    while (!query.empty()) {
        query.remove_prefix(1); // the `?` or `&`
        const std::string_view parameter = takeBefore(query, "&");
        if (!parameter.empty() && !isTracker(parameter)) {
            kept.append(kept.empty() ? "?" : "&").append(parameter);
        }
    }
    return kept;
}

std::string normalHost(std::string_view authority)
{
    std::string host = lowered(authority.substr(authority.rfind('@') + 1));
    host.resize(std::min(host.find(':'), host.size()));
    return host.starts_with("www.") ? host.substr(4) : host;
}

bool isAddressItself(std::string_view fragment)
{
    return fragment.starts_with("#!") || fragment.starts_with("#/");
}

} // namespace

std::string normalSource(std::string_view source)
{
    std::string_view rest = trimmed(source);
    const std::size_t slashes = rest.find("//");
    const std::string scheme = lowered(rest.substr(0, std::min(slashes, rest.size())));
    if (slashes == std::string_view::npos
        || (scheme != "http:" && scheme != "https:" && !scheme.empty())) {
        return {};
    }
    rest.remove_prefix(slashes + 2);
    const std::string host = normalHost(takeBefore(rest, "/?#"));
    std::string_view path = takeBefore(rest, "?#");
    const std::string query = keptParameters(takeBefore(rest, "#"));
    const std::string_view fragment = isAddressItself(rest) ? rest : std::string_view();
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    if (host.empty() || (path.empty() && query.empty() && fragment.empty())) {
        return {};
    }
    return host + std::string(path) + query + std::string(fragment);
}

bool isSameFile(const ArticleKey &one, const ArticleKey &other)
{
    return one.path == other.path && one.stamp.modifiedNs != 0
        && one.stamp.modifiedNs == other.stamp.modifiedNs
        && one.stamp.sizeBytes == other.stamp.sizeBytes;
}

bool hasOwnTitle(const ArticleKey &key)
{
    return !key.title.empty() && key.title != titleFromPath(key.path);
}

} // namespace lectern::core
