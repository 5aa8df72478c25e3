// To be preloaded: reads and writes do less than they are asked to, or are broken off by a signal, as
// POSIX lets them. What the program does must not change. KHOBAO_SHORT_CALLS: the seed, from 1.
#include <dlfcn.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace {

std::atomic<uint64_t> calls{0};

// A number that is the next one each time, and says little of the last.
uint64_t draw() {
  static const char* const seed = std::getenv("KHOBAO_SHORT_CALLS");
  uint64_t x = (++calls + (seed ? std::strtoull(seed, nullptr, 10) << 32 : 0)) * 0x9E3779B97F4A7C15;
  x ^= x >> 31;
  return x * 0xBF58476D1CE4E5B9 >> 20;
}

bool broken_off() {
  if (draw() % 4 != 0) return false;
  errno = EINTR;
  return true;
}

// From one byte to about half, so that any size is done in a few steps.
size_t part_of(size_t bytes) {
  if (bytes < 2) return bytes;
  const uint64_t number = draw();
  return number % 8 == 0 ? 1 : 1 + number % (bytes / 2 + 1);
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" ssize_t read(int file, void* to, size_t bytes) {
  static const auto call = next<ssize_t (*)(int, void*, size_t)>("read");
  return broken_off() ? -1 : call(file, to, part_of(bytes));
}

extern "C" ssize_t write(int file, const void* from, size_t bytes) {
  static const auto call = next<ssize_t (*)(int, const void*, size_t)>("write");
  return broken_off() ? -1 : call(file, from, part_of(bytes));
}

// The programs have their own pread() and pwrite(), which make the calls of the system by this.
extern "C" long syscall(long number, ...) noexcept {
  static const auto call = next<long (*)(long, ...)>("syscall");
  __builtin_va_list list;
  __builtin_va_start(list, number);
  long a[6];
  for (long& argument : a) argument = __builtin_va_arg(list, long);
  __builtin_va_end(list);
  if (number == SYS_pread64 || number == SYS_pwrite64) {
    if (broken_off()) return -1;
    a[2] = static_cast<long>(part_of(static_cast<size_t>(a[2])));
  }
  return call(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
