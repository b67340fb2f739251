#include "core/article/front_matter/front_matter.h"

#include "core/article/front_matter/article_meta.h"
#include "core/article/front_matter/block_fields.h"
#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/json_front_matter.h"
#include "core/article/front_matter/lines.h"
#include "core/article/front_matter/loose_header.h"
#include "core/article/front_matter/recovery.h"
#include "core/article/front_matter/toml_front_matter.h"
#include "core/article/front_matter/yaml_front_matter.h"
#include "core/article/front_matter/yaml_subset.h"
#include "core/article/meta_gaps.h"
#include "core/base/text.h"

#include <algorithm>
#include <string>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxProposalBytes = 4096;

bool isControl(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20 && character != '\n' && character != '\t') || byte == 0x7F;
}

/// A key at the start of a line that is no key of \a tree: a value before it has swallowed it.
std::size_t findSwallowedKey(std::string_view block, const FieldTree &tree)
{
    std::size_t next = 0;
    for (std::size_t at = 0; at < block.size(); at = afterLine(block, at)) {
        while (next < tree.nodes.size() && tree.nodes[next].offset < at) {
            next += tree.nodes[next].span;
        }
        const bool isKnown = next < tree.nodes.size() && tree.nodes[next].offset == at;
        const std::string_view line = lineAt(block, at);
        const bool isKey = yamlKeyEnd(line) != std::string_view::npos;
        const bool isGlued = !isKey && gluedKeyEnd(line) != std::string_view::npos;
        if (isGlued || (isKey && !isKnown)) {
            return at;
        }
    }
    return std::string_view::npos;
}

/// Whether the quoted scalar at \a offset ends; yaml-cpp takes the end of the text for its quote.
bool isClosed(std::string_view block, std::size_t offset)
{
    const char quote = offset < block.size() ? block[offset] : '\0';
    if (quote != '"' && quote != '\'') {
        return true;
    }
    for (std::size_t at = offset + 1; at < block.size(); ++at) {
        const bool isPair = at + 1 < block.size()
            && (quote == '"' ? block[at] == '\\' : block.substr(at, 2) == "''");
        if (!isPair && block[at] == quote) {
            return true;
        }
        at += isPair ? 1 : 0;
    }
    return false;
}

/// The place of a quote that nothing closes, which can only be the last one.
std::size_t findUnclosedQuote(std::string_view block, const FieldTree &tree)
{
    std::size_t last = 0;
    for (const FieldNode &node : tree.nodes) {
        last = node.isQuoted ? std::max<std::size_t>(last, node.valueOffset) : last;
    }
    return last == 0 || isClosed(block, last) ? std::string_view::npos : last;
}

BlockFields parseYamlStrictly(std::string_view block)
{
    BlockFields fields = parseYaml(block);
    if (const auto *tree = std::get_if<FieldTree>(&fields)) {
        const std::size_t swallowed = findSwallowedKey(block, *tree);
        if (swallowed != std::string_view::npos) {
            return BlockError{swallowed, worded(ProblemReason::ValueWithoutEnd)};
        }
        const std::size_t quote = findUnclosedQuote(block, *tree);
        if (quote != std::string_view::npos) {
            return BlockError{quote, worded(ProblemReason::QuoteNotClosed)};
        }
    }
    return fields;
}

BlockFields parseYamlBlock(std::string_view block)
{
    TreeWriter writer;
    BlockError error;
    switch (parseYamlSubset(block, writer, error)) {
    case SubsetAnswer::Tree:
        return std::move(writer.tree);
    case SubsetAnswer::Error:
        return error;
    case SubsetAnswer::Unknown:
        break;
    }
    return parseYamlStrictly(block);
}

void reportUnclosed(const FenceSplit &split, Article &article)
{
    Problem problem;
    problem.code = ProblemCode::FrontMatterUnclosed;
    problem.line = split.fenceLine;
    problem.column = 1;
    problem.wording = worded(ProblemReason::NoClosingFence);
    if (split.kind != FrontMatterKind::Json && split.block.size() < kMaxProposalBytes) {
        const std::string fence = split.kind == FrontMatterKind::Yaml ? "---\n" : "+++\n";
        problem.proposal = fence + std::string(split.block) + fence;
    }
    article.problems.push_back(std::move(problem));
}

void reportControlCharacters(const BlockPlace &place, Article &article)
{
    const auto first = std::ranges::find_if(place.text, isControl);
    const auto offset = static_cast<std::size_t>(first - place.text.begin());
    Problem problem = problemAt(place, offset, ProblemCode::ControlCharacters);
    problem.wording = worded(ProblemReason::ControlsReadAsBlanks);
    article.problems.push_back(std::move(problem));
}

