#pragma once

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace lectern::tests {

/// A new empty folder below the system's temporary folder, removed with all it holds at the end.
/// Every user may look into it, so that a test that drops its privileges still gets there.
class TemporaryFolder final
{
public:
    TemporaryFolder()
    {
        const std::filesystem::path below = std::filesystem::temp_directory_path();
        m_path = std::filesystem::canonical(below) / "lectern-test-XXXXXX";
        if (::mkdtemp(m_path.data()) == nullptr) {
            throw std::runtime_error("cannot make " + m_path);
        }
        std::filesystem::permissions(m_path, std::filesystem::perms(0755));
    }

    ~TemporaryFolder()
    {
        std::error_code ignored; // What is left in /tmp is no reason to fail.
        std::filesystem::remove_all(m_path, ignored);
    }

    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    const std::string &path() const { return m_path; }

    std::string path(std::string_view relative) const
    {
        return m_path + "/" + std::string(relative);
    }

    /// Writes the file \a relative over what was there, and the folders above it. Returns its path.
    std::string write(std::string_view relative, std::string_view bytes) const
    {
        const std::string file = path(relative);
        std::filesystem::create_directories(std::filesystem::path(file).parent_path());
        std::ofstream stream(file, std::ios::binary | std::ios::trunc);
        stream << bytes;
        stream.close();
        if (!stream) {
            throw std::runtime_error("cannot write " + file);
        }
        return file;
    }

    /// The same, with a time an hour or more ago, each a second before the last, so that a stamp
    /// is trusted and differs from that of what was there.
    std::string writeLongAgo(std::string_view relative, std::string_view bytes) const
    {
        const std::string file = write(relative, bytes);
        const auto age = std::chrono::hours(1) + std::chrono::seconds(m_writesLongAgo++);
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - age);
        return file;
    }

private:
    std::string m_path;
    mutable int m_writesLongAgo = 0;
};

} // namespace lectern::tests
