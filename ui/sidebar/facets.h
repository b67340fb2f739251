#pragma once

#include "core/search/query_fields.h"

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace lectern::ui {

/// A section of the sidebar: what stands in it can be put into the query line with one click.
struct Facet
{
    core::QueryField field;
    const char *title; ///< to be translated by FacetModel
    const char16_t *icon;
};

/// Those that name a taxonomy list its terms; folders are a tree. In the order of the sidebar.
inline constexpr std::array kFacets{
    Facet{core::QueryField::Category, QT_TRANSLATE_NOOP("lectern::ui::FacetModel", "Categories"),
          u"category"},
    Facet{core::QueryField::Tag, QT_TRANSLATE_NOOP("lectern::ui::FacetModel", "Tags"), u"tag"},
    Facet{core::QueryField::Language, QT_TRANSLATE_NOOP("lectern::ui::FacetModel", "Languages"),
          u"language"},
    Facet{core::QueryField::Folder, QT_TRANSLATE_NOOP("lectern::ui::FacetModel", "Folders"),
          u"folder"},
};

/// The place of the facet of \a field in kFacets, which has it.
constexpr std::size_t facetNumber(core::QueryField field)
{
    std::size_t number = 0;
    while (kFacets.at(number).field != field) {
        ++number;
    }
    return number;
}

} // namespace lectern::ui