void reportDamages(const std::vector<Damage> &damages, const BlockPlace &place, Article &article)
{
    for (const Damage &damage : damages) {
        Problem problem = problemAt(place, damage.offset, ProblemCode::FrontMatterBroken);
        problem.wording = damage.key.empty()
            ? worded(ProblemReason::LineRefused, {}, damage.reason)
            : worded(ProblemReason::ValueRefused, {damage.key}, damage.reason);
        problem.valueUsed = damage.valueUsed;
        problem.proposal = damage.proposal;
        article.problems.push_back(std::move(problem));
    }
}

void recover(const BlockPlace &place, const BlockError &error, Article &article)
{
    const Recovery recovery = recoverFields(place.text, place.kind);
    reportDamages(recovery.damages, place, article);
    if (recovery.damages.empty()) {
        const bool isMap = !recovery.tree.nodes.empty();
        Problem problem
            = problemAt(place, error.offset,
                        isMap ? ProblemCode::FrontMatterBroken : ProblemCode::FrontMatterNotMap);
        problem.wording = isMap ? worded(ProblemReason::BlockRefused, {}, error.reason)
                                : worded(ProblemReason::NoKeys);
        article.problems.push_back(std::move(problem));
    }
    fillMeta(recovery.tree, place, article.meta, article.problems);
}

/// Too much for a parser: what its first lines say is taken line by line.
void readBeginning(BlockPlace place, Article &article)
{
    Problem problem = problemAt(place, 0, ProblemCode::FrontMatterTooLarge);
    problem.wording = worded(ProblemReason::BlockTooLarge);
    article.problems.push_back(std::move(problem));
    const std::size_t lastLine = place.text.rfind('\n', kMaxFrontMatterBytes);
    place.text = place.text.substr(0, lastLine == std::string_view::npos ? 0 : lastLine + 1);
    const Recovery recovery = recoverFields(place.text, place.kind);
    fillMeta(recovery.tree, place, article.meta, article.problems);
}

} // namespace

void FrontMatterReader::readBlock(const BlockPlace &place, Article &article)
{
    if (place.kind == FrontMatterKind::Json && !trimmed(place.text).starts_with('{')) {
        const std::string braced = '{' + std::string(place.text) + '}'; // Hexo leaves them out.
        readBlock({braced, place.line, place.kind, place.words, place.types}, article);
        return;
    }
    if (place.kind == FrontMatterKind::Lines) {
        parseLooseHeader(place.text, m_writer);
        fillMeta(m_writer.tree, place, article.meta, article.problems);
        return;
    }
    const bool isYaml = place.kind == FrontMatterKind::Yaml;
    BlockError error;
    const SubsetAnswer answer
        = isYaml ? parseYamlSubset(place.text, m_writer, error) : SubsetAnswer::Unknown;
    if (answer == SubsetAnswer::Tree) {
        fillMeta(m_writer.tree, place, article.meta, article.problems);
        return;
    }
    if (answer == SubsetAnswer::Error) {
        recover(place, error, article);
        return;
    }
    const BlockFields fields
        = isYaml ? parseYamlStrictly(place.text) : parseBlock(place.text, place.kind);
    if (const auto *tree = std::get_if<FieldTree>(&fields)) {
        fillMeta(*tree, place, article.meta, article.problems);
        return;
    }
    recover(place, std::get<BlockError>(fields), article);
}

BlockFields parseBlock(std::string_view block, FrontMatterKind kind)
{
    switch (kind) {
    case FrontMatterKind::Toml:
        return parseToml(block);
    case FrontMatterKind::Json:
        return parseJson(block);
    default:
        return parseYamlBlock(block);
    }
}

void FrontMatterReader::read(const FenceSplit &split, Article &article, WordLists words,
                             const PropertyTypes *types)
{
    m_words = words;
    m_types = types;
    if (split.state == FenceState::Unclosed) {
        reportUnclosed(split, article);
        return;
    }
    if (split.state == FenceState::Absent) {
        Problem problem;
        problem.code = ProblemCode::FrontMatterMissing;
        problem.wording = worded(ProblemReason::NoFrontMatter);
        article.problems.push_back(std::move(problem));
        return;
    }
    article.meta.frontMatter = split.kind;
    const BlockPlace place{split.block, split.blockLine, split.kind, words, types};
    if (split.block.size() > kMaxFrontMatterBytes) {
        readBeginning(place, article);
        return;
    }
    if (!hasControlCharacters(split.block)) {
        readBlock(place, article);
        return;
    }
    reportControlCharacters(place, article);
    std::string clean(split.block);
    std::ranges::replace_if(clean, isControl, ' ');
    readBlock({clean, split.blockLine, split.kind, words, types}, article);
}

void FrontMatterReader::fillGaps(const FenceSplit &second, Article &article)
{
    Article other;
    read(second, other, m_words, m_types);
    ArticleMeta &meta = article.meta;
    lectern::core::fillGaps(meta, other.meta);
    meta.others.insert(meta.others.end(), other.meta.others.begin(), other.meta.others.end());
    article.problems.insert(article.problems.end(), other.problems.begin(), other.problems.end());
}

} // namespace lectern::core
