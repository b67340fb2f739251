#pragma once

#include <unistd.h>

namespace lectern::tests {

/// Takes root's right to read everything away while it lives, so that tests of unreadable files
/// work for root too. Does nothing for other users.
class LoweredPrivileges final
{
public:
    LoweredPrivileges()
        : m_wasRoot(::geteuid() == 0)
    {
        m_isDone = !m_wasRoot || ::seteuid(kNobody) == 0;
    }

    ~LoweredPrivileges()
    {
        if (m_wasRoot) {
            [[maybe_unused]] const int result = ::seteuid(0);
        }
    }

    LoweredPrivileges(const LoweredPrivileges &) = delete;
    LoweredPrivileges &operator=(const LoweredPrivileges &) = delete;

    /// False where the system does not allow it.
    bool isDone() const { return m_isDone; }

private:
    static constexpr uid_t kNobody = 65534;

    bool m_wasRoot;
    bool m_isDone = false;
};

} // namespace lectern::tests
