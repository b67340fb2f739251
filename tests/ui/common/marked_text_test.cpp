#include "ui/common/marked_text.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using ui::MarkedText;

TEST(MarkedText, marksTheTextAsWritten_inUnitsOfQString)
{
    const QString text = QStringLiteral("😀 Ｓtone、石頭與stone");

    const MarkedText marked = ui::markedText(text, {"stone", "石头"});

    EXPECT_EQ(marked.text, text);
    EXPECT_EQ(marked.marks, (QList<MarkedText::Mark>{{3, 5}, {9, 2}, {12, 5}}));
}

TEST(MarkedText, hasNoMarks_withoutWords)
{
    EXPECT_TRUE(ui::markedText(QStringLiteral("text"), {}).marks.isEmpty());
}

} // namespace
} // namespace lectern
