#include "app/cli/render_command.h"

#include "core/article/article_file.h"
#include "core/article/folder_conventions.h"
#include "core/base/text.h"
#include "core/library/articles_by_name.h"
#include "core/library/indexer.h"
#include "core/library/library_root.h"
#include "core/markdown/links/settings.h"
#include "core/page/article_page.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

namespace lectern::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string standardInput()
{
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

/// All of the file is Markdown here: there is no front matter in the specifications.
core::Result<std::string> renderDialect(const CliArguments &arguments)
{
    if (arguments.target == "-") {
        return core::specifiedHtml(standardInput(), *arguments.dialect);
    }
    const core::Result<core::FileBytes> file = core::readFileBelow(
        "/", fs::absolute(arguments.target).relative_path().string(), core::kMaxArticleBytes);
    return file
        ? core::Result<std::string>(core::specifiedHtml(file.value().bytes, *arguments.dialect))
        : file.error();
}

/// The target as a path below \a root. A relative one is looked for from where the program was
/// called, and from the root where there is no such file.
std::string pathBelow(const std::string &root, const std::string &target)
{
    const fs::path file = fs::absolute(target);
    const fs::path below
        = file.lexically_normal().lexically_relative(fs::absolute(root + "/").lexically_normal());
    std::error_code ignored;
    const bool isThere = fs::exists(file, ignored) && !below.empty() && *below.begin() != "..";
    return isThere || fs::path(target).is_absolute() ? below.string() : target;
}

core::Result<core::Article> readArticle(const CliArguments &arguments)
{
    if (arguments.target == "-") {
        return core::parseArticle("standard-input.md", standardInput());
    }
    const std::string root = arguments.root.empty()
        ? fs::absolute(arguments.target).parent_path().string()
        : arguments.root;
    std::error_code ignored;
    if (!fs::is_directory(root, ignored)) {
        return core::Error{core::ErrorCode::NotFound,
                           root + ": there is no such folder. Check how it is spelled."};
    }
    const std::string path = pathBelow(root, arguments.target);
    const core::Result<core::FileBytes> bytes
        = core::readFileBelow(root, path, core::kMaxArticleBytes);
    if (!bytes && bytes.error().code == core::ErrorCode::NotFound) {
        return core::Error{core::ErrorCode::NotFound,
                           arguments.target + ": there is no such file. Check how it is spelled."};
    }
    if (!bytes) {
        return bytes.error();
    }
    const std::string folder = core::libraryRoot(root);
    core::FolderConventions conventions = core::conventionsOf(folder, core::siteAround(folder));
    core::addCascadesAround(conventions, folder, path);
    return core::readArticleFile(root, path, &conventions).article;
}

Json jsonOf(const core::RepairCounts &counts)
{
    Json json = Json::object();
    for (const core::RepairRow &row : core::kRepairTable) {
        json[std::string(row.name)] = counts[row.kind];
    }
    return json;
}

/// Finds what the links of \a article mean in the folder that it belongs to.
std::optional<core::LinkResolver> resolverOf(const CliArguments &arguments,
                                             const core::Article &article)
{
    const auto library = core::indexFolder(arguments.root, nullptr, {});
    return library
        ? std::optional<core::LinkResolver>(std::in_place, std::string(library.value()->root()),
                                            article.path, core::findArticleIn(library.value()))
        : std::nullopt;
}

} // namespace

core::Result<std::string> runRender(const CliArguments &arguments)
{
    if (arguments.dialect) {
        return renderDialect(arguments);
    }
    const core::Result<core::Article> article = readArticle(arguments);
    if (!article) {
        return article.error();
    }
    core::RenderOptions options;
    options.repairs = arguments.isAsWritten ? core::Repairs::none() : core::Repairs::all();
    const auto resolver
        = arguments.root.empty() ? std::nullopt : resolverOf(arguments, article.value());
    options.resolver = resolver ? &*resolver : nullptr;
    core::RenderedBody body = core::renderBody(article.value(), options);
    std::string html = arguments.isFragment
        ? std::move(body.html)
        : core::articlePage(article.value(), body, core::PageOptions{});
    if (!arguments.isJson) {
        return html;
    }
    const std::string &path = article.value().path;
    const Json json{{"path", core::isValidUtf8(path) ? path : core::repairUtf8(path)},
                    {"title", article.value().meta.title},
                    {"isCut", body.isCut},
                    {"repairs", jsonOf(body.repairs)},
                    {"html", std::move(html)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace lectern::app
