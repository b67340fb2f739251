#pragma once

#include <QElapsedTimer>
#include <QList>

namespace lectern::ui {

/// How often in a minute a page whose process ended is loaded again. Within less than a minute, an
/// article that takes seconds to end its process would be loaded for ever.
class CrashLimit final
{
public:
    CrashLimit() { m_clock.start(); }

    /// Counts one; false when it was one too many.
    bool allowsAnother();

private:
    QElapsedTimer m_clock;
    QList<qint64> m_crashesMs;
};

} // namespace lectern::ui
