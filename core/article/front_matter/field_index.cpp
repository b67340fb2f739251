#include "core/article/front_matter/field_index.h"

#include "core/article/front_matter/lines.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxRawBytes = 4096;
constexpr std::size_t kMaxOthersBytes = 64U << 10U;

std::uint64_t bitOf(Field field)
{
    static_assert(kFieldCount <= 64);
    return std::uint64_t{1} << static_cast<unsigned>(field);
}

/// Of the length and the first letter.
std::uint64_t bitOf(std::string_view key)
{
    const unsigned letter = key.empty() ? 0U : static_cast<unsigned char>(key.front());
    return std::uint64_t{1} << ((key.size() * 7 + std::size_t{letter} * 3) & 63U);
}

} // namespace

FieldIndex::FieldIndex(const FieldTree &tree, const BlockPlace &block,
                       std::vector<Problem> &problems)
    : m_tree(tree)
    , m_block(block)
    , m_problems(problems)
{
    m_found.fill(UINT32_MAX);
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

/// The last of one key written twice counts, as for Hugo, Jekyll and PyYAML.
void FieldIndex::index(Field field, std::size_t at, bool isTop)
{
    if (field >= Field::Container) {
        return;
    }
    std::uint32_t &found = m_found[static_cast<std::size_t>(field)];
    if (found == kAbsent || (isTop && m_tree.nodes[found].key == m_tree.nodes[at].key)) {
        found = static_cast<std::uint32_t>(at);
    }
}

void FieldIndex::reportDuplicates(std::size_t keys)
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

void FieldIndex::reportIfSeen(std::size_t at)
{
    std::size_t last = at;
    for (std::size_t before = 0; before < at; before += m_tree.nodes[before].span) {
        last = m_tree.nodes[before].key == m_tree.nodes[at].key ? before : last;
    }
    if (last != at) {
        reportDuplicate(last, at);
    }
}

void FieldIndex::reportDuplicatesOfMany()
{
    std::unordered_map<std::string_view, std::size_t> last;
    for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
        const auto [known, isNew] = last.try_emplace(m_tree.nodes[at].key, at);
        if (!isNew) {
            reportDuplicate(std::exchange(known->second, at), at);
        }
    }
}

void FieldIndex::reportDuplicate(std::size_t first, std::size_t second)
{
    constexpr std::size_t kMaxReports = 20;
    const FieldNode &node = m_tree.nodes[first];
    if (m_problems.size() > kMaxReports || node.key == "<<") {
        return;
    }
    Problem problem = problemAt(m_block, node.offset, ProblemCode::KeyDuplicate);
    problem.wording = worded(ProblemReason::KeyStandsAgain, {std::string(node.key)});
    problem.valueUsed = flowText(m_tree, second, kMaxRawBytes);
    if (m_block.kind != FrontMatterKind::Json) {
        problem.proposal = "# " + std::string(lineAt(m_block.text, node.offset));
    }
    m_problems.push_back(std::move(problem));
}

void FieldIndex::keepOthers(std::vector<std::pair<std::string, std::string>> &others) const
{
    std::size_t room = kMaxOthersBytes;
    std::size_t ordinal = 0;
    for (std::size_t at = 0; at < m_tree.nodes.size(); at += m_tree.nodes[at].span) {
        const Field field = ordinal < m_firstFields.size() ? m_firstFields[ordinal]
                                                           : fieldNamed(m_tree.nodes[at].key);
        ++ordinal;
        const bool isUsed = field < Field::Container && m_isUsed[static_cast<std::size_t>(field)];
        if (!isUsed && room > 0) {
            const std::string_view key = m_tree.nodes[at].key;
            std::string value = flowText(m_tree, at, std::min(room, kMaxRawBytes));
            room -= std::min(room, key.size() + value.size());
            others.emplace_back(key, std::move(value));
        }
    }
}

} // namespace lectern::core
