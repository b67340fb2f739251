#pragma once

#include "ui/problems/problem_model.h"

#include <QByteArray>

namespace lectern::ui {

enum class ProblemFormat { Markdown, Csv, Json };

/// \a findings as UTF-8: a Markdown list by kind, RFC 4180 lines with a header, or a JSON array of
/// objects with path, code, line, column, message, used and proposal. Whatever a name or a message
/// holds, it cannot break the format, nor start a formula in a spreadsheet.
QByteArray exportProblems(const std::vector<Finding> &findings, ProblemFormat format);

} // namespace lectern::ui
