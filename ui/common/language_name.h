#pragma once

#include <QString>

namespace lectern::ui {

/// A language tag for reading: `中文 (zh-CN)`, `English (en)`; the tag alone when it names no
/// language.
QString languageName(const QString &tag);

} // namespace lectern::ui
