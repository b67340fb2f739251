#include "core/article/folder_conventions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr FrontMatterKind kYaml = FrontMatterKind::Yaml;

FolderConventions cascade(const std::string &folder, std::string_view block,
                          FrontMatterKind kind = kYaml)
{
    FolderConventions conventions;
    EXPECT_THAT(addCascade(conventions, folder, block, kind), IsEmpty());
    return conventions;
}

FolderConventions jekyll(std::string_view config)
{
    FolderConventions conventions;
    EXPECT_THAT(addJekyllDefaults(conventions, config), IsEmpty());
    return conventions;
}

/// The authors that \a conventions give to the article at \a path, as a text.
std::string author(const FolderConventions &conventions, std::string_view path)
{
    const auto meta = defaultsOf(conventions, path);
    return meta && !meta->authors.empty() ? meta->authors.front() : "";
}

} // namespace

TEST(HugoCascade, givesFieldsToTheFolder_andThoseBelow)
{
    for (const auto &conventions : {
             cascade("blog", "title: B\ncascade:\n  author: 李\n"),
             cascade("blog", "cascade:\n  - author: 李\n"),
             cascade("blog", "[cascade]\nauthor = '李'\n", FrontMatterKind::Toml),
             cascade("blog", "[[cascade]]\n[cascade.params]\nauthor = '李'\n",
                     FrontMatterKind::Toml),
             cascade("blog", "{\"cascade\": {\"author\": \"李\"}}", FrontMatterKind::Json),
         }) {
        EXPECT_EQ(author(conventions, "blog/a.md"), "李");
        EXPECT_EQ(author(conventions, "blog/2024/a/index.md"), "李");
        EXPECT_EQ(author(conventions, "blog/_index.md"), "李");
        EXPECT_EQ(author(conventions, "blogs/a.md"), "");
        EXPECT_EQ(author(conventions, "a.md"), "");
    }
}

TEST(HugoCascade, isTakenFromTheNearestFolder_fieldByField)
{
    FolderConventions conventions = cascade("", "cascade:\n  author: A\n  tags: [t]\n");
    addCascade(conventions, "blog", "cascade: {author: B}\n", kYaml);

    const auto meta = defaultsOf(conventions, "blog/x/a.md");

    ASSERT_TRUE(meta);
    EXPECT_THAT(meta->authors, ElementsAre("B"));
    EXPECT_THAT(meta->tags, ElementsAre("t"));
}

TEST(HugoCascade, isForItsTargetAlone)
{
    const auto target = [](std::string_view words) {
        return cascade("", "cascade:\n- author: 李\n  _target: {" + std::string(words) + "}\n");
    };

    EXPECT_EQ(author(target("path: /blog/**"), "content/blog/a.md"), "李");
    EXPECT_EQ(author(target("path: '{/blog,/blog/**}'"), "content/zh/blog/_index.md"), "李");
    EXPECT_EQ(author(target("path: /blog/a"), "blog/a/index.md"), "李");
    EXPECT_EQ(author(target("path: /blog/**"), "content/docs/a.md"), "");
    EXPECT_EQ(author(target("kind: page"), "blog/a.md"), "李");
    EXPECT_EQ(author(target("kind: page"), "blog/_index.md"), "");
    EXPECT_EQ(author(target("kind: section"), "blog/_index.md"), "李");
    EXPECT_EQ(author(target("kind: term"), "blog/a.md"), "");
    EXPECT_EQ(author(target("lang: en"), "content/en/a.md"), "李");
    EXPECT_EQ(author(target("lang: en"), "a.en.md"), "李");
    EXPECT_EQ(author(target("lang: en"), "content/zh/a.md"), "");
    EXPECT_EQ(author(target("environment: staging"), "a.md"), "");
}

