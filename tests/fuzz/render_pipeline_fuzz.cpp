#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"
#include "core/page/article_page.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using lectern::core::HtmlNode;

void require(bool isTrue, const std::string &what)
{
    if (!isTrue) {
        std::fprintf(stderr, "broken promise: %s\n", what.c_str());
        std::abort();
    }
}

/// Everything in what an HTML parser reads back must be on the allow-list.
void checkTree(const HtmlNode &node)
{
    for (const HtmlNode &child : node.children) {
        if (child.isText()) {
            continue;
        }
        require(lectern::core::isAllowedElement(child.name), "element " + child.name);
        for (const auto &[name, value] : child.attributes) {
            require(lectern::core::isAllowedAttribute(child.name, name, value),
                    child.name + " " + name + "=" + value);
        }
        checkTree(child);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    lectern::core::Article article;
    article.path = "a/b.md";
    article.meta.title = "T";
    article.meta.tags = {"example.com"};
    article.meta.mathjax = size > 0 && data[0] % 2 == 0;
    article.body = lectern::core::repairUtf8({reinterpret_cast<const char *>(data), size});
    lectern::core::RenderOptions options;
    options.repairs = size > 0 && data[0] % 3 == 0 ? lectern::core::Repairs::none()
                                                   : lectern::core::Repairs::all();

    const auto body = lectern::core::renderBody(article, options);

    require(body.html.size() <= 16 * article.body.size() + (80U << 10U), "output budget");
    require(lectern::core::isValidUtf8(body.html), "UTF-8");
    const auto tree = lectern::core::parseHtml(body.html);
    require(tree.has_value(), "readable output");
    checkTree(*tree);
    const std::string text = lectern::core::visibleText(article.body);
    require(lectern::core::isValidUtf8(text), "UTF-8 of the text");
    return 0;
}
