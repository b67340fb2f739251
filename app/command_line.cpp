#include "app/command_line.h"

#include <QCommandLineParser>
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

core::Result<CommandLine> checked(CommandLine line, const QStringList &paths, bool hasSize)
{
    if (paths.size() > 1) {
        return usageError(
            u"One folder or article at a time, please: \"%1\" is too many."_s.arg(paths[1]));
    }
    line.path = paths.value(0);
    if (line.task == CommandLine::Task::Picture && line.path.isEmpty()) {
        return usageError(u"--snapshot wants the folder to show."_s);
    }
    if (line.task == CommandLine::Task::Window
        && (!line.article.isEmpty() || hasSize || line.isDark)) {
        return usageError(u"--article, --size and --dark go with --snapshot."_s);
    }
    return line;
}

} // namespace

core::Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    const QCommandLineOption picture(u"snapshot"_s, {}, u"OUT.png"_s);
    const QCommandLineOption article(u"article"_s, {}, u"PATH"_s);
    const QCommandLineOption size(u"size"_s, {}, u"WxH"_s);
    const QCommandLineOption dark(u"dark"_s);
    QCommandLineParser parser;
    parser.addOptions({help, version, picture, article, size, dark});
    const bool isParsed = parser.parse(QStringList(u"lectern"_s) + arguments);

    CommandLine line;
    if (parser.isSet(help) || parser.isSet(version)) {
        line.task = parser.isSet(help) ? CommandLine::Task::Help : CommandLine::Task::Version;
        return line;
    }
    if (!isParsed) {
        return usageError(parser.errorText());
    }
    line.task = parser.isSet(picture) ? CommandLine::Task::Picture : CommandLine::Task::Window;
    line.pictureFile = parser.value(picture);
    line.article = parser.value(article);
    line.isDark = parser.isSet(dark);
    if (parser.isSet(size)) {
        line.size = parseSize(parser.value(size));
    }
    if (!line.size.isValid()) {
        return usageError(
            u"--size wants WIDTHxHEIGHT between 200x200 and 8000x8000, not \"%1\"."_s.arg(
                parser.value(size)));
    }
    return checked(line, parser.positionalArguments(), parser.isSet(size));
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
