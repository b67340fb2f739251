#include "core/state/state_json.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace lectern::core {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "lectern-state";
constexpr std::int64_t kVersion = 1;
constexpr std::array<std::string_view, 3> kStatusNames{"unread", "reading", "read"};
constexpr std::array<std::string_view, 4> kColourNames{"yellow", "green", "blue", "red"};

// Writing.

std::string hexOf(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits;
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        digits += kDigits[byte >> 4U];
        digits += kDigits[byte & 0xFU];
    }
    return digits;
}

std::string hexOf(std::uint64_t number)
{
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
    return digits.data();
}

/// Names of files may be any bytes; these go as `pathHex` in place of `path`.
void put(Json &json, const std::string &name, const std::string &bytes)
{
    if (isValidUtf8(bytes)) {
        json[name] = bytes;
    } else {
        json[name + "Hex"] = hexOf(bytes);
    }
}

Json jsonOf(const Highlight &highlight)
{
    Json json{{"uid", highlight.uid},
              {"colour", kColourNames[static_cast<std::size_t>(highlight.colour)]}};
    put(json, "note", highlight.note);
    put(json, "quote", highlight.place.quote);
    put(json, "prefix", highlight.place.prefix);
    put(json, "suffix", highlight.place.suffix);
    json["start"] = highlight.place.start;
    json["textHash"] = hexOf(highlight.place.textHash);
    json["isUnique"] = highlight.place.isUnique;
    json["createdAt"] = highlight.createdAt;
    json["changedAt"] = highlight.changedAt;
    return json;
}

Json jsonOf(const ReadingDay &day)
{
    return {{"day", day.day}, {"seconds", day.seconds}, {"characters", day.characters}};
}

Json jsonOf(const KeptArticle &article);
Json jsonOf(const Label &label);

template <typename Values>
Json listOf(const Values &values)
{
    Json list = Json::array();
    for (const auto &value : values) {
        list.push_back(jsonOf(value));
    }
    return list;
}

void putKey(Json &json, const ArticleKey &key)
{
    put(json, "path", key.path);
    put(json, "source", key.source);
    put(json, "title", key.title);
    json["file"] = {{"bytes", key.stamp.sizeBytes}, {"modifiedNs", key.stamp.modifiedNs}};
    json["text"] = {{"version", key.print.version},
                    {"hash", hexOf(key.print.hash)},
                    {"bytes", key.print.bytes},
                    {"sketch", hexOf(std::string_view(encodeSketch(key.print.sketch)))}};
}

Json jsonOf(const KeptArticle &article)
{
    Json json{{"uid", article.uid}};
    put(json, "library", article.library);
    putKey(json, article.key);
    const ReadingState &state = article.state;
    json["status"] = kStatusNames[static_cast<std::size_t>(state.status)];
    json["openedAt"] = state.openedAt;
    json["readAt"] = state.readAt;
    json["starredAt"] = state.starredAt;
    json["changedAt"] = article.changedAt;
    json["progress"] = state.progress;
    json["paragraph"] = state.position.paragraph;
    put(json, "anchor", state.position.anchor);
    json["read"] = {{"version", state.readVersion}, {"hash", hexOf(state.readHash)}};
    put(json["read"], "text", article.readText);
    json["labels"] = article.labels;
    json["days"] = listOf(article.days);
    json["highlights"] = listOf(article.highlights);
    return json;
}

Json jsonOf(const Label &label)
{
    return {{"name", label.name}, {"colour", "#" + hexOf(label.colour).substr(10)}};
}

// Reading: whatever is missing or of another kind is as if it was empty.

