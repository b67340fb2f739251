#include "ui/common/problem_message.h"

#include "core/article/problem_sentence.h"
#include "ui/common/qt_text.h"

#include <QCoreApplication>

#include <array>

namespace lectern::ui {

namespace {

/// What core says in English, in the order of ProblemReason: here for the translators to find.
constexpr std::array kPatterns = {
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
    QT_TRANSLATE_NOOP(
        "lectern::ui::ProblemMessage",
        "The front matter that begins here has no end; all of the file is shown as text."),
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
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage",
                      "The file cannot be read: %1. Ask for the right to read it."),
    QT_TRANSLATE_NOOP(
        "lectern::ui::ProblemMessage",
        "The file cannot be read: %1. It was moved or deleted, or is a link that leads nowhere."),
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
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "%1"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "not a map of keys to values"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "not an object"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "more values than a front matter may have"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "a key has too many parts"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "end of map not found"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "end of map flow not found"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "end of sequence not found"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "end of sequence flow not found"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "end of verbatim tag not found"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal flow end"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal block entry"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal map key"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal map value"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "unknown token"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "the referenced anchor is not defined"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "alias not found after *"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "unknown escape character: %1"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "invalid unicode: %1"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal tab when looking for indentation"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal document indicator in scalar"),
    QT_TRANSLATE_NOOP("lectern::ui::ProblemMessage", "illegal EOF in scalar"),
};
static_assert(kPatterns.size() == static_cast<std::size_t>(core::kLastProblemReason) + 1);

} // namespace

const char *problemPattern(core::ProblemReason reason)
{
    return kPatterns[static_cast<std::size_t>(reason)];
}

QString problemMessage(const core::Problem &problem)
{
    return toQString(core::problemSentence(problem, [](core::ProblemReason reason) {
        return QCoreApplication::translate("lectern::ui::ProblemMessage", problemPattern(reason))
            .toStdString();
    }));
}

} // namespace lectern::ui
