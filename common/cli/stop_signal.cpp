#include "common/cli/stop_signal.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <string_view>

#include "common/language/say.h"

namespace khobao::cli {
namespace {

constexpr int kStatusOfSignals = 128;

// Handlers can reach nothing else. Lock-free, so that they may write it.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

// "searcher: error: stopped by SIG", made before it is wanted: a handler may use no memory.
char last_words[64];
size_t last_words_bytes = 0;

void note(int number) { received.store(number); }

void end_now(int number) {
  char message[sizeof last_words + 8];
  const std::string_view name = number == SIGINT ? "INT\n" : number == SIGTERM ? "TERM\n" : "HUP\n";
  char* end = std::copy_n(last_words, last_words_bytes, message);
  end = std::copy(name.begin(), name.end(), end);
  (void)!write(STDERR_FILENO, message, static_cast<size_t>(end - message));
  _exit(kStatusOfSignals + number);
}

void set_handler(void (*handler)(int), int flags) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (sigaction(number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    (void)sigaction(number, &action, nullptr);  // fails for numbers that are no signals alone
  }
}

}  // namespace

void end_at_signals(const std::string& program, Language language) {
  const std::string words = program + ": " + say("error").in(language) + ": " + say("stopped by SIG").in(language);
  last_words_bytes = std::min(words.size(), sizeof last_words);
  std::memcpy(last_words, words.data(), last_words_bytes);
  set_handler(end_now, SA_RESTART);
}

StopSignal::StopSignal() {
  set_handler(note, SA_RESTART | static_cast<int>(SA_RESETHAND));
  (void)std::signal(SIGPIPE, SIG_IGN);
}

const std::atomic<int>& StopSignal::number() const { return received; }

}  // namespace khobao::cli
