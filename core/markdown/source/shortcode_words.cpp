#include "core/markdown/source/shortcode_words.h"

#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/source/address_repairs.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

std::string literal(std::string_view text)
{
    std::string result;
    appendLiteral(result, text);
    return result;
}

std::string linkTo(std::string_view address, std::string_view words)
{
    return "<a href=\"" + escaped(address) + "\">" + literal(words) + "</a>";
}

/// The image's file; Hexo's tags have classes before it.
std::string imageFile(const Tag &tag)
{
    const auto file = std::find_if(tag.words.begin(), tag.words.end(), [](const std::string &word) {
        return word.find_first_of("./") != std::string::npos;
    });
    return tag.isLiquid && file != tag.words.end() ? *file : tag.argument("src", 0);
}

/// What stands behind the file in Hexo's `{% img left /a.png 300 200 words %}`, but for the size.
std::string imageWords(const Tag &tag, const std::string &source)
{
    std::string words;
    bool isBehind = false;
    for (const std::string &word : tag.words) {
        const bool isWord = word.find_first_not_of("0123456789px%") != std::string::npos;
        words += tag.isLiquid && isBehind && isWord ? (words.empty() ? "" : " ") + word : "";
        isBehind = isBehind || word == source;
    }
    return words;
}

std::string figureOf(const Tag &tag)
{
    const std::string source = imageFile(tag);
    std::string caption = tag.anyOf({"caption", "title"});
    caption = caption.empty() ? imageWords(tag, source) : caption;
    std::string html = "<figure class=\"image\"><img src=\"" + escaped(source) + "\" alt=\""
        + escaped(tag.named1("alt")) + "\">";
    if (!caption.empty()) {
        html += "<figcaption>";
        appendLiteral(html, caption);
        html += "</figcaption>";
    }
    std::replace(html.begin(), html.end(), '\n', ' ');
    return html + "</figure>";
}

/// Jekyll's `{% include figure.html image_path="a.png" caption="C" %}`, whatever the site calls its
/// argument, as the tag of a figure; without a source where it shows no picture.
Tag includedFigure(const Tag &tag)
{
    constexpr std::array<std::string_view, 7> kSources{"src",  "url",      "image_path", "image",
                                                       "file", "filename", "img"};
    Tag figure;
    figure.name = "figure";
    const std::string file = tag.words.empty() ? std::string() : tag.words.front();
    const bool isPicture = std::ranges::any_of(
        std::array<std::string_view, 4>{"image", "figure", "img", "picture"},
        [&file](std::string_view word) { return file.find(word) != std::string::npos; });
    for (const std::string_view key : kSources) {
        const std::string source = isPicture ? tag.named1(key) : std::string();
        if (!source.empty() && figure.words.empty()) {
            figure.words.push_back(source);
        }
    }
    const std::string description = tag.named1("description");
    figure.named = tag.named;
    std::erase_if(figure.named, [](const auto &argument) { return argument.first == "src"; });
    figure.named.emplace_back("caption", description);
    return figure;
}

/// The page of the player that \a tag would embed.
std::string playerAddress(const Tag &tag)
{
    const std::string id = escaped(tag.argument("id", 0));
    const std::string_view name = tag.name;
    if (id.starts_with("http")) {
        return id;
    }
    if (name == "youtube") {
        return "https://www.youtube.com/watch?v=" + id;
    }
    if (name == "bilibili") {
        return "https://www.bilibili.com/video/" + id;
    }
    if (name == "vimeo") {
        return "https://vimeo.com/" + id;
    }
    if (name == "gist") { // Hugo has the user before the gist, Jekyll a file behind it.
        const bool hasUser = !tag.isLiquid && tag.words.size() > 1;
        return "https://gist.github.com/" + id + (hasUser ? "/" + escaped(tag.words[1]) : "");
    }
    const bool isPost = name == "tweet" || name == "x" || name == "twitter";
    return isPost
        ? "https://x.com/i/status/" + escaped(tag.argument("id", tag.words.size() > 1 ? 1 : 0))
        : "https://www.instagram.com/p/" + id;
}

bool isPlayer(std::string_view name)
{
    return isOneOf(name,
                   {"youtube", "bilibili", "vimeo", "tweet", "x", "twitter", "instagram", "gist"});
}

