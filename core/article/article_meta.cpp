#include "core/article/article_meta.h"

#include "core/article/field_names.h"
#include "core/base/text.h"
#include "core/base/timestamp.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxItems = 1000;
constexpr std::size_t kMaxRawBytes = 4096;
constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::ranges::equal(text, lower, [](char left, char right) {
        return (left >= 'A' && left <= 'Z' ? left - 'A' + 'a' : left) == right;
    });
}

std::optional<bool> toBool(std::string_view text)
{
    for (const std::string_view word : {"true", "yes", "on", "1"}) {
        if (equalsIgnoringCase(text, word)) {
            return true;
        }
    }
    for (const std::string_view word : {"false", "no", "off", "0"}) {
        if (equalsIgnoringCase(text, word)) {
            return false;
        }
    }
    return std::nullopt;
}

/// A template's hole, such as `{{ replace .Name "-" " " }}` or `<% tp.file.title %>`: not a value.
bool isPlaceholder(std::string_view text)
{
    return (text.starts_with("{{") && text.ends_with("}}"))
        || (text.starts_with("<%") && text.ends_with("%>"));
}

std::string oneLine(std::string_view text)
{
    std::string line(trimmed(text));
    std::ranges::replace(line, '\n', ' ');
    return line;
}

void addItem(std::vector<std::string> &items, std::string_view item)
{
    item = trimmed(item);
    const bool isNew = std::ranges::find(items, item) == items.end();
    if (!item.empty() && isNew && items.size() < kMaxItems) {
        items.emplace_back(item);
    }
}

constexpr std::array<std::string_view, 5> kItemSeparators{",", ";", "\xEF\xBC\x8C", "\xE3\x80\x81",
                                                          "\xEF\xBC\x9B"};

/// `a, b；c` as three items.
void addSplitItems(std::vector<std::string> &items, std::string_view text)
{
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto separator = std::ranges::find_if(kItemSeparators, [&](std::string_view mark) {
            return text.substr(at).starts_with(mark);
        });
        if (separator == kItemSeparators.end()) {
            ++at;
            continue;
        }
        addItem(items, text.substr(start, at - start));
        at += separator->size();
        start = at;
    }
    addItem(items, text.substr(start));
}

/// Reads one tree into one meta; lives for one call of fillMeta().
class MetaReader final
{
public:
    MetaReader(const FieldTree &tree, const BlockPlace &block, ArticleMeta &meta,
               std::vector<Problem> &problems)
        : m_tree(tree)
        , m_block(block)
        , m_meta(meta)
        , m_problems(problems)
    {
        m_found.fill(kAbsent);
        m_isUsed.fill(false);
    }

    void read()
    {
        index(0, m_tree.nodes.size());
        indexContainers();
        readTitle();
        readDates();
        readTexts();
        readLists();
        readFlags();
        readSource();
        keepOthers();
    }

private:
    /// Remembers where each known key of one map stands; the first wins.
    void index(std::size_t first, std::size_t end)
    {
        for (std::size_t at = first; at < end; at += m_tree.nodes[at].span) {
            const Field field = fieldNamed(m_tree.nodes[at].key);
            if (field == Field::Unknown) {
                continue;
            }
            std::size_t &place = m_found[static_cast<std::size_t>(field)];
            if (field == Field::Container) {
                m_containers.push_back(at);
            } else if (place == kAbsent) {
                place = at;
            }
        }
    }

    void indexContainers()
    {
        const std::vector<std::size_t> containers = std::move(m_containers);
        for (const std::size_t at : containers) {
            if (m_tree.nodes[at].kind == ValueKind::Map) {
                index(at + 1, at + m_tree.nodes[at].span);
            }
        }
    }

    const FieldNode *find(Field field)
    {
        const std::size_t at = m_found[static_cast<std::size_t>(field)];
        if (at == kAbsent) {
            return nullptr;
        }
        m_isUsed[static_cast<std::size_t>(field)] = true;
        return &m_tree.nodes[at];
    }

    std::size_t indexOf(const FieldNode &node) const
    {
        return static_cast<std::size_t>(&node - m_tree.nodes.data());
    }

    /// The text of a value that should be text; of a list its first item; of a map the child that
    /// says where a picture or a name is.
    std::string_view textOf(const FieldNode &node) const
    {
        if (node.kind == ValueKind::Text) {
            return trimmed(node.text);
        }
        const std::size_t end = indexOf(node) + node.span;
        for (std::size_t at = indexOf(node) + 1; at < end; at += m_tree.nodes[at].span) {
            const FieldNode &child = m_tree.nodes[at];
            const bool isNamed = node.kind == ValueKind::List
                || std::ranges::any_of(kInnerKeys, [&](std::string_view key) {
                                     return equalsIgnoringCase(child.key, key);
                                 });
            if (isNamed && child.kind == ValueKind::Text) {
                return trimmed(child.text);
            }
        }
        return {};
    }

    std::string firstText(std::initializer_list<Field> fields)
    {
        for (const Field field : fields) {
            const FieldNode *node = find(field);
            const std::string_view text = node == nullptr ? std::string_view() : textOf(*node);
            if (!text.empty() && !isPlaceholder(text)) {
                return std::string(text);
            }
        }
        return {};
    }

    std::vector<std::string> firstList(std::initializer_list<Field> fields)
    {
        for (const Field field : fields) {
            const FieldNode *node = find(field);
            std::vector<std::string> items
                = node == nullptr ? std::vector<std::string>() : listOf(*node);
            if (!items.empty()) {
                return items;
            }
        }
        return {};
    }

