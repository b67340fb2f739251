#pragma once

#include "core/article/front_matter/field_table.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lectern::tests {

/// Puts \a value where a row of the table of fields has its place.
struct FillPlace
{
    core::ArticleMeta &meta;
    std::string value;

    void operator()(std::monostate) const {}

    void operator()(std::string core::ArticleMeta::*place) const { meta.*place = value; }

    void operator()(const core::Prose &prose) const { meta.*prose.place = value; }

    void operator()(std::vector<std::string> core::ArticleMeta::*place) const
    {
        meta.*place = {value};
    }

    void operator()(const core::Terms &terms) const { meta.*terms.place = {value}; }

    void operator()(std::optional<bool> core::ArticleMeta::*place) const { meta.*place = true; }
};

} // namespace lectern::tests
