#include "ui/common/problem_text.h"

#include "ui/common/problem_message.h"
#include "ui/common/qt_text.h"

#include <QCoreApplication>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

struct ProblemText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::ProblemText)
};

QString frontMatterText(core::ProblemCode code)
{
    switch (code) {
    case core::ProblemCode::FrontMatterMissing:
        return ProblemText::tr("There is no front matter");
    case core::ProblemCode::FrontMatterUnclosed:
        return ProblemText::tr("The front matter has no end");
    case core::ProblemCode::FrontMatterBroken:
        return ProblemText::tr("The front matter is broken");
    case core::ProblemCode::FrontMatterNotMap:
        return ProblemText::tr("The front matter is not a list of keys and values");
    case core::ProblemCode::FrontMatterTooLarge:
        return ProblemText::tr("The front matter is too large");
    case core::ProblemCode::KeyDuplicate:
        return ProblemText::tr("A key is given twice");
    case core::ProblemCode::ValueUnexpected:
        return ProblemText::tr("A value is of the wrong kind");
    case core::ProblemCode::TitleMissing:
        return ProblemText::tr("There is no title");
    case core::ProblemCode::TitleCutByComment:
        return ProblemText::tr("A # cuts the title off");
    case core::ProblemCode::DateUnreadable:
        return ProblemText::tr("The date cannot be read");
    case core::ProblemCode::DateMissing:
        return ProblemText::tr("There is no date");
    default:
        return {};
    }
}

QString fileText(core::ProblemCode code)
{
    switch (code) {
    case core::ProblemCode::ControlCharacters:
        return ProblemText::tr("There are control characters in the text");
    case core::ProblemCode::EncodingGuessed:
        return ProblemText::tr("The encoding was guessed");
    case core::ProblemCode::EncodingInvalid:
        return ProblemText::tr("Some bytes are not text in any encoding");
    case core::ProblemCode::FileNameNotUtf8:
        return ProblemText::tr("The file's name is not UTF-8");
    case core::ProblemCode::FileTooLarge:
        return ProblemText::tr("The file is too large; only its beginning is shown");
    case core::ProblemCode::FileUnreadable:
        return ProblemText::tr("The file cannot be read");
    case core::ProblemCode::FileNotRegular:
        return ProblemText::tr("This is not an ordinary file");
    case core::ProblemCode::FileOutside:
        return ProblemText::tr("A link leaves the folder");
    case core::ProblemCode::FileChangedWhileRead:
        return ProblemText::tr("The file changed while it was read");
    case core::ProblemCode::FolderUnreadable:
        return ProblemText::tr("A folder cannot be read");
    case core::ProblemCode::FolderLoop:
        return ProblemText::tr("A link leads back to a folder above it");
    default:
        return {};
    }
}

} // namespace

QString problemKindText(core::ProblemCode code)
{
    const QString text = frontMatterText(code);
    return text.isEmpty() ? fileText(code) : text;
}

QString problemPlace(const core::Problem &problem)
{
    if (problem.line == 0) {
        return {};
    }
    return problem.column == 0
        ? ProblemText::tr("line %1").arg(problem.line)
        : ProblemText::tr("line %1, column %2").arg(problem.line).arg(problem.column);
}

QString problemSentence(const core::Problem &problem)
{
    const QString message = problemMessage(problem);
    const QString sentence = problem.line == 0
        ? message
        : ProblemText::tr("Line %1: %2").arg(QString::number(problem.line), message);
    const QString used = valueUsed(problem);
    return used.isEmpty() ? sentence : ProblemText::tr("%1 Used instead: %2").arg(sentence, used);
}

QString valueUsed(const core::Problem &problem)
{
    constexpr qsizetype kEnough = 120;
    const QString used = toQString(problem.valueUsed).simplified();
    return used.size() > kEnough ? used.first(kEnough) + u'…' : used;
}

} // namespace lectern::ui
