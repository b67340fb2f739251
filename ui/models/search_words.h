#pragma once

#include "core/library/query.h"

#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace lectern::ui {

/// Where the words of a query are looked for; all folded.
struct SearchWords
{
    std::vector<std::string> anywhere; ///< in titles and summaries, and in texts if \c inTexts
    std::vector<std::string> title; ///< only there, and so on
    std::vector<std::string> summary;
    std::vector<std::string> body;
    bool inTexts = false;

    bool operator==(const SearchWords &) const = default;

    /// Whether an article's text is looked into.
    bool needTexts() const { return !body.empty() || (inTexts && !anywhere.empty()); }

    std::vector<std::string> ofTitle() const;
    std::vector<std::string> ofSummary() const;
    std::vector<std::string> all() const;
};

enum class TextSearch { Off, On };

/// The words that \a query asks for, not those it excludes.
SearchWords searchWords(const core::Query &query, TextSearch texts);

/// A text for one line or more, and the parts of it to mark.
struct MarkedText
{
    struct Mark
    {
        int start = 0;
        int length = 0;

        bool operator==(const Mark &) const = default;
    };

    QString text;
    QList<Mark> marks;

    bool operator==(const MarkedText &) const = default;
};

/// \a text with each of the folded \a words in it marked.
MarkedText markedText(const QString &text, const std::vector<std::string> &words);

} // namespace lectern::ui
