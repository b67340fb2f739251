#pragma once

#include "core/library/library.h"
#include "core/library/row_columns.h"

#include <string>
#include <vector>

namespace lectern::tests {

/// The record that \a library was built from.
inline core::ArticleRecord recordOf(const core::Library &library, core::Row row)
{
    core::ArticleRecord record;
    record.path = library.path(row);
    record.meta.title = library.title(row);
    record.meta.summary = library.summary(row);
    record.meta.thumbnail = library.thumbnail(row);
    record.meta.source = library.source(row);
    if (!library.author(row).empty()) {
        record.meta.authors.emplace_back(library.author(row));
    }
    for (const auto &[key, value] : library.others(row)) {
        record.meta.others.emplace_back(key, value);
    }
    if (const auto date = library.date(row)) {
        record.meta.date = date->written;
        record.meta.dateOrigin = date->origin;
    }
    const auto namesOf = [&](core::Taxonomy taxonomy) {
        std::vector<std::string> names;
        for (const core::TermId term : library.terms(taxonomy, row)) {
            names.emplace_back(library.termName(taxonomy, term));
        }
        return names;
    };
    record.meta.categories = namesOf(core::Taxonomy::Category);
    record.meta.tags = namesOf(core::Taxonomy::Tag);
    record.meta.languages = namesOf(core::Taxonomy::Language);
    const core::ArticleFlags flags = library.flags(row);
    record.meta.page = flags.page;
    record.meta.isDraft = flags.isDraft;
    record.meta.isLanguageGuessed = flags.isLanguageGuessed;
    record.hasImage = flags.hasImage;
    record.hasMath = flags.hasMath;
    record.bodyLength = library.bodyLength(row);
    record.stamp = library.stamp(row);
    record.problems = library.problems(row);
    return record;
}

} // namespace lectern::tests
