#pragma once
/// Result<T>: a value or an Error. Expected failures (bad input, missing index, full disk) travel
/// in Results; exceptions are caught in xapian_guard.h and main_program.h, and in worker threads.
#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "common/base/message.h"

namespace khobao {

/// Why something failed, as far as the caller must know to act. See exit_status().
enum class ErrorCode {
  usage,               ///< the command line is wrong
  query,               ///< the query cannot be understood; the message holds the caret lines
  index_missing,       ///< there is no index at the given place
  index_incompatible,  ///< the index was written by another version of analyzer or schema
  index_corrupt,       ///< the index is damaged
  input,               ///< an input or output file cannot be read or written
  locked,              ///< another process is writing this index
  internal,            ///< our own bug
};

/// One failure, as the user reads it: `message` says what was attempted on which object and why it
/// failed; `hint`, where not empty, says what to type next.
struct Error {
  ErrorCode code = ErrorCode::internal;
  Message message;
  Message hint;
};

/// The process exit status of an error: 2 usage and query, 3 index missing, incompatible or
/// corrupt, 4 input and output, 70 our bug, 75 locked (the sysexits values for the last two).
int exit_status(ErrorCode code);

/// What both programs exit with when nothing failed.
inline constexpr int kExitDone = 0;
inline constexpr int kExitNoHit = 1;    ///< searcher: no article matches
inline constexpr int kExitSkipped = 1;  ///< indexer: done, but some inputs were skipped

template <class T>
// NOLINTNEXTLINE(bugprone-exception-escape): taken over, a T or an Error throws nothing.
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return get(); }
  const T& operator*() const& { return const_cast<Result*>(this)->get(); }
  T&& operator*() && { return std::move(get()); }
  T* operator->() { return &get(); }
  const T* operator->() const { return &const_cast<Result*>(this)->get(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  T& get() {
    assert(state_.index() == 0);
    return std::get<0>(state_);
  }
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace khobao
