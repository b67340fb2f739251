#pragma once

#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace lectern::ui {

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
