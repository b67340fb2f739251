#include "core/article/front_matter/article_meta.h"

#include "core/article/front_matter/damaged_value.h"
#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/field_values.h"
#include "core/article/front_matter/lines.h"
#include "core/article/plain_text.h"
#include "core/base/text.h"
#include "core/base/timestamp.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxRawBytes = 4096;
constexpr std::size_t kMaxOthersBytes = 64U << 10U;
constexpr std::uint32_t kAbsent = UINT32_MAX;

void setOneLine(std::string &line, std::string_view text)
{
    line = trimmed(text);
    if (line.find('\n') != std::string::npos) {
        std::ranges::replace(line, '\n', ' ');
    }
}

/// 1899-11-30 at midnight is what JavaScript makes of 0000-00-00, which databases write for "none".
/// Who means that day writes no time.
bool isNoDate(const Timestamp &date)
{
    constexpr std::int64_t kDateZero = -2'211'753'600;
    return date.wallSeconds == kDateZero && date.precision != Precision::Day;
}

bool isWebAddress(std::string_view text)
{
    return text.starts_with("https://") || text.starts_with("http://");
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
    }

    void read()
    {
        indexFields();
        readTitle();
        readDates();
        readTexts();
        readLists();
        readFlags();
        readSource();
        keepOthers();
    }

