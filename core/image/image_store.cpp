#include "core/image/image_store.h"

#include "core/base/disk.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeader = "lectern-image 1";
constexpr std::size_t kMaxUrlBytes = 16U << 10U;
constexpr std::size_t kMaxRecordBytes = kMaxUrlBytes + 512;

/// A file of urls/.
struct Record
{
    std::string url;
    std::string object; ///< empty: a failure
    ImageFailure failure = ImageFailure::NotFound;
    std::int64_t expiresSeconds = 0; ///< since the epoch
};

std::string pathByHash(std::string_view folder, std::string_view hash)
{
    return std::string(folder) + "/" + std::string(hash.substr(0, 2)) + "/"
        + std::string(hash.substr(2));
}

bool isHash(std::string_view text)
{
    return text.size() == 64
        && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The first line of \a rest without its prefix, which it must have; moves \a rest behind it.
std::optional<std::string_view> takeLine(std::string_view &rest, std::string_view prefix)
{
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos || !rest.starts_with(prefix)) {
        return std::nullopt;
    }
    const std::string_view line = rest.substr(prefix.size(), end - prefix.size());
    rest.remove_prefix(end + 1);
    return line;
}

bool readFailure(std::string_view words, Record &record)
{
    const std::size_t blank = words.find(' ');
    const auto failure = failureFromName(words.substr(0, blank));
    if (!failure || blank == std::string_view::npos) {
        return false;
    }
    const std::string_view number = words.substr(blank + 1);
    const auto parsed
        = std::from_chars(number.data(), number.data() + number.size(), record.expiresSeconds);
    record.failure = *failure;
    return parsed.ec == std::errc() && parsed.ptr == number.data() + number.size();
}

std::optional<Record> parseRecord(std::string_view text)
{
    Record record;
    const auto header = takeLine(text, kHeader);
    const auto url = takeLine(text, "url ");
    if (!header || !header->empty() || !url) {
        return std::nullopt;
    }
    record.url = *url;
    if (const auto object = takeLine(text, "object ")) {
        record.object = *object;
        return isHash(record.object) ? std::optional(std::move(record)) : std::nullopt;
    }
    const auto failure = takeLine(text, "failure ");
    if (!failure || !readFailure(*failure, record)) {
        return std::nullopt;
    }
    return record;
}

std::string recordText(std::string_view url, std::string_view lastLine)
{
    return std::string(kHeader) + "\nurl " + std::string(url) + "\n" + std::string(lastLine) + "\n";
}

std::optional<Record> readRecord(const std::string &folder, std::string_view relativePath)
{
    const auto file = readFileBelow(folder, relativePath, kMaxRecordBytes);
    if (!file || file.value().isCut) {
        return std::nullopt;
    }
    return parseRecord(file.value().bytes);
}

bool isStorable(std::string_view url)
{
    return url.size() <= kMaxUrlBytes && url.find('\n') == std::string_view::npos;
}

std::int64_t toSeconds(std::chrono::system_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

// A cache that cannot be tidied still works, so failures below are dropped on purpose.

void removeFile(const fs::path &path)
{
    std::error_code ignored;
    fs::remove(path, ignored);
}

void setLastUse(const fs::path &path, std::chrono::system_clock::time_point time)
{
    std::error_code ignored;
    fs::last_write_time(path, std::chrono::file_clock::from_sys(time), ignored);
}

struct KeptFile
{
    fs::path path;
    std::uint64_t sizeBytes = 0;
    fs::file_time_type lastUse;
};

std::vector<KeptFile> filesBelow(const fs::path &folder)
{
    std::vector<KeptFile> files;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, failed);
    while (!failed && entry != fs::recursive_directory_iterator()) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) {
            files.push_back(
                {entry->path(), entry->file_size(ignored), entry->last_write_time(ignored)});
        }
        entry.increment(failed);
    }
    return files;
}

std::uint64_t totalBytes(const std::vector<KeptFile> &files)
{
    std::uint64_t total = 0;
    for (const KeptFile &file : files) {
        total += file.sizeBytes;
    }
    return total;
}

} // namespace

ImageStore::ImageStore(std::string folder, ImageStoreOptions options)
    : m_folder(std::move(folder))
    , m_options(std::move(options))
{}

std::string ImageStore::objectPath(std::string_view hash) const
{
    return m_folder + "/" + pathByHash("objects", hash);
}

std::string ImageStore::recordPath(std::string_view url) const
{
    return m_folder + "/" + pathByHash("urls", sha256Hex(url));
}

