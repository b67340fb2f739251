#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/tree_writer.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace lectern::core {

/// Metadata that a text begins with but for a fence above it.
struct LooseHeader
{
    FrontMatterKind kind = FrontMatterKind::Lines; ///< or Yaml, whose opening line is missing
    std::string_view block; ///< at the start of the text
    std::size_t bodyStart = 0; ///< byte in the text
};

/// The header of \a text (its first line is not blank) in one of these forms, none of them between
/// fences:
///
///     title: T ⏎ tags: ⏎ - a ⏎ ---        old Hexo: YAML with only its closing line
///     Title: T ⏎ Date: D ⏎ ⏎               Pelican, MultiMarkdown, MkDocs, nvALT
///     % T ⏎ % A; B ⏎ % D                  pandoc's title block
///     #+TITLE: T                           Org
///     <!-- ⏎ .. title: T ⏎ -->            Nikola, with or without the comment around it
///     [[!meta title="T"]] [[!tag a b]]     ikiwiki
///     Content-Type: text/x-zim-wiki ⏎ …   Zim
///     title:: T ⏎ tags:: [[a]], b          Logseq
///
/// Words with a colon are prose unless they name fields that front matter has. O(length of header).
std::optional<LooseHeader> findLooseHeader(std::string_view text);

/// Writes the fields of a \a block of kind Lines. Never fails: a line without a key continues the
/// one before.
void parseLooseHeader(std::string_view block, TreeWriter &writer);

} // namespace lectern::core
