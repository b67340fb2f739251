#include "ui/reading/web/crash_limit.h"

namespace lectern::ui {

bool CrashLimit::allowsAnother()
{
    constexpr qint64 kWindowMs = 60'000;
    constexpr qsizetype kMaxReloads = 2;
    const qint64 now = m_clock.elapsed();
    m_crashesMs.removeIf([now](qint64 crash) { return now - crash > kWindowMs; });
    m_crashesMs.append(now);
    return m_crashesMs.size() <= kMaxReloads;
}

} // namespace lectern::ui
