#include "ui/problems/problem_export.h"

#include "core/article/problem_sentence.h"
#include "ui/common/problem_message.h"
#include "ui/common/problem_text.h"
#include "ui/common/qt_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

QString escapedMarkdown(const QString &text)
{
    static const QRegularExpression special(u"([\\\\`*_{}\\[\\]<>()#+!|~])"_s);
    return text.simplified().replace(special, u"\\\\1"_s);
}

QByteArray toMarkdown(const std::vector<Finding> &findings)
{
    QString text;
    const core::ProblemCode *kind = nullptr;
    for (const Finding &finding : findings) {
        if (!kind || *kind != finding.problem.code) {
            text += (kind ? u"\n## "_s : u"## "_s) + problemKindText(finding.problem.code)
                + u"\n\n"_s;
            kind = &finding.problem.code;
        }
        const QString place = problemPlace(finding.problem);
        text += u"- "_s + escapedMarkdown(QString::fromUtf8(finding.path))
            + (place.isEmpty() ? QString() : u", "_s + place) + u": "_s
            + escapedMarkdown(problemMessage(finding.problem)) + u'\n';
    }
    return text.toUtf8();
}

QString csvField(QString text)
{
    // A spreadsheet runs what begins like a formula; a crawled file name may.
    static const QString formulaStarts = u"=+-@\t\r"_s;
    if (!text.isEmpty() && formulaStarts.contains(text.front())) {
        text.prepend(u'\'');
    }
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray toCsv(const std::vector<Finding> &findings)
{
    QString text = u"path,code,line,column,message,used\r\n"_s;
    for (const Finding &finding : findings) {
        const core::Problem &problem = finding.problem;
        const QStringList fields = {csvField(QString::fromUtf8(finding.path)),
                                    csvField(toQString(core::problemName(problem.code))),
                                    QString::number(problem.line),
                                    QString::number(problem.column),
                                    csvField(toQString(core::problemSentence(problem))),
                                    csvField(toQString(problem.valueUsed))};
        text += fields.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QByteArray toJson(const std::vector<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        const core::Problem &problem = finding.problem;
        array.append(QJsonObject{
            {u"path"_s, QString::fromUtf8(finding.path)},
            {u"code"_s, toQString(core::problemName(problem.code))},
            {u"line"_s, static_cast<qint64>(problem.line)},
            {u"column"_s, static_cast<qint64>(problem.column)},
            {u"message"_s, toQString(core::problemSentence(problem))},
            {u"used"_s, toQString(problem.valueUsed)},
            {u"proposal"_s, toQString(problem.proposal)},
        });
    }
    return QJsonDocument(array).toJson();
}

} // namespace

QByteArray exportProblems(const std::vector<Finding> &findings, ProblemFormat format)
{
    switch (format) {
    case ProblemFormat::Markdown:
        return toMarkdown(findings);
    case ProblemFormat::Csv:
        return toCsv(findings);
    case ProblemFormat::Json:
        return toJson(findings);
    }
    return {};
}

} // namespace lectern::ui
