#include "ui/web/reader_view.h"

#include <QApplication>
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
    if (::geteuid() == 0) {
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    }
    QStandardPaths::setTestModeEnabled(true);
    lectern::ui::registerReaderSchemes();
    const QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
