#pragma once

#include "core/base/result.h"
#include "core/image/image_failure.h"
#include "core/image/image_type.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lectern::core {

struct StoredImage
{
    std::string bytes;
    ImageInfo info;
};

/// What the store knows of an address: an image, a failure that is still believed, or nothing.
using StoreAnswer = std::variant<std::monostate, StoredImage, ImageFailure>;

struct ImageStoreOptions
{
    std::uint64_t budgetBytes = 256U << 20U;
    /// Replaced by tests.
    std::function<std::chrono::system_clock::time_point()> now
        = [] { return std::chrono::system_clock::now(); };
};

/// Images by address in a folder of its own, deletable at any time. Any thread; several programs
/// may share the folder.
///
///     objects/ab/cdef…   an image's bytes; the name is their SHA-256, the modification time is the
///                        last use (what has not been used longest goes first)
///     urls/01/2345…      what is known of an address; the name is the address's SHA-256. Lines:
///                            lectern-image 1
///                            url https://…
///                            object abcdef…  |  failure not-found 1767225600
///
/// Files are written aside and renamed. Nothing in the folder is trusted: an object whose bytes do
/// not match its name, or that is no image, is deleted and counts as absent. Hashing costs 0.5 ms
/// for an image of 100 kB.
class ImageStore final
{
public:
    explicit ImageStore(std::string folder, ImageStoreOptions options = {});

    /// Counts as a use of the image.
    StoreAnswer find(std::string_view url);

    /// Keeps \a bytes for \a url, making room by dropping what was not used longest. Fails with
    /// Unsupported, Malformed or TooLarge when \a bytes are no image to keep, and with Io when the
    /// disk is full or read-only (the image is then shown without being kept).
    Status keep(std::string_view url, std::string_view bytes);

    /// Makes find() answer \a failure for as long as believedFor() says.
    void rememberFailure(std::string_view url, ImageFailure failure);

    /// Makes the address unknown, so that it is tried again.
    void forget(std::string_view url);

    /// Bytes of all images. Walks the folder on first use.
    std::uint64_t usedBytes();

private:
    std::string objectPath(std::string_view hash) const;
    std::string recordPath(std::string_view url) const;
    std::optional<StoredImage> loadObject(std::string_view hash);
    std::uint64_t countUsedBytes();
    void makeRoom(std::uint64_t newBytes);
    void dropStaleRecords() const;

    std::string m_folder;
    ImageStoreOptions m_options;
    /// Guards m_usedBytes; held while an image is written, so that making room for another one does
    /// not take its temporary file for a left-over.
    std::mutex m_mutex;
    std::optional<std::uint64_t> m_usedBytes; ///< empty until the folder was walked
};

} // namespace lectern::core
