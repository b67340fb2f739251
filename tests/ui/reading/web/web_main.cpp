#include "ui/reading/reader_view.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QStandardPaths>

#include <gtest/gtest.h>

#include <unistd.h>

/// Qt WebEngine needs an application, no display, and as root no sandbox.
int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (testing::GTEST_FLAG(list_tests)) {
        return RUN_ALL_TESTS();
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform has no OpenGL, which the engine would complain about.
    qputenv("QT_QUICK_BACKEND", "software");
    QLoggingCategory::setFilterRules(QStringLiteral("qt.webenginecontext*=false"));
    if (::geteuid() == 0) {
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    }
    QStandardPaths::setTestModeEnabled(true);
    lectern::ui::registerReaderSchemes();
    const QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
