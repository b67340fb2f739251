#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/front_matter.h"
#include "core/base/file_reader.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lectern::core {

struct FolderConventions;

/// Larger files are read up to this size and carry FileTooLarge.
inline constexpr std::size_t kMaxArticleBytes = 16U << 20U;

struct ArticleFile
{
    Article article;
    FileStamp stamp;
};

/// Understands the \a bytes of one file: decodes, splits front matter from body, parses both ends.
/// Every input gives an article. Never throws; bounded by the size of \a bytes. Any thread.
Article parseArticle(std::string_view relativePath, std::string_view bytes);

/// Reads and parses the files below one root, one after the other, and leaves the bodies where they
/// were read: what the index is made of. One thread.
class ArticleReader final
{
public:
    /// \a conventions of the folder may be null, and must outlive it.
    explicit ArticleReader(const std::string &root, const FolderConventions *conventions = nullptr);

    /// Valid until the next call.
    struct Reading
    {
        Article &article; ///< its body is empty; may be moved from
        std::string_view body;
        FileStamp stamp;
        std::int64_t startedNs = 0; ///< since the epoch: when the file began to be read
    };

    /// Like FileReader::expect().
    void expect(std::span<const std::string_view> relativePaths) { m_files.expect(relativePaths); }

    /// Like readArticleFile().
    Reading read(std::string_view relativePath);

    /// The body alone, until the next call; empty when the file cannot be read.
    std::string_view readBody(std::string_view relativePath);

private:
    FileReader m_files;
    const FolderConventions *m_conventions;
    FrontMatterReader m_frontMatter;
    Article m_article;
    std::string m_decoded; ///< the text of a file that is not plain UTF-8 with line feeds
};

/// Reads and parses one file below \a root. What cannot be read is still an article, titled after
/// its file, that carries the reason as a Problem. \a conventions may be null. Any thread.
ArticleFile readArticleFile(const std::string &root, std::string_view relativePath,
                            const FolderConventions *conventions = nullptr);

} // namespace lectern::core