/// Tags that show another page.
bool isEmbedding(std::string_view name)
{
    return isOneOf(name,
                   {"embed",   "iframe",      "pdf",     "video",     "audio",       "dplayer",
                    "aplayer", "mp3",         "mp4",     "codepen",   "codesandbox", "stackblitz",
                    "replit",  "post",        "podcast", "wikipedia", "ghcard",      "github",
                    "loom",    "speakerdeck", "spotify", "cta",       "media"});
}

/// The first address among the arguments, bare or after `url=`.
std::string addressOf(const Tag &tag)
{
    for (const std::string_view key : {"url", "src", "href", "mp4", "mp3"}) {
        if (std::string value = tag.named1(key); !value.empty()) {
            return value;
        }
    }
    for (const std::string &argument : tag.words) {
        const std::size_t at = argument.find("url=");
        std::string word = at == std::string::npos ? argument : argument.substr(at + 4);
        while (word.ends_with(',')) {
            word.pop_back();
        }
        if (isAddress(word) || at != std::string::npos) {
            return word;
        }
    }
    return {};
}

std::string embedded(const Tag &tag)
{
    const std::string address = addressOf(tag);
    const std::string word = tag.argument("id", 0);
    if (!address.empty()) {
        return linkCard(escaped(address));
    }
    const bool isProject = isOneOf(tag.name, {"ghcard", "github"}) && word.find('/') < word.size();
    return isProject                   ? linkCard(escaped("https://github.com/" + word))
        : word.find('.') < word.size() ? linkCard(escaped(word))
                                       : literal(tag.arguments);
}

/// Words that say how a button or a checkbox looks.
bool isStyle(std::string_view word)
{
    return word.empty() || word.starts_with("fa") || word.find(" fa-") != std::string_view::npos
        || isOneOf(word, {"left",   "center",  "right",    "large",    "regular", "padding",
                          "fit1",   "wide",    "block",    "outline",  "larger",  "red",
                          "pink",   "purple",  "blue",     "green",    "cyan",    "yellow",
                          "orange", "gray",    "download", "primary",  "default", "success",
                          "info",   "warning", "danger",   "simple",   "checked", "plus",
                          "minus",  "times",   "home",     "external", "light",   "dark"});
}

/// `{% btn address, words, icon, title %}` and `{% button words, address %}` in any order, `{% link
/// words address [external] [title] %}` of Hexo itself.
std::string linkOf(const Tag &tag)
{
    std::vector<std::string> words = commaWords(tag.arguments);
    const auto isPlace = [](const std::string &word) { return isAddress(word) || word == "#"; };
    if (words.size() == 1) {
        words.clear();
        const auto place = std::find_if(tag.words.begin(), tag.words.end(), isPlace);
        std::string text;
        for (auto word = tag.words.begin(); word != place; ++word) {
            text += (text.empty() ? "" : " ") + *word;
        }
        words.push_back(text);
        words.push_back(place == tag.words.end() ? "" : *place);
    }
    const auto place = std::find_if(words.begin(), words.end(), isPlace);
    const std::string address = place != words.end() ? *place : std::string();
    // Where a button's address comes first, it may be a bare name.
    const bool isFirst = tag.name != "link" && tag.name != "site" && address.empty();
    const auto text = std::find_if(
        words.begin() + (isFirst && words.size() > 1 ? 1 : 0), words.end(),
        [&address](const std::string &word) { return word != address && !isStyle(word); });
    const std::string shown = text != words.end() ? *text : std::string();
    if (shown.empty()) {
        return address.find("://") == std::string::npos ? literal(address)
                                                        : linkCard(escaped(address));
    }
    return address.empty() ? literal(shown) : linkTo(address, shown);
}

std::string siteLink(const Tag &tag)
{
    const std::vector<std::string> words = commaWords(tag.arguments);
    for (const std::string &word : words) {
        if (word.starts_with("url=")) {
            return linkTo(word.substr(4), words.front());
        }
    }
    return literal(words.front());
}

/// The last of the arguments between commas; of `primary@words` those behind the mark.
std::string lastWords(const Tag &tag)
{
    const std::string last = commaWords(tag.arguments).back();
    const std::size_t mark = last.find('@');
    std::string_view words = last;
    if (tag.name == "label" && mark != std::string::npos) {
        words.remove_prefix(mark + 1);
    } else if (tag.name == "label" && words.find(' ') != std::string_view::npos
               && isStyle(words.substr(words.rfind(' ') + 1))) {
        words = words.substr(0, words.rfind(' '));
    }
    return literal(trimmed(words));
}