private:
    void indexFields()
    {
        std::array<std::size_t, 4> containers{};
        std::size_t containerCount = 0;
        std::size_t ordinal = 0;
        for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
            const Field field = fieldNamed(m_tree.nodes[at].key);
            if (ordinal < m_firstFields.size()) {
                m_firstFields[ordinal] = field;
            }
            ++ordinal;
            index(field, at, true);
            if (field == Field::Container && containerCount < containers.size()) {
                containers[containerCount++] = at;
            }
        }
        reportDuplicates(ordinal);
        for (std::size_t i = 0; i < containerCount; ++i) {
            const FieldNode &container = m_tree.nodes[containers[i]];
            const std::size_t end = containers[i] + container.span;
            for (std::size_t at = containers[i] + 1; at < end; at += m_tree.nodes[at].span) {
                index(fieldNamed(m_tree.nodes[at].key), at, false);
            }
        }
    }

    /// Remembers where a known key stands. Of two spellings the first wins; of one key written
    /// twice the last, as for Hugo, Jekyll and PyYAML.
    void index(Field field, std::size_t at, bool isTop)
    {
        if (field >= Field::Container) {
            return;
        }
        std::uint32_t &found = m_found[static_cast<std::size_t>(field)];
        if (found == kAbsent || (isTop && m_tree.nodes[found].key == m_tree.nodes[at].key)) {
            found = static_cast<std::uint32_t>(at);
        }
    }

    void reportDuplicates(std::size_t keys)
    {
        constexpr std::size_t kFew = 48;
        if (keys > kFew) {
            reportDuplicatesOfMany();
            return;
        }
        // Keys that are the same share a bit; others rarely do.
        std::uint64_t known = 0;
        std::uint64_t unknown = 0;
        std::size_t ordinal = 0;
        for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
            const Field field = m_firstFields[ordinal++];
            std::uint64_t &seen = field == Field::Unknown ? unknown : known;
            const std::uint64_t bit
                = field == Field::Unknown ? bitOf(m_tree.nodes[at].key) : bitOf(field);
            if ((seen & bit) != 0) {
                reportIfSeen(at);
            }
            seen |= bit;
        }
    }

    static std::uint64_t bitOf(Field field)
    {
        static_assert(kFieldCount <= 64);
        return std::uint64_t{1} << static_cast<unsigned>(field);
    }

    /// Of the length and the first letter.
    static std::uint64_t bitOf(std::string_view key)
    {
        const unsigned letter = key.empty() ? 0U : static_cast<unsigned char>(key.front());
        return std::uint64_t{1} << ((key.size() * 7 + std::size_t{letter} * 3) & 63U);
    }

    void reportIfSeen(std::size_t at)
    {
        std::size_t last = at;
        for (std::size_t before = 0; before < at; before += m_tree.nodes[before].span) {
            last = m_tree.nodes[before].key == m_tree.nodes[at].key ? before : last;
        }
        if (last != at) {
            reportDuplicate(last, at);
        }
    }

    void reportDuplicatesOfMany()
    {
        std::unordered_map<std::string_view, std::size_t> last;
        for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
            const auto [known, isNew] = last.try_emplace(m_tree.nodes[at].key, at);
            if (!isNew) {
                reportDuplicate(std::exchange(known->second, at), at);
            }
        }
    }

    void reportDuplicate(std::size_t first, std::size_t second)
    {
        constexpr std::size_t kMaxReports = 20;
        const FieldNode &node = m_tree.nodes[first];
        if (m_problems.size() > kMaxReports || node.key == "<<") {
            return;
        }
        Problem problem = problemAt(m_block, node.offset, ProblemCode::KeyDuplicate);
        problem.message = "The key \"" + std::string(node.key)
            + "\" stands again further down; the last one counts.";
        problem.valueUsed = flowText(m_tree, second, kMaxRawBytes);
        if (m_block.kind != FrontMatterKind::Json) {
            problem.proposal = "# " + std::string(lineAt(m_block.text, node.offset));
        }
        m_problems.push_back(std::move(problem));
    }

    /// The node of \a field, or kAbsent. What was asked for is no other key any more.
    std::size_t find(Field field)
    {
        m_isUsed[static_cast<std::size_t>(field)] = true;
        return m_found[static_cast<std::size_t>(field)];
    }

    /// A value of an unexpected kind, kept among the other keys.
    void refuse(Field field, std::string_view wanted)
    {
        m_isUsed[static_cast<std::size_t>(field)] = false;
        const FieldNode &node = m_tree.nodes[m_found[static_cast<std::size_t>(field)]];
        Problem problem = problemAt(m_block, node.valueOffset, ProblemCode::ValueUnexpected);
        problem.message = "The value of \"" + std::string(node.key) + "\" is a "
            + (node.kind == ValueKind::List ? "list" : "map") + " where " + std::string(wanted)
            + " was expected.";
        m_problems.push_back(std::move(problem));
    }

    void readText(std::initializer_list<Field> fields, std::string &value)
    {
        for (const Field field : fields) {
            const std::size_t at = find(field);
            if (at == kAbsent) {
                continue;
            }
            const std::string_view text = textOf(m_tree, at);
            if (!text.empty() && !isPlaceholder(text)) {
                value = text;
                return;
            }
            if (text.empty() && m_tree.nodes[at].kind == ValueKind::Map) {
                refuse(field, "text");
            }
        }
    }

    void readList(std::initializer_list<Field> fields, std::vector<std::string> &items)
    {
        for (const Field field : fields) {
            const std::size_t at = find(field);
            if (at == kAbsent) {
                continue;
            }
            addItemsOf(m_tree, at, items);
            if (!items.empty()) {
                return;
            }
            if (m_tree.nodes[at].kind == ValueKind::Map) {
                refuse(field, "a list");
            }
        }
    }

    void readTerms(std::initializer_list<Field> fields, std::vector<std::string> &items)
    {
        for (const Field field : fields) {
            const std::size_t at = find(field);
            if (at == kAbsent) {
                continue;
            }
            addTermsOf(m_tree, at, items);
            addCommented(at, items);
            if (!items.empty()) {
                return;
            }
        }
    }

    /// YAML takes `tags: #河 #湖` and `- #河` for comments; their writers do not.
    void addCommented(std::size_t at, std::vector<std::string> &items)
    {
        if (m_block.kind != FrontMatterKind::Yaml) {
            return;
        }
        const std::size_t end = at + m_tree.nodes[at].span;
        for (std::size_t node = at; node < end; ++node) {
            const FieldNode &value = m_tree.nodes[node];
            const bool mayGoOn = value.kind == ValueKind::Text && !value.isQuoted
                && trimmed(value.text).ends_with(',');
            if (value.kind == ValueKind::Null || mayGoOn) {
                addTagsOfLine(value, items);
            }
        }
    }

    void addTagsOfLine(const FieldNode &node, std::vector<std::string> &items)
    {
        std::string_view line
            = m_block.text.substr(std::min<std::size_t>(node.offset, m_block.text.size()));
        line = line.substr(0, line.find('\n'));
        const std::size_t hash = line.find(" #");
        std::string_view words
            = hash == std::string_view::npos ? std::string_view() : trimmed(line.substr(hash));
        const std::size_t before = items.size();
        while (words.size() > 1 && words.front() == '#'
               && std::string_view(" \t#!").find(words[1]) == std::string_view::npos) {
            const std::size_t length = std::min(words.find_first_of(" \t,"), words.size());
            addItem(items, words.substr(0, length));
            words = trimmed(words.substr(std::min(length + 1, words.size())));
        }
        if (items.size() > before) {
            reportCommented(node, items);
        }
    }

    void reportCommented(const FieldNode &node, const std::vector<std::string> &items)
    {
        Problem problem = problemAt(m_block, node.offset, ProblemCode::ValueUnexpected);
        problem.message = "YAML takes words behind \"#\" for a comment; they were read as names.";
        problem.valueUsed = items.back();
        if (!node.key.empty()) {
            problem.proposal = fieldLine(m_block.kind, node.key, items);
        }
        m_problems.push_back(std::move(problem));
    }

    std::optional<bool> flag(Field field)
    {
        const std::size_t at = find(field);
        return at == kAbsent ? std::nullopt : toBool(trimmed(m_tree.nodes[at].text));
    }

    void readTitle()
    {
        const std::size_t at = find(Field::Title);
        if (at == kAbsent) {
            return;
        }
        const FieldNode &node = m_tree.nodes[at];
        const bool isText = node.kind == ValueKind::Text || node.kind == ValueKind::Null;
        std::string &title = m_meta.title;
        setOneLine(title, isText ? node.text : titleAsWritten(node));
        if (isText && mayHoldMarkup(title)) {
            title = plainText(title);
        }
        if (title.empty() && !isText) {
            refuse(Field::Title, "text");
        }
        if (isPlaceholder(title)) {
            title.clear();
        }
        m_meta.titleOrigin = title.empty() ? m_meta.titleOrigin : TitleOrigin::FrontMatter;
        if (isText && m_block.kind == FrontMatterKind::Yaml) {
            reportCut(node);
        }
    }

    /// `title: [AI]` is a list for YAML and a title for its author.
    std::string_view titleAsWritten(const FieldNode &node)
    {
        const std::string_view written = trimmed(lineAt(m_block.text, node.valueOffset));
        if (!written.starts_with('[') && !written.starts_with('{')) {
            return {};
        }
        if (!isPlaceholder(written)) {
            Problem problem = problemAt(m_block, node.valueOffset, ProblemCode::ValueUnexpected);
            problem.message = "The title is written as a list or map; quotes would make it text.";
            problem.valueUsed = written;
            problem.proposal = fieldLine(m_block.kind, node.key, written);
            m_problems.push_back(std::move(problem));
        }
        return written;
    }

    /// An unquoted value ends at ` #`; what follows is lost unless somebody says so.
    void reportCut(const FieldNode &node)
    {
        if (node.isQuoted) {
            return;
        }
        const std::string_view line = lineAt(m_block.text, node.offset);
        const std::size_t hash = line.find(" #");
        const std::size_t colon = line.find(':');
        if (hash == std::string_view::npos || colon >= hash) {
            return;
        }
        const std::string_view written = trimmed(line.substr(colon + 1));
        if (!written.starts_with(node.text)) {
            return;
        }
        Problem problem
            = problemAt(m_block, node.offset + hash + 1, ProblemCode::TitleCutByComment);
        problem.message = "The title ends where \" #\" begins a comment; quotes would keep the "
                          "rest.";
        problem.valueUsed = node.text;
        problem.proposal = fieldLine(m_block.kind, node.key, written);
        m_problems.push_back(std::move(problem));
    }

    /// `2020-01-02`, `"[[2020-01-02]]"` of Obsidian, or a map `{created: …, updated: …}`.
    std::string_view dateTextOf(std::size_t at) const
    {
        const FieldNode &node = m_tree.nodes[at];
        if (node.kind == ValueKind::Map && node.span > 1) {
            for (std::size_t child = at + 1; child < at + node.span;
                 child += m_tree.nodes[child].span) {
                if (fieldNamed(m_tree.nodes[child].key) == Field::Created) {
                    return trimmed(m_tree.nodes[child].text);
                }
            }
            return trimmed(m_tree.nodes[at + 1].text);
        }
        std::string_view text = trimmed(node.text);
        if (text.starts_with("[[") && text.ends_with("]]")) {
            text = trimmed(text.substr(2, text.size() - 4));
        }
        return text;
    }

    bool readDate(Field field, DateOrigin origin)
    {
        const std::size_t at = find(field);
        if (at == kAbsent) {
            return false;
        }
        const std::string_view written = dateTextOf(at);
        const std::optional<Timestamp> date = parseTimestamp(written);
        if (!date || isNoDate(*date)) {
            return false;
        }
        m_meta.date = date;
        m_meta.dateOrigin = origin;
        m_meta.dateText = written;
        return true;
    }

    void readDates()
    {
        const bool isStated = readDate(Field::Date, DateOrigin::Date)
            || readDate(Field::MicrosoftDate, DateOrigin::Date);
        static_cast<void>(isStated || readDate(Field::PublishDate, DateOrigin::PublishDate)
                          || readDate(Field::Published, DateOrigin::PublishDate)
                          || readDate(Field::Created, DateOrigin::Created)
                          || readDate(Field::LastModified, DateOrigin::LastModified));
        const std::size_t at = std::min(find(Field::Date), find(Field::MicrosoftDate));
        if (isStated || at == kAbsent || textOf(m_tree, at).empty()) {
            return;
        }
        const std::string written(textOf(m_tree, at));
        Problem problem
            = problemAt(m_block, m_tree.nodes[at].valueOffset, ProblemCode::DateUnreadable);
        problem.message = "The date \"" + written + "\" means no day.";
        m_problems.push_back(std::move(problem));
        m_meta.dateText = m_meta.date ? m_meta.dateText : written;
    }

    void readTexts()
    {
        readText({Field::Summary, Field::Description, Field::Excerpt}, m_meta.summary);
        if (mayHoldMarkup(m_meta.summary)) { // crawlers take it out of HTML
            m_meta.summary = plainText(m_meta.summary);
        }
        readText({Field::Lead}, m_meta.lead);
        readMenu();
        readText({Field::Sidebar}, m_meta.sidebar);
        readText({Field::Slug}, m_meta.slug);
        readText({Field::Url, Field::Permalink}, m_meta.url);
        readText(
            {Field::Thumbnail, Field::FeaturedImage, Field::Image, Field::Cover, Field::Images},
            m_meta.thumbnail);
    }

    /// `menu: main`, or Hugo's map of menus with the place in each, which is kept as it is.
    void readMenu()
    {
        const std::size_t at = find(Field::Menu);
        if (at == kAbsent || m_tree.nodes[at].kind != ValueKind::Map) {
            readText({Field::Menu}, m_meta.menu);
            return;
        }
        m_isUsed[static_cast<std::size_t>(Field::Menu)] = false;
        std::string &names = m_meta.menu;
        const std::size_t end = at + m_tree.nodes[at].span;
        for (std::size_t child = at + 1; child < end; child += m_tree.nodes[child].span) {
            names.append(names.empty() ? "" : ", ").append(m_tree.nodes[child].key);
        }
    }

    void readLists()
    {
        readTerms({Field::Categories, Field::Category}, m_meta.categories);
        readTerms({Field::Tags, Field::Tag}, m_meta.tags);
        readList({Field::Languages}, m_meta.languages);
        readList({Field::Translations}, m_meta.translations);
        readList({Field::Authors, Field::Author}, m_meta.authors);
        readList({Field::Keywords}, m_meta.keywords);
        readList({Field::Series}, m_meta.series);
        readList({Field::Aliases}, m_meta.aliases);
        readList({Field::Widgets}, m_meta.widgets);
    }

    void readFlags()
    {
        const std::optional<bool> isDraft = flag(Field::Draft);
        const std::optional<bool> isPublished = flag(Field::Published);
        m_meta.isDraft = isDraft.value_or(!isPublished.value_or(true));
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
            const std::size_t at = m_found[static_cast<std::size_t>(field)];
            const std::string_view text = at == kAbsent ? std::string_view() : textOf(m_tree, at);
            if (isWebAddress(text)) {
                m_meta.source = text;
                m_isUsed[static_cast<std::size_t>(field)] = true;
                return;
            }
        }
    }

    void keepOthers()
    {
        std::size_t room = kMaxOthersBytes;
        std::size_t ordinal = 0;
        for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
            const Field field = ordinal < m_firstFields.size() ? m_firstFields[ordinal]
                                                               : fieldNamed(m_tree.nodes[at].key);
            ++ordinal;
            const bool isUsed
                = field < Field::Container && m_isUsed[static_cast<std::size_t>(field)];
            if (!isUsed && room > 0) {
                const std::string_view key = m_tree.nodes[at].key;
                std::string value = flowText(m_tree, at, std::min(room, kMaxRawBytes));
                room -= std::min(room, key.size() + value.size());
                m_meta.others.emplace_back(key, std::move(value));
            }
        }
    }

    const FieldTree &m_tree;
    const BlockPlace &m_block;
    ArticleMeta &m_meta;
    std::vector<Problem> &m_problems;
    std::array<std::uint32_t, kFieldCount> m_found{};
    std::array<bool, kFieldCount> m_isUsed{};
    std::array<Field, 64> m_firstFields; ///< of the first top keys, in order
};

} // namespace

Problem problemAt(const BlockPlace &block, std::size_t offset, ProblemCode code)
{
    const std::string_view before = block.text.substr(0, offset);
    const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    const auto characters = std::ranges::count_if(
        line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    Problem problem;
    problem.code = code;
    problem.line = block.line + static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    problem.column = static_cast<std::uint32_t>(characters) + 1;
    return problem;
}

void fillMeta(const FieldTree &tree, const BlockPlace &block, ArticleMeta &meta,
              std::vector<Problem> &problems)
{
    MetaReader(tree, block, meta, problems).read();
}

} // namespace lectern::core