TEST(HugoCascade, keepsWhatIsEachArticlesOwn)
{
    const auto meta = defaultsOf(
        cascade("",
                "cascade: {title: T, date: 2024-01-02, slug: s, url: /u, layout: l, draft: true,"
                " lang: zh_CN}\n"),
        "a.md");

    ASSERT_TRUE(meta);
    EXPECT_EQ(meta->title + meta->slug + meta->url, "");
    EXPECT_FALSE(meta->date);
    EXPECT_THAT(meta->others, IsEmpty());
    EXPECT_TRUE(meta->isDraft);
    EXPECT_THAT(meta->languages, ElementsAre("zh-CN"));
}

TEST(HugoCascade, saysWhy_whenItCannotBeRead)
{
    FolderConventions conventions;

    const auto problems
        = addCascade(conventions, "", "[[cascade]\nauthor = 'x'\n", FrontMatterKind::Toml);

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, ProblemCode::FrontMatterBroken);
    EXPECT_FALSE(defaultsOf(conventions, "a.md"));
}

TEST(HugoCascade, isNothing_whereAnotherKeyHoldsIt)
{
    for (const std::string_view block : {"params: {cascade: {author: A}}\n", "cascade: yes\n",
                                         "cascade: [a, b]\n", "title: cascade\n"}) {
        EXPECT_EQ(author(cascade("", block), "a.md"), "") << block;
    }
}

TEST(JekyllDefaults, goByPathAndType)
{
    const auto defaults = [](std::string_view scope) {
        return jekyll("title: x\ndefaults:\n- scope: {" + std::string(scope)
                      + "}\n  values: {author: 李, layout: post}\n");
    };

    EXPECT_EQ(author(defaults("path: ''"), "a/b.md"), "李");
    EXPECT_EQ(author(defaults("path: '', type: posts"), "blog/_posts/a.md"), "李");
    EXPECT_EQ(author(defaults("path: '', type: posts"), "about.md"), "");
    EXPECT_EQ(author(defaults("type: pages"), "about.md"), "李");
    EXPECT_EQ(author(defaults("type: pages"), "_posts/a.md"), "");
    EXPECT_EQ(author(defaults("type: wiki"), "_wiki/a.md"), "李");
    EXPECT_EQ(author(defaults("path: blog"), "blog/a.md"), "李");
    EXPECT_EQ(author(defaults("path: blog/"), "blogs/a.md"), "");
    EXPECT_EQ(author(defaults("path: about.md"), "about.md"), "李");
    EXPECT_EQ(author(defaults("path: 'section/*/special'"), "section/x/special/a.md"), "李");
    EXPECT_EQ(author(defaults("path: 'section/*/special'"), "section/x/a.md"), "");
}

TEST(JekyllDefaults, areTheMostSpecific_thenTheLast)
{
    const FolderConventions conventions
        = jekyll("defaults:\n"
                 "- {scope: {path: '', type: posts}, values: {author: Typed}}\n"
                 "- {scope: {path: ''}, values: {author: First, tags: [t]}}\n"
                 "- {scope: {path: ''}, values: {author: Last}}\n"
                 "- {scope: {path: blog}, values: {author: Near}}\n");

    EXPECT_EQ(author(conventions, "a.md"), "Last");
    EXPECT_EQ(author(conventions, "_posts/a.md"), "Typed");
    EXPECT_EQ(author(conventions, "blog/_posts/a.md"), "Near");
    EXPECT_THAT(defaultsOf(conventions, "blog/a.md")->tags, ElementsAre("t"));
}

TEST(JekyllDefaults, countFromTheSite_whereAPartOfItIsOpen)
{
    FolderConventions conventions
        = jekyll("defaults: [{scope: {path: blog, type: posts}, values: {author: 李}}]\n");
    conventions.prefix = "blog/_posts/";

    EXPECT_EQ(author(conventions, "a.md"), "李");
}

TEST(JekyllDefaults, areNothing_whereTheyAreNoLists)
{
    for (const std::string_view config :
         {"defaults: yes\n", "defaults: [a]\n", "defaults: [{scope: {path: ''}}]\n",
          "defaults: [{values: 3}]\n", "x: {defaults: []}\n"}) {
        EXPECT_EQ(author(jekyll(config), "a.md"), "") << config;
    }
}

} // namespace lectern::core
