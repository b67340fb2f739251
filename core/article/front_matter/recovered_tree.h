#pragma once

#include "core/article/front_matter/recovery.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Puts together what a Recovery gives back.
class RecoveredTree final
{
public:
    explicit RecoveredTree(FrontMatterKind kind)
        : m_kind(kind)
    {}

    /// Adds a \a tree whose block began at \a offset. Texts are copied: a JSON member was parsed
    /// from a copy that is gone by then.
    void append(const FieldTree &tree, std::size_t offset);

    void addItem(std::string_view text, std::size_t offset);

    /// Adds \a node with \a text as its value, and says so in \a damage.
    void addText(FieldNode node, const std::string &text, Damage &damage);
    void addList(FieldNode node, const std::vector<std::string> &items, Damage &damage);

    /// Adds \a node, whose children follow; returns what close() is given after them.
    std::size_t open(FieldNode node, ValueKind kind);
    void close(std::size_t node);

    /// The same for a table of TOML, which ends where the next begins.
    void openSection(std::size_t at, std::string_view header);
    void closeSection();

    std::string_view keep(std::string text) { return m_result.tree.keep(std::move(text)); }

    void report(Damage damage);

    Recovery take() { return std::move(m_result); }

private:
    FrontMatterKind m_kind;
    Recovery m_result;
    std::size_t m_section = std::string_view::npos;
};

} // namespace lectern::core
