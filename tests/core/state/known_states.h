#pragma once

#include "core/state/state_store.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

inline constexpr std::string_view kRoot = "/articles";

/// Sixty lines, which no two words have in common.
inline std::string textOf(const std::string &word)
{
    std::string text;
    for (int line = 0; line < 60; ++line) {
        text += word + " line " + std::to_string(line) + "\n";
    }
    return text;
}

inline ArticleKey keyOf(std::string path, std::string title = "A title",
                        const std::string &text = {}, std::string source = {})
{
    ArticleKey key;
    key.path = std::move(path);
    key.title = std::move(title);
    key.source = std::move(source);
    if (!text.empty()) {
        key.print = textPrintOf(text);
    }
    return key;
}

/// The store in \a file, which must open.
inline StateStore openStore(const std::string &file)
{
    Result<StateStore> store = StateStore::open(file);
    EXPECT_TRUE(store) << store.error().message;
    return std::move(store).value();
}

inline StateId addArticle(const StateStore &store, const ArticleKey &key)
{
    const Result<std::vector<StateId>> ids = store.add(kRoot, {&key, 1});
    EXPECT_TRUE(ids) << ids.error().message;
    return ids.value().front();
}

inline Highlight highlightOf(StateId article, std::string quote, std::string note = {})
{
    Highlight highlight;
    highlight.article = article;
    highlight.note = std::move(note);
    highlight.place.quote = std::move(quote);
    highlight.createdAt = 100;
    highlight.changedAt = 100;
    return highlight;
}

inline StateChange becomes(ReadStatus status, std::int64_t now = 1'000)
{
    StateChange change;
    change.status = status;
    change.now = now;
    return change;
}

} // namespace lectern::core
