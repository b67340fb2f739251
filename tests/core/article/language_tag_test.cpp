#include "core/article/language_tag.h"

#include <gtest/gtest.h>

#include <string_view>

namespace lectern::core {

TEST(LanguageTag, isOne_howeverItIsWritten)
{
    for (const std::string_view written :
         {"zh-CN", "zh_CN", "zh-cn", "ZH-CN", "Zh_cn", "zh_CN.UTF-8", "zh_CN@pinyin"}) {
        EXPECT_EQ(languageTag(written), "zh-CN") << written;
    }
    EXPECT_EQ(languageTag("zh_TW"), "zh-TW");
    EXPECT_EQ(languageTag("zh-hant"), "zh-Hant");
    EXPECT_EQ(languageTag("ZH_HANS_cn"), "zh-Hans-CN");
    EXPECT_EQ(languageTag("EN"), "en");
    EXPECT_EQ(languageTag("es-419"), "es-419");
    EXPECT_EQ(languageTag("de-1996"), "de-1996");
    EXPECT_EQ(languageTag("yue"), "yue");
}

TEST(LanguageTag, isNotMade_ofWhatIsNone)
{
    for (const std::string_view written :
         {"", "Chinese", "中文", "Go", "C", "c++", "zh-", "-zh", "zh--CN", "x-y-", "i18n", "en US",
          "zh-waytoolongsubtag", "Node.js", "en, zh"}) {
        EXPECT_EQ(languageTag(written), written);
    }
}

} // namespace lectern::core
