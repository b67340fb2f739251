#pragma once

#include "core/base/disk.h"
#include "core/base/read_ahead.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace lectern::core {

/// What readFileBelow() gives, for many files one after the other: keeps the folder of the last
/// file open and reads into one buffer. One thread.
class FileReader final
{
public:
    explicit FileReader(std::string root);
    ~FileReader();
    FileReader(const FileReader &) = delete;
    FileReader &operator=(const FileReader &) = delete;

    struct File
    {
        std::string_view bytes; ///< until the next call
        FileStamp stamp;
        std::int64_t startedNs = 0; ///< since the epoch: when reading began
        bool isUnsteady = false;
        bool isCut = false;
    };

    /// Says which files read() will be asked for next, in this order, so that many are opened and
    /// read at once: a disk is fast only when it has much to do. They must outlive those calls.
    void expect(std::span<const std::string_view> relativePaths);

    /// Like readFileBelow() with LinkPolicy::StayInside.
    Result<File> read(std::string_view relativePath, std::size_t capBytes);

private:
    bool takeAhead(std::string_view relativePath, std::size_t capBytes, File &file);
    bool enterFolderOf(std::string_view relativePath);
    bool readPlainFile(std::size_t capBytes, File &file);

    std::string m_root;
    int m_rootDescriptor;
    std::string m_folder;
    int m_folderDescriptor = -1;
    std::string m_name; ///< of the file in the folder
    std::unique_ptr<char[]> m_buffer;
    FileBytes m_slow; ///< holds the bytes of a file that needed readFileBelow()
    std::unique_ptr<ReadAhead> m_ahead;
    bool m_isAlone = false; ///< the system has no m_ahead for us
    std::span<const std::string_view> m_expected; ///< not read yet
    std::span<const ReadAhead::File> m_readAhead; ///< not asked for yet
};

} // namespace lectern::core
