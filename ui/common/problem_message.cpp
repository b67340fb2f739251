#include "ui/common/problem_message.h"

#include "ui/common/qt_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <optional>
#include <span>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kContext = "lectern::ui::ProblemMessage";

/// Core's sentences, with numbers where it puts a key, a place or somebody else's words.
constexpr std::array kSentences = {
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The value of \"%1\" %2 at column %3."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The line %1 at column %2."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The value of \"%1\" is a list where text was expected."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The value of \"%1\" is a map where text was expected."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The value of \"%1\" is a map where a list was expected."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The key \"%1\" stands again further down; the last one counts."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The title is written as a list or map; quotes would make it text."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The title ends where \" #\" begins a comment; quotes would keep the rest."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "YAML takes words behind \"#\" for a comment; they were read as names."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The date \"%1\" means no day."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The article has no date."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The front matter has no title; the first heading is used."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The article has no title; the name of its file is used."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The file has no front matter."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The front matter that begins here has no end; all of the file is shown as "
                      "text."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The front matter cannot be read as a whole: %1."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The front matter has no keys."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The front matter is larger than 64 KB; only its beginning was read."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The front matter has control characters, which are read as blanks."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The text is not UTF-8; it was read as %1."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The text has bytes that are no %1; they are shown as \uFFFD."),
    QT_TRANSLATE_NOOP(
        "lectern::ui::ProblemMessage",
        "The name of the file is not UTF-8; it is shown with replacement characters."),
    // The last of these fits the others as well.
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The file cannot be read: %1. Ask for the right to read it."),
    QT_TRANSLATE_NOOP(
        "lectern::ui::ProblemMessage",
        "The file cannot be read: %1. It was moved or deleted, or is a link that leads "
        "nowhere."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The file cannot be read: %1."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The file is larger than 16 MB; only its beginning is shown."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The file changed while it was read; what is shown may be incomplete."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "The folder cannot be read: %1."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The link leads back to a folder above it and is not followed."),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The link leads to a folder outside and is not followed."),
};

/// What may stand in the first two sentences for the reason.
constexpr std::array kReasons = {
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has an item that %1"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has an item without \"- \" in front"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "cannot be read (%1)"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "cannot be read"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "belongs to no key"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "is indented unlike the keys around it"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "is one of too many broken lines"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has a backslash that escapes nothing"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "opens a quote that is not closed"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has an unescaped quote"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "goes on after its closing quote"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "opens a list that is not closed"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "opens a map that is not closed"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "goes on after a closing \"%1\""),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "begins with \"%1\", which YAML keeps for itself"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "begins with \"- \", which YAML reads as a list"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has a colon before a blank"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has no blank behind its colon"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "has a tab"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "is text without quotes"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "a value before this key does not end"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "a quote is not closed"),
};

/// The texts in \a sentence where \a pattern has its numbers; none if it is another sentence. The
/// last number but one reaches as far as it can, the others stop at once.
std::optional<QStringList> matchOf(const QString &pattern, const QString &sentence)
{
    static const QStringList numbers = {u"%1"_s, u"%2"_s, u"%3"_s};
    QStringList parts = {pattern};
    for (const QString &number : numbers) {
        if (parts.constLast().contains(number)) {
            const QString last = parts.takeLast();
            parts += last.split(number);
        }
    }
    if (parts.size() == 1) {
        return sentence == pattern ? std::optional(QStringList()) : std::nullopt;
    }
    const QString &end = parts.constLast();
    if (!sentence.startsWith(parts.constFirst()) || !sentence.endsWith(end)
        || sentence.size() < parts.constFirst().size() + end.size()) {
        return std::nullopt;
    }
    QString rest = sentence.mid(parts.constFirst().size()).chopped(end.size());
    QStringList texts;
    for (qsizetype part = 1; part + 1 < parts.size(); ++part) {
        const bool isLast = part + 2 == parts.size();
        const qsizetype at = isLast ? rest.lastIndexOf(parts[part]) : rest.indexOf(parts[part]);
        if (at < 0) {
            return std::nullopt;
        }
        texts.append(rest.first(at));
        rest = rest.mid(at + parts[part].size());
    }
    texts.append(rest);
    return texts;
}

QString filled(QString text, const QStringList &values)
{
    switch (values.size()) {
    case 1:
        return text.arg(values[0]);
    case 2:
        return text.arg(values[0], values[1]); // at once: a value may have a %1 of its own
    case 3:
        return text.arg(values[0], values[1], values[2]);
    default:
        return text;
    }
}

QString translatedReason(const QString &reason);

QString translated(const QString &sentence, std::span<const char *const> patterns)
{
    for (const char *const pattern : patterns) {
        const QString written = QString::fromUtf8(pattern);
        std::optional<QStringList> values = matchOf(written, sentence);
        if (!values) {
            continue;
        }
        for (qsizetype i = 0; i < values->size(); ++i) {
            const bool isQuoted = written.contains(u"\"%"_s + QString::number(i + 1) + u'"');
            QString &value = (*values)[i];
            value = isQuoted ? value : translatedReason(value); // what is quoted is the author's
        }
        return filled(QCoreApplication::translate(kContext, pattern), *values);
    }
    return sentence;
}

QString translatedReason(const QString &reason)
{
    return translated(reason, kReasons);
}

} // namespace

QString problemMessage(const core::Problem &problem)
{
    return translated(toQString(problem.message), kSentences);
}

} // namespace lectern::ui