    std::vector<std::string> listOf(const FieldNode &node) const
    {
        std::vector<std::string> items;
        if (node.kind == ValueKind::Text && !isPlaceholder(trimmed(node.text))) {
            addSplitItems(items, node.text);
        }
        const std::size_t end = indexOf(node) + node.span;
        for (std::size_t at = indexOf(node) + 1; at < end; at += m_tree.nodes[at].span) {
            const FieldNode &item = m_tree.nodes[at];
            if (item.key.empty() && item.kind != ValueKind::List) {
                addItem(items, textOf(item));
            }
        }
        return items;
    }

    std::optional<bool> flag(Field field)
    {
        const FieldNode *node = find(field);
        return node == nullptr ? std::nullopt : toBool(trimmed(node->text));
    }

    void readTitle()
    {
        m_meta.title = oneLine(firstText({Field::Title}));
        if (!m_meta.title.empty()) {
            m_meta.titleOrigin = TitleOrigin::FrontMatter;
        }
    }

    bool readDate(Field field, DateOrigin origin)
    {
        const FieldNode *node = find(field);
        if (node == nullptr || node->kind != ValueKind::Text) {
            return false;
        }
        const std::optional<Timestamp> date = parseTimestamp(trimmed(node->text));
        if (!date) {
            return false;
        }
        m_meta.date = date;
        m_meta.dateOrigin = origin;
        m_meta.dateText = trimmed(node->text);
        return true;
    }

    void readDates()
    {
        const bool isFound = readDate(Field::Date, DateOrigin::Date)
            || readDate(Field::MicrosoftDate, DateOrigin::Date)
            || readDate(Field::PublishDate, DateOrigin::PublishDate)
            || readDate(Field::Published, DateOrigin::PublishDate)
            || readDate(Field::Created, DateOrigin::Created)
            || readDate(Field::LastModified, DateOrigin::LastModified);
        const FieldNode *date = find(Field::Date);
        if (date == nullptr || isFound || date->kind != ValueKind::Text) {
            return;
        }
        m_meta.dateText = trimmed(date->text);
        const LineColumn place = placeInFile(m_block, date->valueOffset);
        m_problems.push_back({ProblemCode::DateUnreadable, place.line, place.column,
                              "The date \"" + m_meta.dateText + "\" cannot be read.", "", ""});
    }

    void readTexts()
    {
        m_meta.summary = firstText({Field::Summary, Field::Description, Field::Excerpt});
        m_meta.lead = firstText({Field::Lead});
        m_meta.menu = firstText({Field::Menu});
        m_meta.sidebar = firstText({Field::Sidebar});
        m_meta.slug = firstText({Field::Slug});
        m_meta.url = firstText({Field::Url, Field::Permalink});
        m_meta.thumbnail = firstText(
            {Field::Thumbnail, Field::FeaturedImage, Field::Image, Field::Cover, Field::Images});
    }

    void readLists()
    {
        m_meta.categories = firstList({Field::Categories, Field::Category});
        m_meta.tags = firstList({Field::Tags, Field::Tag});
        m_meta.languages = firstList({Field::Languages});
        m_meta.translations = firstList({Field::Translations});
        m_meta.authors = firstList({Field::Authors, Field::Author});
        m_meta.keywords = firstList({Field::Keywords});
        m_meta.series = firstList({Field::Series});
        m_meta.aliases = firstList({Field::Aliases});
        m_meta.widgets = firstList({Field::Widgets});
    }

    void readFlags()
    {
        m_meta.isDraft = flag(Field::Draft).value_or(!flag(Field::Published).value_or(true));
        m_meta.comments = flag(Field::Comments);
        m_meta.authorbox = flag(Field::Authorbox);
        m_meta.pager = flag(Field::Pager);
        m_meta.toc = flag(Field::Toc);
        m_meta.mathjax = flag(Field::Mathjax);
    }

    void readSource()
    {
        for (const Field field :
             {Field::Source, Field::Canonical, Field::Url, Field::Permalink, Field::Link}) {
            const std::string text = firstText({field});
            if (text.starts_with("http://") || text.starts_with("https://")) {
                m_meta.source = text;
                return;
            }
        }
    }

    void keepOthers()
    {
        for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
            const FieldNode &node = m_tree.nodes[at];
            const Field field = fieldNamed(node.key);
            if (field == Field::Unknown || field == Field::Container
                || !m_isUsed[static_cast<std::size_t>(field)]) {
                m_meta.others.emplace_back(node.key, flowText(m_tree, at, kMaxRawBytes));
            }
        }
    }

    static constexpr std::array<std::string_view, 7> kInnerKeys{"src",  "image", "url", "path",
                                                                "name", "title", "href"};

    const FieldTree &m_tree;
    const BlockPlace &m_block;
    ArticleMeta &m_meta;
    std::vector<Problem> &m_problems;
    std::array<std::size_t, kFieldCount> m_found{};
    std::array<bool, kFieldCount> m_isUsed{};
    std::vector<std::size_t> m_containers;
};

} // namespace

LineColumn placeInFile(const BlockPlace &block, std::size_t offset)
{
    const std::string_view before = block.text.substr(0, offset);
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    const auto isCharacterStart
        = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    LineColumn place;
    place.line
        = block.line + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    place.column = 1
        + static_cast<std::uint32_t>(
                       std::ranges::count_if(before.substr(lineStart), isCharacterStart));
    return place;
}

void fillMeta(const FieldTree &tree, const BlockPlace &block, ArticleMeta &meta,
              std::vector<Problem> &problems)
{
    MetaReader(tree, block, meta, problems).read();
}

} // namespace lectern::core
