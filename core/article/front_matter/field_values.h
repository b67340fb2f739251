#pragma once

#include "core/article/front_matter/field_tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Longer lists are cut: no article has so many tags, and a list of aliases may have more.
inline constexpr std::size_t kMaxItems = 1000;

bool equalsIgnoringCase(std::string_view text, std::string_view lower);

/// `true`, `yes`, `on`, `1` and their opposites, in any case.
std::optional<bool> toBool(std::string_view text);

/// A template's hole, such as `{{ replace .Name "-" " " }}` or `<% tp.file.title %>`: not a value.
bool isPlaceholder(std::string_view text);

/// The text of a value that should be text; of a list its first item; of a map the child that says
/// where a picture or what a name is. Without blanks at the ends; empty if there is none.
std::string_view textOf(const FieldTree &tree, std::size_t index);

/// Adds \a written to \a items unless it is there: without blanks at its ends, references of HTML,
/// the sign of `#tag` and the brackets of `[[link]]`.
void addItem(std::vector<std::string> &items, std::string_view written);

/// Adds to \a items those of a value that should be a list: without nulls, blanks at the ends and
/// repetitions; a single text is split at commas and semicolons, Western and Chinese, or at the
/// signs of `#a #b`. Lists in lists are flat.
void addItemsOf(const FieldTree &tree, std::size_t index, std::vector<std::string> &items);

/// The same for categories and tags, where the keys of a map are names too: `旅行: [日本]`.
void addTermsOf(const FieldTree &tree, std::size_t index, std::vector<std::string> &items);

/// The same for tools whose lists are words: a text without any of those marks is split at blanks.
void addWordsOf(const FieldTree &tree, std::size_t index, std::vector<std::string> &items);

} // namespace lectern::core