std::string postLink(const Tag &tag)
{
    std::string title;
    for (std::size_t i = 1; i < tag.words.size(); ++i) {
        title += (i > 1 ? " " : "") + tag.words[i];
    }
    return linkTo(tag.words[0] + ".md", title.empty() ? tag.words[0] : title);
}

bool isBoxed(std::string_view name)
{
    return isOneOf(name, {"checkbox", "radio"});
}

bool isLine(std::string_view name)
{
    return isOneOf(name, {"u", "emp", "wavy", "del", "kbd", "psw", "label", "span", "p", "badge"});
}

/// Whether people write such words: beyond ASCII, or more than one.
bool isText(std::string_view word)
{
    const bool hasChinese = std::any_of(word.begin(), word.end(), [](char byte) {
        return static_cast<unsigned char>(byte) >= 0x80;
    });
    const bool isPath
        = word.find('/') != std::string_view::npos && word.find(' ') == std::string_view::npos;
    return !isPath && !isAddress(word) && (hasChinese || word.find(' ') < word.size());
}

} // namespace

bool isWordTag(const Tag &tag)
{
    const bool isLink = isOneOf(tag.name, {"link", "button", "btn", "site"})
        && tag.arguments.find_first_of(", ") != std::string_view::npos;
    return tag.isLiquid && !tag.arguments.empty()
        && (isBoxed(tag.name) || isLine(tag.name) || isLink
            || isOneOf(tag.name, {"hideInline", "user", "tag"}));
}

std::string wordsOfTag(const Tag &tag)
{
    if (isOneOf(tag.name, {"figure", "img", "image", "asset_img", "inlineimage"})) {
        return figureOf(tag);
    }
    if (tag.name == "include" || tag.name == "include_relative") {
        const Tag figure = includedFigure(tag);
        return figure.words.empty() ? std::string() : figureOf(figure);
    }
    if (isPlayer(tag.name)) {
        return linkCard(playerAddress(tag));
    }
    if (isWordTag(tag)) {
        const bool isChecked = tag.arguments.find("checked") != std::string_view::npos;
        return isBoxed(tag.name)       ? (isChecked ? "☑ " : "☐ ") + lastWords(tag)
            : tag.name == "site"       ? siteLink(tag)
            : tag.name == "hideInline" ? literal(commaWords(tag.arguments).front())
            : tag.name == "user"       ? "@" + literal(tag.arguments)
            : tag.name == "tag"        ? "#" + literal(tag.arguments)
            : isLine(tag.name)         ? lastWords(tag)
                                       : linkOf(tag);
    }
    const bool isLinkWithWords
        = tag.name == "link" && !tag.isLiquid && (tag.words.size() > 1 || tag.words.empty());
    if (isOneOf(tag.name, {"ref", "relref", "link", "post_url"}) && !isLinkWithWords) {
        const std::string address = withEncodedBlanks(tag.argument("path", 0));
        return tag.isLiquid && address.starts_with("http") ? linkCard(escaped(address)) : address;
    }
    if (tag.name == "post_link" && !tag.words.empty()) {
        return postLink(tag);
    }
    if (isEmbedding(tag.name) && !tag.arguments.empty()) {
        return embedded(tag);
    }
    return tag.isLiquid ? std::string() : textualArguments(tag);
}

std::string textualArguments(const Tag &tag)
{
    std::string text = tag.anyOf({"title", "text", "name", "label", "caption", "header", "heading",
                                  "content", "summary", "subtitle", "term"});
    for (const std::string &word : tag.words) {
        if (text.empty()
            && (isText(word) || isOneOf(tag.name, {"kbd", "badge", "button", "label"}))) {
            text = word;
        }
    }
    std::string address = tag.anyOf({"link", "href", "url", "src"});
    if (address.empty() && tag.words.size() > 1 && isAddress(tag.words.front())) {
        address = tag.words.front();
        text = text.empty() ? tag.words[1] : text;
    }
    if (text.empty()) {
        return tag.isWhole || !isAddress(address) ? std::string() : linkCard(escaped(address));
    }
    return address.empty() ? literal(text) : linkTo(address, text);
}

} // namespace lectern::core
