#pragma once

#include <cstdint>
#include <string>

namespace lectern::bench {

/// Whether the generated front matter may be no YAML at all, which other programs stop at.
enum class Broken { Some, None };

struct CorpusOptions
{
    std::string folder; ///< is created; files already there are overwritten
    std::uint32_t articles = 1000;
    std::uint32_t seed = 1;
    unsigned threads = 2;
    Broken broken = Broken::Some;
};

/// One generated article, about 5.5 KB: front matter and a body of paragraphs, headings, lists and
/// remote images, in Chinese or English. 3 % have front matter that a reader of the plain subset of
/// YAML has to hand on: anchors, flow maps, tags, comments, folded scalars, no quotes. The same
/// \a seed and \a number give the same text on every machine.
std::string corpusArticle(std::uint32_t seed, std::uint32_t number, Broken broken = Broken::Some);

/// The bodies of two articles in English and two in Chinese, one after the other: 20 KB.
std::string longArticle();

/// Where article \a number lies below the corpus: nested folders of at most 250 articles.
std::string corpusPath(std::uint32_t number);

/// Writes all articles. False when a folder or file cannot be written.
bool writeCorpus(const CorpusOptions &options);

} // namespace lectern::bench
