#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace lectern::core {

/// What went wrong, as a closed list that callers can switch on.
enum class ErrorCode {
    NotFound,
    Unreadable, ///< permission or device error
    NotRegular, ///< a FIFO, device, socket or folder where a file was expected
    Outside, ///< the path resolves to somewhere outside the library
    TooLarge,
    Malformed, ///< bytes that do not follow the format they claim
    Unsupported, ///< a version or kind this program does not know
    Cancelled,
    Io, ///< any other failure of the operating system
};

/// A failure of the world (never of our own logic). \c message is one English sentence for logs and
/// the command line that names the path; text for the window is made in ui.
struct Error
{
    ErrorCode code = ErrorCode::Io;
    std::string message;
};

/// Either a value or an Error.
template <typename T>
class [[nodiscard]] Result final
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the common case
        : m_state(std::in_place_index<0>, std::move(value))
    {}

    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    bool isOk() const { return m_state.index() == 0; }

    explicit operator bool() const { return isOk(); }

    const T &value() const &
    {
        assert(isOk());
        return *std::get_if<0>(&m_state);
    }

    T &value() &
    {
        assert(isOk());
        return *std::get_if<0>(&m_state);
    }

    T &&value() &&
    {
        assert(isOk());
        return std::move(*std::get_if<0>(&m_state));
    }

    const Error &error() const
    {
        assert(!isOk());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

struct Ok
{
};

/// For operations that only succeed or fail.
using Status = Result<Ok>;

} // namespace lectern::core
