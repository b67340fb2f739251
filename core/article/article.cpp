#include "core/article/article.h"

#include <array>
#include <cassert>

namespace lectern::core {

namespace {

struct ProblemKind
{
    std::string_view name;
    Severity severity;
};

/// In the order of ProblemCode.
constexpr std::array kProblemKinds{
    ProblemKind{"front-matter-missing", Severity::Note},
    ProblemKind{"front-matter-unclosed", Severity::Warning},
    ProblemKind{"front-matter-broken", Severity::Warning},
    ProblemKind{"front-matter-not-map", Severity::Warning},
    ProblemKind{"front-matter-too-large", Severity::Warning},
    ProblemKind{"key-duplicate", Severity::Warning},
    ProblemKind{"value-unexpected", Severity::Note},
    ProblemKind{"title-missing", Severity::Note},
    ProblemKind{"title-cut-by-comment", Severity::Warning},
    ProblemKind{"date-unreadable", Severity::Warning},
    ProblemKind{"date-missing", Severity::Note},
    ProblemKind{"control-characters", Severity::Warning},
    ProblemKind{"encoding-guessed", Severity::Note},
    ProblemKind{"encoding-invalid", Severity::Warning},
    ProblemKind{"file-name-not-utf8", Severity::Note},
    ProblemKind{"file-too-large", Severity::Warning},
    ProblemKind{"file-unreadable", Severity::Error},
    ProblemKind{"file-not-regular", Severity::Error},
    ProblemKind{"file-outside", Severity::Error},
    ProblemKind{"file-changed-while-read", Severity::Warning},
    ProblemKind{"folder-unreadable", Severity::Error},
    ProblemKind{"folder-loop", Severity::Note},
};
static_assert(kProblemKinds.size() == static_cast<std::size_t>(kLastProblemCode) + 1);

} // namespace

void ArticleMeta::clear()
{
    frontMatter = FrontMatterKind::None;
    page = PageKind::Single;
    titleOrigin = TitleOrigin::FileName;
    date.reset();
    dateOrigin = DateOrigin::None;
    isLanguageGuessed = false;
    isDraft = false;
    for (std::string *const text :
         {&title, &dateText, &summary, &menu, &thumbnail, &lead, &sidebar, &slug, &url, &source}) {
        text->clear();
    }
    for (std::vector<std::string> *const list :
         {&categories, &tags, &languages, &translations, &authors, &keywords, &series, &aliases,
          &widgets}) {
        list->clear();
    }
    for (std::optional<bool> *const flag : {&comments, &authorbox, &pager, &toc, &mathjax}) {
        flag->reset();
    }
    others.clear();
    assert(*this == ArticleMeta());
}

std::string_view problemName(ProblemCode code)
{
    return kProblemKinds[static_cast<std::size_t>(code)].name;
}

Severity severityOf(ProblemCode code)
{
    return kProblemKinds[static_cast<std::size_t>(code)].severity;
}

} // namespace lectern::core
