#include "core/markdown/tree/other_headings.h"

#include "core/base/text.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxBytes = 256U << 10U;

/// The words of the heading \a line; empty where it is none.
std::string_view headingWords(std::string_view line)
{
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (level == 0 || level > 6 || !line.substr(level).starts_with(' ')) {
        return {};
    }
    std::string_view words = trimmed(line.substr(level));
    const std::size_t brace = words.ends_with('}') ? words.rfind('{') : std::string_view::npos;
    return brace == std::string_view::npos ? words : trimmed(words.substr(0, brace));
}

} // namespace

OtherHeadings::OtherHeadings(const LinkResolver &resolver)
    : m_resolver(resolver)
{}

std::string OtherHeadings::withHeading(std::string address)
{
    const std::size_t hash = address.find('#');
    if (hash == std::string::npos || hash + 1 == address.size()) {
        return address;
    }
    const std::string path = percentDecoded(std::string_view(address).substr(0, hash));
    const Names *const names
        = path.starts_with('/') && path.ends_with(".md") ? namesIn(path.substr(1)) : nullptr;
    const std::string part = percentDecoded(std::string_view(address).substr(hash + 1));
    for (const std::string &name : {part, headingSlug(part), siteSlug(part)}) {
        const auto found = names == nullptr ? Names::const_iterator() : names->find(name);
        if (names != nullptr && found != names->end()) {
            return found->second == part
                ? address
                : address.substr(0, hash + 1) + percentEncoded(found->second);
        }
    }
    return address;
}

const OtherHeadings::Names *OtherHeadings::namesIn(const std::string &path)
{
    const auto known = m_names.find(path);
    if (known != m_names.end()) {
        return &known->second;
    }
    if (m_names.size() >= kMaxArticles) {
        return nullptr;
    }
    if (!m_reader) {
        m_reader.emplace(m_resolver.root());
    }
    Names &names = m_names[path];
    Names bySite;
    std::map<std::string, int> uses;
    const std::string_view body = m_reader->readBody(path);
    for (const SourceLine &line : sourceLines(body.substr(0, kMaxBytes))) {
        const std::string_view words = line.isCode() ? std::string_view() : headingWords(line.text);
        if (!words.empty()) {
            const std::string slug = headingSlug(words);
            const int use = uses[slug]++;
            const std::string id = use == 0 ? slug : slug + "-" + std::to_string(use);
            names.emplace(id, id);
            bySite.emplace(siteSlug(words), id);
        }
    }
    names.merge(bySite); // What is an id is that.
    return &names;
}

} // namespace lectern::core
