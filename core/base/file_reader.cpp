#include "core/base/file_reader.h"

#include "core/base/file_descriptor.h"
#include "core/base/read_ahead.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lectern::core {

namespace {

/// Larger than nearly every article.
constexpr std::size_t kBufferBytes = 256U << 10U;

} // namespace

FileReader::FileReader(std::string root)
    : m_root(std::move(root))
    , m_rootDescriptor(::open(m_root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    , m_buffer(new char[kBufferBytes])
{}

FileReader::~FileReader()
{
    for (const int descriptor : {m_rootDescriptor, m_folderDescriptor}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

void FileReader::expect(std::span<const std::string_view> relativePaths)
{
    if (!m_ahead && !m_isAlone) {
        m_ahead = ReadAhead::make(m_rootDescriptor);
        m_isAlone = !m_ahead;
    }
    m_expected = m_ahead ? relativePaths : std::span<const std::string_view>();
    m_readAhead = {};
}

Result<FileReader::File> FileReader::read(std::string_view relativePath, std::size_t capBytes)
{
    File file;
    if (takeAhead(relativePath, capBytes, file)) {
        return file;
    }
    file.startedNs = recentNs();
    m_name = relativePath.substr(relativePath.rfind('/') + 1); // npos + 1 is 0
    if (relativePath.find('\0') == std::string_view::npos && enterFolderOf(relativePath)
        && readPlainFile(capBytes, file)) {
        return file;
    }
    Result<FileBytes> slow = readFileBelow(m_root, relativePath, capBytes);
    if (!slow) {
        return slow.error();
    }
    m_slow = std::move(slow).value();
    return File{m_slow.bytes, m_slow.stamp, file.startedNs, m_slow.isUnsteady, m_slow.isCut};
}

/// Takes the next of the expected files, if it is the one and could be read.
bool FileReader::takeAhead(std::string_view relativePath, std::size_t capBytes, File &file)
{
    if (m_readAhead.empty() && !m_expected.empty()) {
        const std::size_t count = std::min(m_expected.size(), ReadAhead::kFiles);
        m_readAhead = m_ahead->readAll(m_expected.first(count));
        m_expected = m_expected.subspan(count);
    }
    if (m_readAhead.empty()) {
        return false;
    }
    const ReadAhead::File &next = m_readAhead.front();
    m_readAhead = m_readAhead.subspan(1);
    file.bytes = next.bytes;
    file.stamp = next.stamp;
    file.startedNs = next.startedNs;
    return next.isRead && next.path == relativePath && next.bytes.size() <= capBytes;
}

bool FileReader::enterFolderOf(std::string_view relativePath)
{
    const std::string_view folder = folderNameOf(relativePath);
    if (m_folderDescriptor >= 0 && folder == m_folder) {
        return true;
    }
    if (m_folderDescriptor >= 0) {
        ::close(m_folderDescriptor);
    }
    m_folder = folder;
    m_folderDescriptor = openFolderBelow(m_rootDescriptor, m_folder);
    return m_folderDescriptor >= 0;
}

/// False for whatever is not a plain file that fits into the buffer and rests: links, devices,
/// large files, files that were written to while they were read.
bool FileReader::readPlainFile(std::size_t capBytes, File &file)
{
    const FileDescriptor opened(
        ::openat(m_folderDescriptor, m_name.c_str(), kReadingFlags | O_NOFOLLOW));

    struct stat status
    {
    };

    if (!opened.isOpen() || ::fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode)
        || status.st_size >= static_cast<off_t>(std::min(capBytes, kBufferBytes))) {
        return false;
    }
    const ssize_t got
        = ::read(opened.get(), m_buffer.get(), static_cast<std::size_t>(status.st_size) + 1);
    if (got != status.st_size) {
        return false;
    }
    file.bytes = {m_buffer.get(), static_cast<std::size_t>(got)};
    file.stamp = stampOf(status);
    return hasRested(file.stamp, file.startedNs) || hasStamp(opened.get(), file.stamp);
}

} // namespace lectern::core
