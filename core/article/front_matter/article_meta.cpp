#include "core/article/front_matter/article_meta.h"

#include "core/article/front_matter/commented_terms.h"
#include "core/article/front_matter/damaged_value.h"
#include "core/article/front_matter/field_index.h"
#include "core/article/front_matter/field_table.h"
#include "core/article/front_matter/field_values.h"
#include "core/article/front_matter/lines.h"
#include "core/article/language_tag.h"
#include "core/article/plain_text.h"
#include "core/base/line_ends.h"
#include "core/base/text.h"
#include "core/base/timestamp.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string>
#include <utility>
#include <variant>

namespace lectern::core {

namespace {

constexpr std::size_t kAbsent = FieldIndex::kAbsent;

void setOneLine(std::string &line, std::string_view text)
{
    line = trimmed(text);
    if (line.find('\n') != std::string::npos) {
        line = withJoinedLines(line);
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
        , m_fields(tree, block, problems)
    {}

    void read()
    {
        readTitle();
        readDates();
        for (const FieldRow &row : kFields) {
            readPlaced(row);
        }
        tidyLanguages();
        readMenu();
        readDraft();
        readWeight();
        readSource();
        m_fields.keepOthers(m_meta.others);
    }

private:
    /// A value of an unexpected kind, kept among the other keys.
    void refuse(Field field, ProblemReason reason)
    {
        m_fields.setUsed(field, false);
        const FieldNode &node = m_tree.nodes[m_fields.placeOf(field)];
        Problem problem = problemAt(m_block, node.valueOffset, ProblemCode::ValueUnexpected);
        problem.wording = worded(reason, {std::string(node.key)});
        m_problems.push_back(std::move(problem));
    }

    void readPlaced(const FieldRow &row)
    {
        if (row.place.index() == 0 || m_fields.placeOf(row.field) == kAbsent) {
            return;
        }
        std::visit([&](const auto place) { readInto(row.field, place); }, row.place);
    }

    void readInto(Field /*field*/, std::monostate /*none*/) {}

    void readInto(Field field, std::string ArticleMeta::*place)
    {
        if (!(m_meta.*place).empty()) {
            return;
        }
        const std::size_t at = m_fields.use(field);
        const std::string_view text = textOf(m_tree, at);
        if (!text.empty() && !isPlaceholder(text)) {
            m_meta.*place = text;
        } else if (text.empty() && m_tree.nodes[at].kind == ValueKind::Map) {
            refuse(field, ProblemReason::MapForText);
        }
    }

    /// Crawlers take it out of HTML.
    void readInto(Field field, Prose prose)
    {
        std::string &text = m_meta.*prose.place;
        if (!text.empty()) {
            return;
        }
        readInto(field, prose.place);
        if (text.find('\n') != std::string::npos) {
            text = withJoinedLines(text);
        }
        joinFolds(field, text);
        if (mayHoldMarkup(text)) {
            text = plainText(text);
        }
    }

    void readInto(Field field, std::vector<std::string> ArticleMeta::*place)
    {
        std::vector<std::string> &items = m_meta.*place;
        if (!items.empty()) {
            return;
        }
        const std::size_t at = m_fields.use(field);
        if (isOneItem(at)) {
            addItem(items, m_tree.nodes[at].text);
        } else {
            addItemsOf(m_tree, at, items);
        }
        if (items.empty() && m_tree.nodes[at].kind == ValueKind::Map) {
            refuse(field, ProblemReason::MapForList);
        }
    }

    void readInto(Field field, Terms terms)
    {
        std::vector<std::string> &items = m_meta.*terms.place;
        if (!items.empty()) {
            return;
        }
        const std::size_t at = m_fields.use(field);
        if (isOneItem(at)) {
            addItem(items, m_tree.nodes[at].text);
        } else if (areWords(field)) {
            addWordsOf(m_tree, at, items);
        } else {
            addTermsOf(m_tree, at, items);
        }
        if (m_block.kind == FrontMatterKind::Yaml) {
            addCommentedTerms(m_tree, at, m_block, items, m_problems);
        }
    }

    /// What a vault says that the property at \a at is; empty when it says nothing.
    std::string_view typeOf(std::size_t at) const
    {
        if (m_block.types == nullptr || m_block.types->empty()) {
            return {};
        }
        const auto type = m_block.types->find(foldForSearch(m_tree.nodes[at].key));
        return type == m_block.types->end() ? std::string_view() : type->second;
    }

    /// Obsidian splits its own lists alone.
    bool isOneItem(std::size_t at) const
    {
        const std::string_view type = typeOf(at);
        return m_tree.nodes[at].kind == ValueKind::Text && (type == "text" || type == "multitext");
    }

    /// The place of \a field if it is there and no vault says that it is something else.
    std::size_t placeOfDate(Field field)
    {
        const std::size_t at = m_fields.placeOf(field);
        const std::string_view type = at == kAbsent ? std::string_view() : typeOf(at);
        const bool mayBeDate = type.empty() || type == "date" || type == "datetime";
        return mayBeDate ? m_fields.use(field) : kAbsent;
    }

    bool areWords(Field field) const
    {
        switch (m_block.words) {
        case WordLists::None:
            return false;
        case WordLists::Posts:
            return field == Field::Tags || field == Field::Categories;
        case WordLists::Notes:
            break;
        }
        return field == Field::Tags || field == Field::Tag;
    }

    void readInto(Field field, std::optional<bool> ArticleMeta::*place)
    {
        m_meta.*place = flag(field);
    }

    std::optional<bool> flag(Field field)
    {
        const std::size_t at = m_fields.use(field);
        return at == kAbsent ? std::nullopt : toBool(trimmed(m_tree.nodes[at].text));
    }

    void readTitle()
    {
        const std::size_t at = m_fields.use(Field::Title);
        if (at == kAbsent) {
            return;
        }
        const FieldNode &node = m_tree.nodes[at];
        const bool isText = node.kind == ValueKind::Text || node.kind == ValueKind::Null;
        std::string &title = m_meta.title;
        setOneLine(title, isText ? node.text : titleAsWritten(node));
        joinFolds(Field::Title, title);
        if (isText && mayHoldMarkup(title)) {
            title = plainText(title);
        }
        if (title.empty() && !isText) {
            refuse(Field::Title,
                   node.kind == ValueKind::List ? ProblemReason::ListForText
                                                : ProblemReason::MapForText);
        }
        if (isPlaceholder(title)) {
            title.clear();
        }
        m_meta.titleOrigin = title.empty() ? m_meta.titleOrigin : TitleOrigin::FrontMatter;
        if (isText && m_block.kind == FrontMatterKind::Yaml) {
            reportCut(node);
        }
    }

    /// Takes the blanks out of \a text that folding put between Chinese characters.
    void joinFolds(Field field, std::string &text)
    {
        const std::size_t at = m_fields.placeOf(field);
        const std::string_view block = m_block.text;
        if (at == kAbsent || text.find(' ') == std::string::npos) {
            return;
        }
        const FieldNode &node = m_tree.nodes[at];
        const std::less_equal<const char *> isBefore;
        const bool isAsWritten = isBefore(block.data(), node.text.data())
            && isBefore(node.text.data(), block.data() + block.size());
        if (!isAsWritten && node.kind == ValueKind::Text) {
            const std::size_t next = at + node.span;
            const std::size_t end
                = next < m_tree.nodes.size() ? m_tree.nodes[next].offset : block.size();
            text = withoutFolds(text, block.substr(node.valueOffset, end - node.valueOffset));
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
            problem.wording = worded(ProblemReason::TitleIsNoText);
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
        problem.wording = worded(ProblemReason::TitleEndsAtComment);
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
        const std::size_t at = placeOfDate(field);
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
        const std::size_t at
            = std::min(placeOfDate(Field::Date), placeOfDate(Field::MicrosoftDate));
        if (isStated || at == kAbsent || textOf(m_tree, at).empty()) {
            return;
        }
        const std::string written(textOf(m_tree, at));
        Problem problem
            = problemAt(m_block, m_tree.nodes[at].valueOffset, ProblemCode::DateUnreadable);
        problem.wording = worded(ProblemReason::DateMeansNoDay, {written});
        m_problems.push_back(std::move(problem));
        m_meta.dateText = m_meta.date ? m_meta.dateText : written;
    }

    void tidyLanguages()
    {
        std::vector<std::string> &languages = m_meta.languages;
        std::ranges::transform(languages, languages.begin(), languageTag);
        for (auto at = languages.begin(); at != languages.end();) {
            at = std::find(languages.begin(), at, *at) == at ? at + 1 : languages.erase(at);
        }
    }

    /// `menu: main`, or Hugo's map of menus with the place in each, which is kept as it is.
    void readMenu()
    {
        const std::size_t at = m_fields.use(Field::Menu);
        if (at == kAbsent || m_tree.nodes[at].kind != ValueKind::Map) {
            if (at != kAbsent) {
                readInto(Field::Menu, &ArticleMeta::menu);
            }
            return;
        }
        m_fields.setUsed(Field::Menu, false);
        std::string &names = m_meta.menu;
        const std::size_t end = at + m_tree.nodes[at].span;
        for (std::size_t child = at + 1; child < end; child += m_tree.nodes[child].span) {
            names.append(names.empty() ? "" : ", ").append(m_tree.nodes[child].key);
        }
    }

    /// Hugo's order among neighbours. The key stays among the others too, which the page shows.
    void readWeight()
    {
        const std::size_t at = m_fields.use(Field::Weight);
        if (at == kAbsent) {
            return;
        }
        m_fields.setUsed(Field::Weight, false);
        const std::string_view text = textOf(m_tree, at);
        const char *const end = text.data() + text.size();
        std::int64_t weight = 0;
        const auto read = std::from_chars(text.data(), end, weight);
        if (read.ec == std::errc() && read.ptr == end) {
            m_meta.weight = weight;
        }
    }

    void readDraft()
    {
        const std::optional<bool> isDraft = flag(Field::Draft);
        const std::optional<bool> isPublished = flag(Field::Published);
        m_meta.isDraft = isDraft.value_or(isPublished ? !*isPublished : m_meta.isDraft);
    }

    void readSource()
    {
        for (const Field field :
             {Field::Source, Field::Canonical, Field::Url, Field::Permalink, Field::Link}) {
            const std::size_t at = m_fields.placeOf(field);
            const std::string_view text = at == kAbsent ? std::string_view() : textOf(m_tree, at);
            if (isWebAddress(text)) {
                m_meta.source = text;
                m_fields.setUsed(field, true);
                return;
            }
        }
    }

    const FieldTree &m_tree;
    const BlockPlace &m_block;
    ArticleMeta &m_meta;
    std::vector<Problem> &m_problems;
    FieldIndex m_fields;
};

} // namespace

void fillMeta(const FieldTree &tree, const BlockPlace &block, ArticleMeta &meta,
              std::vector<Problem> &problems)
{
    MetaReader(tree, block, meta, problems).read();
}

} // namespace lectern::core
