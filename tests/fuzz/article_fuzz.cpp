#include "core/article/article_file.h"
#include "core/article/problem_sentence.h"
#include "core/base/text.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace lectern::core;

/// A whole file, whatever its front matter and encoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);

    const Article article = parseArticle("folder/2024-05-06-name.md", bytes);

    check(!article.meta.title.empty(), "an article has a title");
    check(isValidUtf8(article.meta.title), "the title is UTF-8");
    check(isValidUtf8(article.meta.summary), "the summary is UTF-8");
    check(isValidUtf8(article.body), "the body is UTF-8");
    check(article.body.find('\r') == std::string::npos, "the body has LF line ends");
    check(article.bodyLine >= 1, "the body begins on a line");
    for (const std::string &tag : article.meta.tags) {
        check(!tag.empty() && isValidUtf8(tag), "tags are text");
    }
    for (const auto &[key, value] : article.meta.others) {
        check(isValidUtf8(key) && isValidUtf8(value), "other keys are UTF-8");
    }
    for (const Problem &problem : article.problems) {
        const std::string sentence = problemSentence(problem);
        check(!sentence.empty() && isValidUtf8(sentence), "sentences are UTF-8");
        check(problem.line <= size + 1, "problems are inside the file");
    }
    return 0;
}
