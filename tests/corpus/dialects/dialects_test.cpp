#include "core/article/article_file.h"
#include "core/article/folder_conventions.h"
#include "core/library/articles_by_name.h"
#include "core/library/indexer.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/links/settings.h"
#include "core/markdown/markdown.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::tests {

namespace {

/// One article of a folder, and what must be seen of it: obsidian.txt says how they are written.
struct Note
{
    std::string path;
    std::string text;
    std::vector<std::pair<std::string, std::string>> expected;
};

std::vector<Note> notesOf(const std::string &dialect)
{
    std::vector<Note> notes;
    std::ifstream stream(std::filesystem::path(LECTERN_SOURCE_DIR) / "tests/corpus/dialects"
                         / (dialect + ".txt"));
    Note note;
    bool isExpected = false;
    for (std::string line; std::getline(stream, line);) {
        if (line == "===") {
            notes.push_back(std::exchange(note, {}));
            isExpected = false;
        } else if (note.path.empty()) {
            note.path = line.starts_with('#') ? "" : line;
        } else if (line == "----" && !isExpected) {
            isExpected = true;
        } else if (isExpected) {
            const std::size_t blank = line.find(' ');
            note.expected.emplace_back(line.substr(0, blank), line.substr(blank + 1));
        } else {
            note.text += line + "\n";
        }
    }
    return notes;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string all;
    for (const std::string &name : names) {
        all += (all.empty() ? "" : "|") + name;
    }
    return all;
}

/// The folder of one dialect, indexed.
class DialectFolder final
{
public:
    explicit DialectFolder(const std::string &dialect)
    {
        if (dialect == "obsidian") {
            m_folder.write(".obsidian/app.json", "{}");
        }
        m_folder.write("attachments/deep/船.png", "");
        m_folder.write("_resources/8f3a.png", "");
        m_folder.write("_resources/list.pdf", "");
        for (const Note &note : notesOf(dialect)) {
            m_folder.write(note.path, note.text);
        }
        m_library = core::indexFolder(m_folder.path(), nullptr, {}).value();
        m_conventions = core::conventionsOf(m_folder.path(), core::siteAround(m_folder.path()));
    }

    void expect(const Note &note) const
    {
        const core::Article article
            = core::readArticleFile(m_folder.path(), note.path, &m_conventions).article;
        const core::LinkResolver resolver(m_folder.path(), note.path,
                                          core::findArticleIn(m_library));
        core::RenderOptions options;
        options.resolver = &resolver;
        const std::string html = core::renderBody(article, options).html;
        const auto tree = core::parseHtml(html);
        const std::string words = tree ? core::textContent(*tree) : "";
        const std::string date
            = article.meta.date ? core::toIso8601(*article.meta.date) : std::string();
        for (const auto &[what, value] : note.expected) {
            const std::string &text = what == "html" ? html : words;
            if (what == "see" || what == "html") {
                EXPECT_NE(text.find(value), std::string::npos) << value << "\n" << html;
            } else if (what == "not") {
                EXPECT_EQ(text.find(value), std::string::npos) << value << "\n" << html;
            } else if (what == "title") {
                EXPECT_EQ(article.meta.title, value);
            } else if (what == "tags") {
                EXPECT_EQ(joined(article.meta.tags), value);
            } else if (what == "author") {
                EXPECT_EQ(joined(article.meta.authors), value);
            } else {
                EXPECT_EQ(what, "date");
                EXPECT_TRUE(date.starts_with(value)) << date;
            }
        }
    }

private:
    TemporaryFolder m_folder;
    std::shared_ptr<const core::Library> m_library;
    core::FolderConventions m_conventions;
};

class DialectOf : public testing::TestWithParam<std::string>
{
};

} // namespace

TEST_P(DialectOf, isShownAsItsProgramShowsIt)
{
    const DialectFolder folder(GetParam());
    const std::vector<Note> notes = notesOf(GetParam());

    ASSERT_GE(notes.size(), 20U);
    for (const Note &note : notes) {
        SCOPED_TRACE(GetParam() + "/" + note.path);
        folder.expect(note);
    }
}

INSTANTIATE_TEST_SUITE_P(Corpus, DialectOf, testing::Values("obsidian", "joplin", "wechat"));

} // namespace lectern::tests
