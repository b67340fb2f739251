#include "core/article/folder_conventions.h"

#include "core/article/front_matter/article_meta.h"
#include "core/article/front_matter/field_values.h"
#include "core/article/meta_gaps.h"
#include "core/article/path_pattern.h"
#include "core/base/text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <variant>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxRules = 1000;
constexpr std::size_t kNone = std::string_view::npos;

/// Where the child \a key of the map at \a map is in \a tree.
std::size_t childOf(const FieldTree &tree, std::size_t map, std::string_view key)
{
    const std::size_t end = map + tree.nodes[map].span;
    for (std::size_t at = map + 1; at < end; at += tree.nodes[at].span) {
        if (equalsIgnoringCase(tree.nodes[at].key, key)) {
            return at;
        }
    }
    return kNone;
}

std::size_t topField(const FieldTree &tree, std::string_view key)
{
    for (std::size_t at = 0; at < tree.nodes.size(); at += tree.nodes[at].span) {
        if (equalsIgnoringCase(tree.nodes[at].key, key)) {
            return at;
        }
    }
    return kNone;
}

std::string textBelow(const FieldTree &tree, std::size_t map, std::string_view key)
{
    const std::size_t at = map == kNone ? kNone : childOf(tree, map, key);
    return at == kNone ? std::string() : std::string(textOf(tree, at));
}

/// What the map at \a map says of an article. Not what is each article's own, and not the keys
/// that only a site's layouts know.
ArticleMeta fieldsOf(const FieldTree &tree, std::size_t map, std::string_view block,
                     FrontMatterKind kind)
{
    FieldTree fields;
    const std::size_t end = map + tree.nodes[map].span;
    for (std::size_t at = map + 1; at < end; at += tree.nodes[at].span) {
        const std::string_view key = tree.nodes[at].key;
        if (!equalsIgnoringCase(key, "_target") && !equalsIgnoringCase(key, "target")) {
            const auto first = tree.nodes.begin() + static_cast<std::ptrdiff_t>(at);
            fields.nodes.insert(fields.nodes.end(), first, first + tree.nodes[at].span);
        }
    }
    ArticleMeta meta;
    std::vector<Problem> unused; // The settings' own tool says what is wrong with them.
    fillMeta(fields, {block, 1, kind}, meta, unused);
    meta.title.clear();
    meta.date.reset();
    meta.slug.clear();
    meta.url.clear();
    meta.source.clear();
    meta.others.clear();
    return meta;
}

std::vector<std::size_t> mapsAt(const FieldTree &tree, std::size_t at)
{
    std::vector<std::size_t> maps;
    if (tree.nodes[at].kind == ValueKind::Map) {
        maps.push_back(at);
    }
    const std::size_t end = tree.nodes[at].kind == ValueKind::List ? at + tree.nodes[at].span : at;
    for (std::size_t item = at + 1; item < end; item += tree.nodes[item].span) {
        if (tree.nodes[item].kind == ValueKind::Map && maps.size() < kMaxRules) {
            maps.push_back(item);
        }
    }
    return maps;
}

std::vector<Problem> problemsOf(const BlockFields &fields, std::string_view block,
                                FrontMatterKind kind)
{
    const auto *const error = std::get_if<BlockError>(&fields);
    if (error == nullptr) {
        return {};
    }
    Problem problem = problemAt({block, 1, kind}, error->offset, ProblemCode::FrontMatterBroken);
    problem.wording = worded(ProblemReason::BlockRefused, {}, error->reason);
    return {std::move(problem)};
}

std::optional<FolderDefaults> cascadeOf(const FieldTree &tree, std::size_t map,
                                        std::string_view block, FrontMatterKind kind)
{
    std::size_t target = childOf(tree, map, "_target");
    target = target == kNone ? childOf(tree, map, "target") : target;
    const std::string environment = textBelow(tree, target, "environment");
    const std::string pages = textBelow(tree, target, "kind");
    const bool isForReaders = environment.empty() || environment == "production";
    if (!isForReaders || (!pages.empty() && pages != "page" && pages != "section")) {
        return std::nullopt;
    }
    FolderDefaults defaults;
    const std::string pattern = textBelow(tree, target, "path");
    if (!pattern.empty()) {
        defaults.patterns = patternAlternatives(pattern);
    }
    defaults.language = textBelow(tree, target, "lang");
    defaults.kind = pages.empty() ? FolderDefaults::Kind::Any
        : pages == "page"         ? FolderDefaults::Kind::Page
                                  : FolderDefaults::Kind::Section;
    defaults.fields = fieldsOf(tree, map, block, kind);
    return defaults;
}

bool hasPart(std::string_view path, const std::string &part)
{
    return path.starts_with(part + "/") || path.find("/" + part + "/") != kNone;
}

bool isOfType(std::string_view path, const std::string &type)
{
    if (type.empty()) {
        return true;
    }
    if (type == "pages") {
        return !path.starts_with('_') && path.find("/_") == kNone;
    }
    return hasPart(path, "_" + type) || (type == "posts" && hasPart(path, "_drafts"));
}

bool isInLanguage(std::string_view path, const std::string &language)
{
    return language.empty() || hasPart(path, language) || path.find("." + language + ".") != kNone;
}

/// The name that Hugo has for the page at \a path: without its ending, an index is its folder.
std::string pageName(std::string_view path)
{
    std::string_view name = path.substr(0, path.rfind('.'));
    for (const std::string_view index : {"/index", "/_index"}) {
        name.remove_suffix(name.ends_with(index) ? index.size() : 0);
    }
    return "/" + std::string(name == "_index" || name == "index" ? "" : name);
}

