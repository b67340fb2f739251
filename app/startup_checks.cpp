#include "app/startup_checks.h"

#include <QFile>
#include <QRegularExpression>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

/// Whether something listens on the socket of the local X display \a number, in the file system or
/// (\a prefix is NUL) in Linux's abstract names.
bool answers(const QByteArray &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(name.size()) > sizeof address.sun_path) {
        return false;
    }
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const int socketFd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto length
        = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path)) + socklen_t(name.size());
    const bool isOpen
        = ::connect(socketFd, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    ::close(socketFd);
    return isOpen;
}

bool hasX11(const QString &display)
{
    static const QRegularExpression local(u"^(?:unix)?:(\\d+)(?:\\.\\d+)?$"_s);
    const QRegularExpressionMatch match = local.match(display);
    if (!match.hasMatch()) {
        return !display.isEmpty();
    }
    const QByteArray path = "/tmp/.X11-unix/X" + match.captured(1).toLatin1();
    return answers(path + '\0') || answers('\0' + path);
}

bool isSet(const char *variable)
{
    return !qEnvironmentVariableIsEmpty(variable);
}

} // namespace

QString sandboxProblem()
{
    if (::geteuid() != 0 || isSet("QTWEBENGINE_DISABLE_SANDBOX")) {
        return {};
    }
    return u"The web engine that shows articles does not run as root with its sandbox on.\n"
           "Start Lectern as an ordinary user. If it must be root, and you trust the articles:\n"
           "    QTWEBENGINE_DISABLE_SANDBOX=1 lectern …"_s;
}

QString displayProblem()
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM").section(u':', 0, 0);
    const bool wantsDisplay
        = platform.isEmpty() || platform == "xcb"_L1 || platform.startsWith("wayland"_L1);
    if (!wantsDisplay || isSet("WAYLAND_DISPLAY") || hasX11(qEnvironmentVariable("DISPLAY"))) {
        return {};
    }
    return u"There is no display to show a window on.\n"
           "Start Lectern from a desktop session, or have it draw a picture instead:\n"
           "    lectern --snapshot OUT.png FOLDER"_s;
}

} // namespace lectern::app
