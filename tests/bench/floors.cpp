#include "tests/bench/floors.h"

#include <atomic>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace lectern::bench {

namespace {

/// Runs \a work on several threads and adds up what each returns.
template <typename Work>
std::uint64_t sumOver(unsigned threads, const Work &work)
{
    std::atomic<std::uint64_t> sum = 0;
    std::vector<std::thread> running;
    running.reserve(threads);
    for (unsigned index = 0; index < threads; ++index) {
        running.emplace_back([&] { sum += work(); });
    }
    for (std::thread &thread : running) {
        thread.join();
    }
    return sum;
}

std::uint64_t readFile(const std::string &path, std::vector<char> &buffer)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return 0;
    }
    std::uint64_t total = 0;
    ssize_t count = 0;
    while ((count = ::read(file, buffer.data(), buffer.size())) > 0) {
        total += static_cast<std::uint64_t>(count);
        if (static_cast<std::size_t>(count) < buffer.size()) {
            break;
        }
    }
    ::close(file);
    return total;
}

/// Folders still to be walked; empty only when no thread can add another.
class FolderQueue final
{
public:
    explicit FolderQueue(std::string root) { m_folders.push_back(std::move(root)); }

    void add(std::string folder)
    {
        const std::scoped_lock lock(m_mutex);
        m_folders.push_back(std::move(folder));
        m_changed.notify_one();
    }

    /// Blocks while others may still add. The caller calls done() for what it was given.
    std::optional<std::string> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_folders.empty() || m_busy == 0; });
        if (m_folders.empty()) {
            return std::nullopt;
        }
        ++m_busy;
        std::string folder = std::move(m_folders.front());
        m_folders.pop_front();
        return folder;
    }

    void done()
    {
        const std::scoped_lock lock(m_mutex);
        --m_busy;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::string> m_folders;
    int m_busy = 0;
};

std::uint64_t statFolder(const std::string &path, FolderQueue &folders)
{
    DIR *const folder = ::opendir(path.c_str());
    if (folder == nullptr) {
        return 0;
    }
    std::uint64_t files = 0;
    while (const dirent *const entry = ::readdir(folder)) {
        const std::string_view name(entry->d_name);
        if (name == "." || name == "..") {
            continue;
        }
        if (entry->d_type == DT_DIR) {
            folders.add(path + '/' + entry->d_name);
            continue;
        }

        struct stat status
        {
        };

        if (::fstatat(::dirfd(folder), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
            ++files;
        }
    }
    ::closedir(folder);
    return files;
}

} // namespace

std::vector<std::string> filesBelow(const std::string &root)
{
    std::vector<std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path().string());
        }
    }
    return files;
}

std::uint64_t readAll(const std::vector<std::string> &files, unsigned threads)
{
    std::atomic<std::size_t> next = 0;
    return sumOver(threads, [&] {
        // Larger than nearly every article, so that one read is enough.
        std::vector<char> buffer(std::size_t{1} << 20U);
        std::uint64_t total = 0;
        for (std::size_t index = next++; index < files.size(); index = next++) {
            total += readFile(files[index], buffer);
        }
        return total;
    });
}

std::uint64_t statAll(const std::string &root, unsigned threads)
{
    FolderQueue folders(root);
    return sumOver(threads, [&] {
        std::uint64_t files = 0;
        while (const auto folder = folders.take()) {
            files += statFolder(*folder, folders);
            folders.done();
        }
        return files;
    });
}

std::uint64_t xorAll(std::string_view buffer)
{
    std::uint64_t combined = 0;
    std::uint64_t word = 0;
    std::size_t offset = 0;
    for (; offset + sizeof(word) <= buffer.size(); offset += sizeof(word)) {
        std::memcpy(&word, buffer.data() + offset, sizeof(word));
        combined ^= word;
    }
    for (; offset < buffer.size(); ++offset) {
        combined ^= static_cast<unsigned char>(buffer[offset]);
    }
    return combined;
}

} // namespace lectern::bench