/// Patterns begin below the folder of the content, or below one of its languages.
bool fitsPattern(std::string_view path, const std::vector<std::string> &patterns)
{
    const std::size_t content = path.find("content/");
    const bool isBelow = content != kNone && (content == 0 || path[content - 1] == '/');
    path.remove_prefix(isBelow ? content + std::string_view("content/").size() : 0);
    const std::string name = pageName(path);
    const std::string inLanguage = name.substr(std::min(name.find('/', 1), name.size()));
    return patterns.empty() || std::ranges::any_of(patterns, [&](const std::string &pattern) {
               return matchesPattern(name, pattern)
                   || (isBelow && matchesPattern(inLanguage, pattern))
                   || matchesPattern(path, pattern);
           });
}

bool isMeant(const FolderDefaults &defaults, std::string_view path)
{
    const bool isSection = path.ends_with("_index.md");
    return (defaults.kind == FolderDefaults::Kind::Any
            || (defaults.kind == FolderDefaults::Kind::Section) == isSection)
        && isOfType(path, defaults.type) && isInLanguage(path, defaults.language)
        && fitsPattern(path, defaults.patterns);
}

std::string withoutSlashes(std::string_view path)
{
    const std::size_t first = std::min(path.find_first_not_of('/'), path.size());
    return std::string(path.substr(first, path.find_last_not_of('/') + 1 - first));
}

/// The beginning of \a path that is no pattern.
std::string plainFolder(const std::string &path)
{
    const std::size_t star = path.find('*');
    if (star == kNone) {
        return path;
    }
    const std::size_t slash = path.rfind('/', star);
    return path.substr(0, slash == kNone ? 0 : slash);
}

} // namespace

std::optional<ArticleMeta> defaultsOf(const FolderConventions &conventions, std::string_view path)
{
    if (conventions.defaults.empty()) {
        return std::nullopt;
    }
    ArticleMeta meta;
    const std::string site = conventions.sitePath(path);
    for (std::string_view folder = site;;) {
        const auto found = conventions.defaults.find(folder);
        if (found != conventions.defaults.end()) {
            for (const FolderDefaults &defaults : found->second) {
                if (isMeant(defaults, site)) {
                    fillGaps(meta, defaults.fields);
                    meta.isDraft = meta.isDraft || defaults.fields.isDraft;
                }
            }
        }
        if (folder.empty()) {
            return meta;
        }
        const std::size_t slash = folder.rfind('/');
        folder = folder.substr(0, slash == kNone ? 0 : slash);
    }
}

std::vector<Problem> addCascade(FolderConventions &conventions, const std::string &folder,
                                std::string_view block, FrontMatterKind kind)
{
    const BlockFields fields = parseBlock(block, kind);
    const auto *const tree = std::get_if<FieldTree>(&fields);
    const std::size_t at = tree == nullptr ? kNone : topField(*tree, "cascade");
    if (at == kNone) {
        return problemsOf(fields, block, kind);
    }
    std::vector<FolderDefaults> &rules = conventions.defaults[folder];
    for (const std::size_t map : mapsAt(*tree, at)) {
        std::optional<FolderDefaults> rule = cascadeOf(*tree, map, block, kind);
        if (rule && rules.size() < kMaxRules) {
            rules.push_back(std::move(*rule));
        }
    }
    return {};
}

std::vector<Problem> addJekyllDefaults(FolderConventions &conventions, std::string_view config)
{
    constexpr FrontMatterKind kYaml = FrontMatterKind::Yaml;
    const BlockFields fields = parseBlock(config, kYaml);
    const auto *const tree = std::get_if<FieldTree>(&fields);
    const std::size_t at = tree == nullptr ? kNone : topField(*tree, "defaults");
    if (at == kNone) {
        return problemsOf(fields, config, kYaml);
    }
    for (const std::size_t map : mapsAt(*tree, at)) {
        const std::size_t values = childOf(*tree, map, "values");
        if (values == kNone || tree->nodes[values].kind != ValueKind::Map) {
            continue;
        }
        const std::size_t scope = childOf(*tree, map, "scope");
        const std::string path = withoutSlashes(textBelow(*tree, scope, "path"));
        FolderDefaults rule;
        if (path.find('*') != kNone) {
            rule.patterns = {path, path + "/**"};
        }
        rule.type = textBelow(*tree, scope, "type");
        rule.fields = fieldsOf(*tree, values, config, kYaml);
        std::vector<FolderDefaults> &rules = conventions.defaults[plainFolder(path)];
        // Of two that fit, Jekyll takes the one with a type, then the later one.
        const auto place = std::ranges::find_if(rules, [&](const FolderDefaults &other) {
            return !rule.type.empty() || other.type.empty();
        });
        if (rules.size() < kMaxRules) {
            rules.insert(place, std::move(rule));
        }
    }
    return {};
}

std::vector<Problem> addPropertyTypes(FolderConventions &conventions, std::string_view settings)
{
    constexpr FrontMatterKind kJson = FrontMatterKind::Json;
    const BlockFields fields = parseBlock(settings, kJson);
    const auto *const tree = std::get_if<FieldTree>(&fields);
    const std::size_t at = tree == nullptr ? kNone : topField(*tree, "types");
    if (at == kNone) {
        return problemsOf(fields, settings, kJson);
    }
    const std::size_t end = at + tree->nodes[at].span;
    for (std::size_t child = at + 1; child < end; child += tree->nodes[child].span) {
        conventions.types.insert_or_assign(foldForSearch(tree->nodes[child].key),
                                           tree->nodes[child].text);
    }
    return {};
}

} // namespace lectern::core
