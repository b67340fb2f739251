#include "ui/reading/web/page_words.h"

#include <QCoreApplication>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using core::PageStrings; // where a result's type is qualified, lupdate loses the class

namespace {

struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::PageWords)
};

std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace

PageStrings pageStrings()
{
    return {.source = utf8(PageWords::tr("Source")),
            .dateOrigins
            = {"", "", utf8(PageWords::tr(" (published)")), utf8(PageWords::tr(" (created)")),
               utf8(PageWords::tr(" (changed)")), utf8(PageWords::tr(" (from its name)")),
               utf8(PageWords::tr(" (time of the file)"))},
            .cutNotice = utf8(PageWords::tr("The rest of this article is not shown because it is "
                                            "too large."))};
}

QJsonObject scriptWords()
{
    return {{u"loading"_s, PageWords::tr("Loading image")},
            {u"failed"_s, PageWords::tr("Image not shown")},
            {u"retry"_s, PageWords::tr("Try again")},
            {u"copy"_s, PageWords::tr("Copy")},
            {u"copied"_s, PageWords::tr("Copied")}};
}

} // namespace lectern::ui
