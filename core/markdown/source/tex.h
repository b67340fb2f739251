#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

// What tells TeX from text that only looks like it.

/// Whether \a text holds a TeX command, a subscript or the like, so that it can be nothing else.
bool isTexBeyondDoubt(std::string_view text);

/// Whether what stands between two dollars, \a content with \a before and \a after around them, is
/// a formula: `$1,013 million ($3.2` never is. With blanks inside the dollars it has to look like
/// one even where the article asks for formulas (\a isAsked).
bool isDollarFormula(std::string_view content, char before, char after, bool isAsked);

/// Whether \a text has no mark of Markdown and none of its escapes, which prose between escaped
/// brackets has: `\[file\_name\]`, `\[The **A** one\]`.
bool hasNoMarkdown(std::string_view text);

/// Whether \a tex raises or lowers something and has no words: `a^2`, `x_1 + y`.
bool hasIndex(std::string_view tex);

/// Whether \a code is a code span such as `$x$` or `$a_1 = 1$` that only protects TeX.
bool isDollarSpan(std::string_view code);

/// Whether \a code is a code span around a whole environment, such as `align`.
bool isEnvironmentSpan(std::string_view code);

/// The name of the environment of formulas that \a text begins: `\begin{align}`; or empty.
std::string_view environmentName(std::string_view text);

/// \a tex without the backslashes that a blog put before `_` and `*` so that Markdown left them
/// alone: `x\_1` is an index, `first\_name` has an underscore.
std::string withoutBlogEscapes(std::string_view tex);

/// The lines of \a tex without the marks of the quotation that it stands in.
std::string withoutQuoteMarks(std::string_view tex);

} // namespace lectern::core
