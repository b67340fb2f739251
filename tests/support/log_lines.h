#pragma once

#include <QLoggingCategory>
#include <QString>
#include <QStringList>

#include <mutex>

namespace lectern::test {

/// What the program says while this lives, of the categories that \a rules switch on, each line
/// with its category. One at a time; any thread may speak.
class LogLines final
{
public:
    explicit LogLines(const QString &rules)
    {
        s_lines.clear();
        QLoggingCategory::setFilterRules(rules);
        m_previous = qInstallMessageHandler(take);
    }

    ~LogLines()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules({});
    }

    LogLines(const LogLines &) = delete;
    LogLines &operator=(const LogLines &) = delete;

    static QString text()
    {
        const std::scoped_lock lock(s_mutex);
        return s_lines.join(u'\n');
    }

    static bool contains(const QString &part) { return text().contains(part); }

private:
    static void take(QtMsgType, const QMessageLogContext &context, const QString &message)
    {
        const std::scoped_lock lock(s_mutex);
        s_lines.append(QLatin1StringView(context.category) + u": " + message);
    }

    inline static std::mutex s_mutex;
    inline static QStringList s_lines; ///< Qt's handler is a function without a place for data
    QtMessageHandler m_previous;
};

} // namespace lectern::test
