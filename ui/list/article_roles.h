#pragma once

#include "ui/common/marked_text.h"

#include <Qt>

namespace lectern::ui {

/// What ArticleListModel answers beside Qt::DisplayRole (the title) and Qt::AccessibleTextRole.
enum ArticleRole {
    PathRole = Qt::UserRole + 1, ///< QByteArray, relative, raw bytes
    SummaryRole, ///< QString
    MarkedTitleRole, ///< MarkedText: the title with what is looked for
    ExcerptRole, ///< MarkedText: the summary, or what of the text is looked for
    DateRole, ///< QString, for reading; empty when unknown
    CategoriesRole, ///< QString, joined
    LanguageRole, ///< QString, the article's first language tag; may be empty
    BrokenRole, ///< bool: it carries a problem worth a mark
    DraftRole, ///< bool
    // None of these where no reading state is known.
    ReadStatusRole, ///< core::ReadStatus as int
    ProgressRole, ///< int, of core::kWholeProgress
    StarredRole, ///< bool
    LabelColoursRole, ///< QList<QColor>
    ChangedRole, ///< bool: it is no longer what was read
    CopiesRole, ///< int: how many files are this article, 0 where it is the only one
};

} // namespace lectern::ui
