#pragma once

#include "core/state/highlight_export.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace lectern::ui {

/// `md`, `csv` or `json`.
QString suffixOf(core::HighlightFormat format);

/// By the end of the name \a file; \a otherwise where that tells nothing.
core::HighlightFormat formatOf(const QString &file, core::HighlightFormat otherwise);

struct WrittenFile
{
    enum class Outcome {
        Written,
        InFolder, ///< it would lie in the folder that is only read, and was not touched
        NoFolder, ///< there is none to write it to
        NotWritten, ///< what was there before is as it was
    };

    Outcome outcome = Outcome::Written;
    QString reason = {}; ///< of the system, where it was not written
};

/// Writes \a bytes to \a file as a whole or not at all; never into \a folder (a library's root, raw
/// bytes), also not by way of a link. Blocks. Any thread.
WrittenFile writeOutside(std::string_view folder, const QString &file, std::string_view bytes);

} // namespace lectern::ui
