#include "common/cli/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace khobao::cli {

void hold_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free number is this one. Reading from it, or writing to it, fails with EBADF.
    const int flags = stream == STDOUT_FILENO ? O_RDONLY : O_WRONLY;
    if (open("/dev/null", flags) < 0) continue;
  }
}

StandardOutput::StandardOutput() : stream_(this) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

bool StandardOutput::write_out() {
  const char* at = pbase();
  while (at != pptr() && failure_ == 0) {
    const ssize_t wrote = write(STDOUT_FILENO, at, static_cast<size_t>(pptr() - at));
    if (wrote >= 0) {
      at += wrote;
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return failure_ == 0;
}

StandardOutput::int_type StandardOutput::overflow(int_type byte) {
  if (!write_out()) return traits_type::eof();
  if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
  return sputc(traits_type::to_char_type(byte));
}

int StandardOutput::sync() { return write_out() ? 0 : -1; }

std::optional<std::string> StandardOutput::finish() {
  write_out();
  // Some file systems tell of a full disk only now. EINTR leaves it closed.
  if (close(STDOUT_FILENO) != 0 && failure_ == 0 && errno != EINTR) failure_ = errno;
  if (failure_ == 0) return std::nullopt;
  return std::strerror(failure_);
}

}  // namespace khobao::cli
