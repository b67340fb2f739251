#include "tests/support/sample_folder.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <unistd.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

/// Runs the built program without a display, as a script would.
class WindowPictureTest : public testing::Test
{
protected:
    WindowPictureTest() { m_folder.writeSamples(); }

    int run(const QStringList &arguments, const QStringList &without = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QTWEBENGINE_DISABLE_SANDBOX"_s, u"1"_s);
        for (const QString &name :
             QStringList{u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s} + without) {
            environment.remove(name);
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LECTERN_PROGRAM), arguments);
        EXPECT_TRUE(process.waitForFinished(90'000));
        EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
        m_errors = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }

    QString picture() const { return m_output.filePath(u"out.png"_s); }

    test::SampleFolder m_folder;
    QTemporaryDir m_output;
    QString m_errors;
};

TEST_F(WindowPictureTest, drawsTheWindowInTheAskedSize_lightAndDark)
{
    ASSERT_EQ(run({u"--snapshot"_s, picture(), u"--size"_s, u"900x600"_s, m_folder.path()}), 0)
        << m_errors.toStdString();
    const QImage light(picture());
    ASSERT_EQ(run({u"--snapshot"_s, picture(), u"--size"_s, u"900x600"_s, u"--dark"_s,
                   u"--article"_s, u"kexue.md"_s, m_folder.path()}),
              0);
    const QImage dark(picture());

    EXPECT_EQ(light.size(), QSize(900, 600));
    EXPECT_EQ(dark.size(), QSize(900, 600));
    EXPECT_GT(light.pixelColor(880, 300).lightness(), 200);
    EXPECT_LT(dark.pixelColor(870, 300).lightness(), 80);
}

TEST_F(WindowPictureTest, saysWhyItCannot)
{
    EXPECT_EQ(run({u"--snapshot"_s, picture(), m_folder.path() + u"/absent"_s}), 2);
    EXPECT_FALSE(m_errors.isEmpty());
    EXPECT_EQ(run({u"--snapshot"_s, picture(), u"--article"_s, u"no.md"_s, m_folder.path()}), 2);
    EXPECT_TRUE(m_errors.contains(u"no.md"_s));
    EXPECT_EQ(run({u"--snapshot"_s, u"/proc/no/out.png"_s, m_folder.path()}), 2);
    EXPECT_TRUE(m_errors.contains(u"/proc/no/out.png"_s));
}

TEST_F(WindowPictureTest, windowWithoutDisplay_isRefused_insteadOfAborting)
{
    EXPECT_EQ(run({m_folder.path()}), 2);
    EXPECT_TRUE(m_errors.contains(u"no display"_s));
}

TEST_F(WindowPictureTest, rootWithSandbox_isRefused_insteadOfAborting)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root is refused";
    }

    EXPECT_EQ(
        run({u"--snapshot"_s, picture(), m_folder.path()}, {u"QTWEBENGINE_DISABLE_SANDBOX"_s}), 2);
    EXPECT_TRUE(m_errors.contains(u"QTWEBENGINE_DISABLE_SANDBOX=1"_s));
}

} // namespace
} // namespace lectern
