#pragma once

#include <string>

namespace lectern::core {

/// How the articles of a folder link to each other.
struct VaultWriting
{
    bool isVault = false; ///< many name each other in double brackets
    bool hasEmbeds = false; ///< some show another by `![[name]]`, as Obsidian alone does
};

/// What the first articles of the folder \a root look like: a part of a vault may be open without
/// the vault's settings. Reads at most 48 of them, 8 KB each; any thread.
VaultWriting vaultWritingIn(const std::string &root);

} // namespace lectern::core
