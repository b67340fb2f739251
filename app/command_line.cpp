#include "app/command_line.h"

#include <QRegularExpression>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

core::Error usageError(const QString &sentence)
{
    return {.code = core::ErrorCode::Malformed, .message = sentence.toStdString()};
}

/// `1280x800`; empty when it is something else or beyond what a picture may be.
QSize parseSize(const QString &text)
{
    static const QRegularExpression shape(u"^(\\d{2,5})x(\\d{2,5})$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits = size.width() >= 200 && size.height() >= 200 && size.width() <= 8000
        && size.height() <= 8000;
    return fits ? size : QSize();
}

/// Takes one option with its value from \a arguments at \a at; false when it is not that option.
bool takeValue(const QStringList &arguments, qsizetype &at, QLatin1StringView option,
               QString &value)
{
    const QString &argument = arguments[at];
    if (argument.startsWith(option) && argument.mid(option.size()).startsWith(u'=')) {
        value = argument.mid(option.size() + 1);
        return true;
    }
    if (argument == option && at + 1 < arguments.size()) {
        value = arguments[++at];
        return true;
    }
    return false;
}

core::Result<CommandLine> checked(CommandLine line, const QString &sizeText)
{
    if (!sizeText.isEmpty()) {
        line.size = parseSize(sizeText);
    }
    if (!line.size.isValid()) {
        return usageError(
            u"--size wants WIDTHxHEIGHT between 200x200 and 8000x8000, not \"%1\"."_s.arg(
                sizeText));
    }
    if (line.task == CommandLine::Task::Snapshot && line.path.isEmpty()) {
        return usageError(u"--snapshot wants the folder to show."_s);
    }
    if (line.task == CommandLine::Task::Window
        && (!line.article.isEmpty() || !sizeText.isEmpty() || line.isDark)) {
        return usageError(u"--article, --size and --dark go with --snapshot."_s);
    }
    return line;
}

} // namespace

core::Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    QString sizeText;
    bool isOptionsEnd = false;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &argument = arguments[at];
        if (isOptionsEnd || !argument.startsWith(u'-')) {
            if (!line.path.isEmpty()) {
                return usageError(
                    u"One folder or article at a time, please: \"%1\" is too many."_s.arg(
                        argument));
            }
            line.path = argument;
        } else if (argument == "--"_L1) {
            isOptionsEnd = true;
        } else if (argument == "--help"_L1 || argument == "-h"_L1) {
            line.task = CommandLine::Task::Help;
            return line;
        } else if (argument == "--version"_L1 || argument == "-v"_L1) {
            line.task = CommandLine::Task::Version;
            return line;
        } else if (argument == "--dark"_L1) {
            line.isDark = true;
        } else if (takeValue(arguments, at, "--snapshot"_L1, line.snapshotFile)) {
            line.task = CommandLine::Task::Snapshot;
        } else if (!takeValue(arguments, at, "--article"_L1, line.article)
                   && !takeValue(arguments, at, "--size"_L1, sizeText)) {
            return usageError(u"\"%1\" is no option, or lacks its value."_s.arg(argument));
        }
    }
    return checked(line, sizeText);
}

QString helpText()
{
    return uR"(Usage: lectern [FOLDER|ARTICLE]
       lectern --snapshot OUT.png [--article PATH] [--size WxH] [--dark] FOLDER

A reader for a folder of Markdown articles. The folder is never changed.

  --snapshot OUT.png  draw the window into a picture and exit; needs no display
  --article PATH      the article to show, relative to the folder; else the first
  --size WxH          the size of the picture, else 1280x800
  --dark              in dark colours
  -h, --help          this text
  -v, --version       the version

Exit codes: 0 fine, 2 cannot do it (the reason is on standard error).
)"_s;
}

} // namespace lectern::app