StoreAnswer ImageStore::find(std::string_view url)
{
    const auto record = readRecord(m_folder, pathByHash("urls", sha256Hex(url)));
    if (!record || record->url != url) {
        return {};
    }
    if (record->object.empty()) {
        if (toSeconds(m_options.now()) < record->expiresSeconds) {
            return record->failure;
        }
        forget(url);
        return {};
    }
    std::optional<StoredImage> image = loadObject(record->object);
    if (!image) {
        forget(url);
        return {};
    }
    return std::move(*image);
}

std::optional<StoredImage> ImageStore::loadObject(std::string_view hash)
{
    auto file = readFileBelow(m_folder, pathByHash("objects", hash), kMaxRemoteImageBytes);
    if (!file) {
        return std::nullopt;
    }
    const auto info = readImageInfo(file.value().bytes);
    if (file.value().isCut || !info || sha256Hex(file.value().bytes) != hash) {
        removeFile(objectPath(hash));
        const std::scoped_lock lock(m_mutex);
        m_usedBytes.reset();
        return std::nullopt;
    }
    setLastUse(objectPath(hash), m_options.now());
    return StoredImage{std::move(file.value().bytes), info.value()};
}

Status ImageStore::keep(std::string_view url, std::string_view bytes)
{
    const auto info = readImageInfo(bytes);
    if (!info) {
        return info.error();
    }
    if (bytes.size() > std::min<std::uint64_t>(kMaxRemoteImageBytes, m_options.budgetBytes)) {
        return Error{ErrorCode::TooLarge, "the image is larger than the store keeps"};
    }
    if (!isStorable(url)) {
        return Error{ErrorCode::Unsupported, "the address is too long to be kept"};
    }
    const std::string hash = sha256Hex(bytes);
    const std::scoped_lock lock(m_mutex);
    std::error_code ignored; // Absent: its size is that of no image.
    if (fs::file_size(objectPath(hash), ignored) != bytes.size()) {
        makeRoom(bytes.size());
    }
    Status written = writeFileAtomically(objectPath(hash), bytes);
    if (!written) {
        return written;
    }
    setLastUse(objectPath(hash), m_options.now());
    return writeFileAtomically(recordPath(url), recordText(url, "object " + hash));
}

void ImageStore::rememberFailure(std::string_view url, ImageFailure failure)
{
    const std::chrono::seconds duration = believedFor(failure);
    if (duration.count() == 0 || !isStorable(url)) {
        return;
    }
    const std::int64_t expires = toSeconds(m_options.now() + duration);
    const std::string line
        = "failure " + std::string(failureName(failure)) + " " + std::to_string(expires);
    // Not remembering it costs one more try, so a full disk is no error here.
    [[maybe_unused]] const Status ignored
        = writeFileAtomically(recordPath(url), recordText(url, line));
}

void ImageStore::forget(std::string_view url)
{
    removeFile(recordPath(url));
}

std::uint64_t ImageStore::usedBytes()
{
    const std::scoped_lock lock(m_mutex);
    return countUsedBytes();
}

std::uint64_t ImageStore::countUsedBytes()
{
    if (!m_usedBytes) {
        m_usedBytes = totalBytes(filesBelow(m_folder + "/objects"));
    }
    return *m_usedBytes;
}

void ImageStore::makeRoom(std::uint64_t newBytes)
{
    if (countUsedBytes() + newBytes <= m_options.budgetBytes) {
        *m_usedBytes += newBytes;
        return;
    }
    std::vector<KeptFile> files = filesBelow(m_folder + "/objects");
    std::ranges::sort(files, {}, &KeptFile::lastUse);
    std::uint64_t used = totalBytes(files);
    // Down to nine tenths, so that the folder is not walked again for each new image.
    const std::uint64_t wanted = m_options.budgetBytes / 10 * 9;
    for (const KeptFile &file : files) {
        if (used + newBytes <= wanted) {
            break;
        }
        removeFile(file.path);
        used -= file.sizeBytes;
    }
    m_usedBytes = used + newBytes;
    dropStaleRecords();
}

void ImageStore::dropStaleRecords() const
{
    const std::int64_t now = toSeconds(m_options.now());
    for (const KeptFile &file : filesBelow(m_folder + "/urls")) {
        const auto record
            = readRecord(m_folder, fs::path(file.path).lexically_relative(m_folder).string());
        std::error_code ignored;
        const bool isUseful = record
            && (record->object.empty() ? now < record->expiresSeconds
                                       : fs::exists(objectPath(record->object), ignored));
        if (!isUseful) {
            removeFile(file.path);
        }
    }
}

} // namespace lectern::core
