#include "ui/search/query_text.h"

#include "core/search/query_fields.h"
#include "core/search/query_values.h"
#include "ui/common/qt_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <initializer_list>

namespace lectern::ui {

namespace {

/// `has:image, has:math, and is:draft` in the user's language: all that may stand behind \a fields.
QString listed(std::initializer_list<core::QueryField> fields)
{
    QStringList conditions;
    for (const core::QueryField field : fields) {
        for (const std::string_view word : core::stateWords(field)) {
            conditions.append(toQString(core::queryTermText(field, word)));
        }
    }
    return QLocale().createSeparatedList(conditions);
}

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::QueryText)
};

QString mistakeText(const core::QueryMistake &mistake)
{
    using Kind = core::QueryMistake::Kind;
    const QString text = toQString(mistake.text);
    switch (mistake.kind) {
    case Kind::UnclosedQuote:
        return QueryText::tr(
            "The quotation mark is not closed; everything after it is one phrase.");
    case Kind::UnclosedParenthesis:
        return QueryText::tr("A parenthesis is not closed; it is taken to end with the search.");
    case Kind::StrayParenthesis:
        return QueryText::tr("A parenthesis that nothing opened is left out.");
    case Kind::DanglingOr:
        return QueryText::tr("OR wants something on both sides.");
    case Kind::MissingValue:
        return QueryText::tr("“%1” wants a word after the colon.").arg(text);
    case Kind::BadDate:
        return QueryText::tr("“%1” is no date. Try 2025-02, 2025-02-01..2025-03-15 or <7d.")
            .arg(text);
    case Kind::BadLength:
        return QueryText::tr("“%1” is no length. Try >3000.").arg(text);
    case Kind::BadShare:
        return QueryText::tr("“%1” is no share of an article. Try >50.").arg(text);
    case Kind::BadState:
        return QueryText::tr("“%1” is not known. Known are %2.")
            .arg(text, listed({core::QueryField::Has, core::QueryField::Is}));
    case Kind::BadSort:
        return QueryText::tr(
                   "“%1” is no order. Try sort:date, sort:title, sort:weight or sort:relevance.")
            .arg(text);
    case Kind::TooDeep:
        return QueryText::tr("There are too many parentheses within each other.");
    }
    return {};
}

} // namespace

QString queryHint(const core::Query &query)
{
    return query.mistakes.empty() ? QString() : mistakeText(query.mistakes.front());
}

} // namespace lectern::ui