std::string bytesOf(std::string_view digits)
{
    std::string bytes;
    for (std::size_t place = 0; place + 1 < digits.size(); place += 2) {
        unsigned byte = 0;
        const char *const start = digits.data() + place;
        if (std::from_chars(start, start + 2, byte, 16).ptr != start + 2) {
            return {};
        }
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

const Json &member(const Json &json, std::string_view name)
{
    static const Json nothing;
    const auto found = json.find(name);
    return json.is_object() && found != json.end() ? *found : nothing;
}

/// Calls \a take for each element of the list \a name that is of \a kind.
template <typename Take>
void forEachOf(const Json &json, std::string_view name, Json::value_t kind, const Take &take)
{
    const Json &list = member(json, name);
    if (!list.is_array()) { // one that is no list has itself as its only element
        return;
    }
    for (const Json &element : list) {
        if (element.type() == kind) {
            take(element);
        }
    }
}

std::string textOf(const Json &json, const std::string &name)
{
    const Json &text = member(json, name);
    const Json &hex = member(json, name + "Hex");
    return text.is_string() ? text.get<std::string>()
        : hex.is_string()   ? bytesOf(hex.get_ref<const std::string &>())
                            : std::string();
}

template <typename Number>
Number numberOf(const Json &json, const std::string &name,
                Number largest = std::numeric_limits<Number>::max())
{
    const Json &number = member(json, name);
    if (!number.is_number_integer()) {
        return 0;
    }
    const bool isTooLarge = number.is_number_unsigned()
        && number.get<std::uint64_t>() > static_cast<std::uint64_t>(largest);
    const auto value = number.get<std::int64_t>();
    const bool isTooSmall = !number.is_number_unsigned()
        && value < static_cast<std::int64_t>(std::numeric_limits<Number>::min());
    return isTooLarge || isTooSmall ? Number(0) : static_cast<Number>(value);
}

std::uint64_t hashOf(const Json &json, const std::string &name)
{
    const std::string digits = textOf(json, name);
    std::uint64_t hash = 0;
    const char *const end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, hash, 16).ptr == end ? hash : 0;
}

template <typename Names>
std::size_t placeOf(const Names &names, const std::string &name)
{
    const auto *const found = std::ranges::find(names, name);
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

std::string uidOf(const Json &json)
{
    std::string uid = textOf(json, "uid");
    const bool isUid
        = uid.size() == 32 && uid.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isUid ? uid : std::string();
}

Highlight highlightOf(const Json &json)
{
    Highlight highlight;
    highlight.uid = uidOf(json);
    highlight.colour = static_cast<HighlightColour>(placeOf(kColourNames, textOf(json, "colour")));
    highlight.note = textOf(json, "note");
    highlight.place.quote = textOf(json, "quote");
    highlight.place.prefix = textOf(json, "prefix");
    highlight.place.suffix = textOf(json, "suffix");
    highlight.place.start = static_cast<std::uint64_t>(numberOf<std::int64_t>(json, "start"));
    highlight.place.textHash = hashOf(json, "textHash");
    highlight.place.isUnique = member(json, "isUnique") == true;
    highlight.createdAt = numberOf<std::int64_t>(json, "createdAt");
    highlight.changedAt = numberOf<std::int64_t>(json, "changedAt");
    return highlight;
}

ReadingDay dayOf(const Json &json)
{
    return {0, numberOf<std::int32_t>(json, "day"), numberOf<std::uint32_t>(json, "seconds"),
            numberOf<std::uint32_t>(json, "characters")};
}

ArticleKey keyOf(const Json &json)
{
    ArticleKey key;
    key.path = textOf(json, "path");
    key.source = textOf(json, "source");
    key.title = textOf(json, "title");
    const Json &file = member(json, "file");
    key.stamp.sizeBytes = static_cast<std::uint64_t>(numberOf<std::int64_t>(file, "bytes"));
    key.stamp.modifiedNs = numberOf<std::int64_t>(file, "modifiedNs");
    const Json &text = member(json, "text");
    key.print.version = numberOf<std::uint32_t>(text, "version");
    key.print.hash = hashOf(text, "hash");
    key.print.bytes = numberOf<std::uint32_t>(text, "bytes");
    key.print.sketch = decodeSketch(bytesOf(textOf(text, "sketch")));
    return key;
}

KeptArticle articleOf(const Json &json)
{
    KeptArticle article;
    article.uid = uidOf(json);
    article.library = textOf(json, "library");
    article.key = keyOf(json);
    ReadingState &state = article.state;
    state.status = static_cast<ReadStatus>(placeOf(kStatusNames, textOf(json, "status")));
    state.openedAt = numberOf<std::int64_t>(json, "openedAt");
    state.readAt = numberOf<std::int64_t>(json, "readAt");
    state.starredAt = numberOf<std::int64_t>(json, "starredAt");
    state.progress = numberOf<std::uint16_t>(json, "progress", kWholeProgress);
    state.position = {numberOf<std::uint32_t>(json, "paragraph"), textOf(json, "anchor")};
    const Json &read = member(json, "read");
    state.readVersion = numberOf<std::uint32_t>(read, "version");
    state.readHash = hashOf(read, "hash");
    article.readText = textOf(read, "text");
    article.changedAt = numberOf<std::int64_t>(json, "changedAt");
    forEachOf(json, "labels", Json::value_t::string,
              [&](const Json &label) { article.labels.push_back(label.get<std::string>()); });
    forEachOf(json, "days", Json::value_t::object,
              [&](const Json &day) { article.days.push_back(dayOf(day)); });
    forEachOf(json, "highlights", Json::value_t::object,
              [&](const Json &highlight) { article.highlights.push_back(highlightOf(highlight)); });
    return article;
}

Label labelOf(const Json &json)
{
    const std::string colour = textOf(json, "colour");
    std::uint32_t number = 0;
    if (colour.size() == 7) {
        std::from_chars(colour.data() + 1, colour.data() + 7, number, 16);
    }
    return {0, textOf(json, "name"), number};
}

} // namespace

std::string encodeState(const StateRecord &record)
{
    const Json json{{"format", kFormat},
                    {"version", kVersion},
                    {"labels", listOf(record.labels)},
                    {"articles", listOf(record.articles)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<StateRecord> decodeState(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (textOf(json, "format") != kFormat) {
        return Error{ErrorCode::Malformed, "no reading state: \"format\" is not lectern-state"};
    }
    const auto version = numberOf<std::int64_t>(json, "version");
    if (version != kVersion) {
        return Error{ErrorCode::Unsupported,
                     "the reading state has version " + std::to_string(version)
                         + ", this program knows " + std::to_string(kVersion)};
    }
    StateRecord record;
    forEachOf(json, "labels", Json::value_t::object,
              [&](const Json &label) { record.labels.push_back(labelOf(label)); });
    forEachOf(json, "articles", Json::value_t::object,
              [&](const Json &article) { record.articles.push_back(articleOf(article)); });
    return record;
}

} // namespace lectern::core
