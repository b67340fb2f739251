#pragma once

#include "core/search/query.h"

#include <string>

namespace lectern::app {

/// What of a query line is not understood, and what is taken instead or can be written: in English,
/// a sentence.
std::string sentenceOf(const core::QueryMistake &mistake);

} // namespace lectern::app
