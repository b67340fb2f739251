#include "core/article/property_lines.h"

#include "core/article/front_matter/article_meta.h"
#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/lines.h"
#include "core/article/front_matter/tree_writer.h"
#include "core/article/meta_gaps.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxLines = 60;
constexpr std::size_t kMaxKeyBytes = 60;
constexpr std::size_t kMaxTitleBytes = 1024;

struct Alias
{
    std::string_view written; ///< folded, without blanks and `_`
    std::string_view key;
};

/// What the programs call fields that front matter has.
constexpr std::array kAliases{
    Alias{"createdtime", "created"},
    Alias{"usercreatedtime", "created"},
    Alias{"创建时间", "created"},
    Alias{"创建日期", "created"},
    Alias{"日期", "date"},
    Alias{"publisheddate", "publishDate"},
    Alias{"发布日期", "publishDate"},
    Alias{"发布时间", "publishDate"},
    Alias{"lasteditedtime", "updated"},
    Alias{"lastedited", "updated"},
    Alias{"updatedtime", "updated"},
    Alias{"userupdatedtime", "updated"},
    Alias{"最后编辑时间", "updated"},
    Alias{"上次编辑时间", "updated"},
    Alias{"更新时间", "updated"},
    Alias{"标签", "tags"},
    Alias{"多选", "tags"},
    Alias{"分类", "category"},
    Alias{"类别", "category"},
    Alias{"作者", "author"},
    Alias{"摘要", "summary"},
    Alias{"url", "source"},
    Alias{"链接", "source"},
    Alias{"来源", "source"},
    Alias{"网址", "source"},
};

struct Property
{
    std::string key; ///< empty: the line has none
    std::string_view value;
};

/// `Last Edited Time: May 1`: words, a colon and a blank or the end.
Property propertyOf(std::string_view line)
{
    const std::size_t colon = line.find(':');
    const bool isProperty = colon != kNone && colon > 0 && colon <= kMaxKeyBytes
        && (colon + 1 == line.size() || line[colon + 1] == ' ')
        && line.find_first_of("*[]()<>`#|\"") >= colon
        && static_cast<unsigned char>(line.front()) > ' ' && line.front() != '-'
        && line.front() != '+';
    if (!isProperty) {
        return {};
    }
    std::string key = foldForSearch(line.substr(0, colon));
    std::erase_if(key, [](char byte) { return byte == ' ' || byte == '_'; });
    const auto *const alias = std::ranges::find(kAliases, key, &Alias::written);
    key = alias == kAliases.end() ? key : std::string(alias->key);
    return {std::move(key), trimmed(line.substr(colon + 1))};
}

/// What lines of properties say.
class PropertyReader final
{
public:
    void add(Property property)
    {
        ++m_lines;
        m_known += fieldNamed(property.key) < Field::Container ? 1 : 0;
        if (property.value.empty()) {
            return;
        }
        m_writer.setKey(m_writer.tree.keep(std::move(property.key)), 0);
        m_writer.addText(property.value, 0, true);
    }

    std::size_t lines() const { return m_lines; }

    std::size_t known() const { return m_known; }

    void fillGapsOf(ArticleMeta &meta) const
    {
        ArticleMeta fields;
        std::vector<Problem> unused; // The lines are no front matter that a person wrote.
        fillMeta(m_writer.tree, {{}, 1, FrontMatterKind::Lines}, fields, unused);
        const std::string title = std::move(meta.title);
        fillGaps(meta, fields);
        meta.title = title;
        meta.others.insert(meta.others.end(), fields.others.begin(), fields.others.end());
    }

private:
    TreeWriter m_writer;
    std::size_t m_lines = 0;
    std::size_t m_known = 0;
};

/// \a text without the blank lines it begins with.
std::string_view withoutBlankLines(std::string_view text)
{
    while (!text.empty() && isBlankLine(lineAt(text, 0))) {
        text.remove_prefix(afterLine(text, 0));
    }
    return text;
}

/// Where the last line of \a text begins, which does not end in a line feed.
std::size_t lastLine(std::string_view text)
{
    return text.rfind('\n') + 1; // npos + 1 is 0
}

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdefABCDEF") == kNone;
}

} // namespace

void readNotionLines(std::string_view body, bool isExport, ArticleMeta &meta)
{
    std::string_view rest = withoutBlankLines(body);
    if (!rest.starts_with("# ")) {
        return;
    }
    rest.remove_prefix(afterLine(rest, 0));
    if (rest.empty() || !isBlankLine(lineAt(rest, 0))) {
        return;
    }
    rest = withoutBlankLines(rest);
    PropertyReader reader;
    while (!rest.empty() && !isBlankLine(lineAt(rest, 0))) {
        Property property = propertyOf(lineAt(rest, 0));
        if (property.key.empty() || reader.lines() == kMaxLines) {
            return;
        }
        reader.add(std::move(property));
        rest.remove_prefix(afterLine(rest, 0));
    }
    const bool isMeant
        = isExport ? reader.known() > 0 : reader.known() > 1 && reader.known() == reader.lines();
    if (isMeant) {
        reader.fillGapsOf(meta);
    }
}

std::size_t joplinTextSize(std::string_view text)
{
    std::string_view rest = text.substr(0, text.find_last_not_of(" \n") + 1);
    const std::string_view type = rest.substr(lastLine(rest));
    if (!type.starts_with("type_: ") || type.size() > 9) {
        return text.size();
    }
    for (std::size_t lines = 0; lines < kMaxLines && !rest.empty(); ++lines) {
        const std::size_t start = lastLine(rest);
        const std::string_view line = rest.substr(start);
        if (line.starts_with("id: ") && isHex(line.substr(4), 32)) {
            return start;
        }
        if (propertyOf(line).key.empty()) {
            break;
        }
        rest = rest.substr(0, start == 0 ? 0 : start - 1);
    }
    return text.size();
}

void readJoplinLines(std::string_view lines, std::string_view body, ArticleMeta &meta)
{
    if (meta.title.empty()) {
        meta.title = wholeCharacters(trimmed(lineAt(withoutBlankLines(body), 0)), kMaxTitleBytes);
        meta.titleOrigin = TitleOrigin::Heading;
    }
    PropertyReader reader;
    for (std::string_view rest = lines; !rest.empty(); rest.remove_prefix(afterLine(rest, 0))) {
        Property property = propertyOf(lineAt(rest, 0));
        if (!property.key.empty()) {
            reader.add(std::move(property));
        }
    }
    reader.fillGapsOf(meta);
}

} // namespace lectern::core
