// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>
#include <utility>
#include <variant>

namespace songhe {

/// Why a piece of work could not be done.
/// `message` is shown to the clerk and says what to do now (already translated);
/// `detail` goes to the log and never holds a name, a number, an address or a secret.
struct Error {
    enum class Kind {
        Invalid,       ///< the input breaks a rule
        NotFound,      ///< the record, file or key is not there
        Conflict,      ///< it is there already, or was changed by someone else
        Refused,       ///< a rule of the work forbids it (locked, not entitled)
        WrongPassword, ///< no key could be opened with the secret given
        Damaged,       ///< bytes that do not hold together: torn, forged, tampered
        NewerVersion,  ///< written by a newer program
        Busy,          ///< another program holds the data
        ReadOnly,      ///< the place cannot be written
        DiskFull,      ///< no space left
        Io,            ///< any other failure of file or device
        Cancelled,     ///< the user stopped it; nothing was changed
    };

    Kind kind = Kind::Invalid;
    QString message;
    QString detail;
};

/// An error on its way out; converts to any `Result<T>`.
struct Failure {
    Error error;
};

[[nodiscard]] inline Failure fail(Error error)
{
    return Failure {std::move(error)};
}

[[nodiscard]] inline Failure fail(Error::Kind kind, QString message, QString detail = {})
{
    return Failure {Error {kind, std::move(message), std::move(detail)}};
}

/// A value, or the reason why there is none. An error nobody looks at does not compile.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Failure failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    { }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    /// By value: `for (x : f().value())` must not walk over a value that is gone.
    T value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Error& error() & { return std::get<1>(m_state); }
    const Error& error() const& { return std::get<1>(m_state); }
    Error&& error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Failure failure)
        : m_error(std::move(failure.error))
    { }

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }

    Error& error() & { return *m_error; }
    const Error& error() const& { return *m_error; }
    Error&& error() && { return *std::move(m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace songhe

#define SONGHE_JOIN2(a, b) a##b
#define SONGHE_JOIN(a, b) SONGHE_JOIN2(a, b)

/// `RETURN_IF_ERROR(expression);` leaves the function with the expression's error, if it has one.
#define RETURN_IF_ERROR(expression)                                 \
    do {                                                            \
        if (auto songheResult = (expression); !songheResult)        \
            return ::songhe::fail(std::move(songheResult).error()); \
    } while (false)

#define SONGHE_ASSIGN_OR_RETURN(temporary, target, ...)      \
    auto temporary = (__VA_ARGS__);                          \
    if (!temporary)                                          \
        return ::songhe::fail(std::move(temporary).error()); \
    target = *std::move(temporary)

/// `ASSIGN_OR_RETURN(const Facts facts, m_facts.asOf(elder, day));`
#define ASSIGN_OR_RETURN(target, ...) SONGHE_ASSIGN_OR_RETURN(SONGHE_JOIN(songheResult, __LINE__), target, __VA_ARGS__)
