#include "indexer/cli/report/progress_line.h"

#include <chrono>
#include <ostream>
#include <system_error>

#include "common/language/figures.h"
#include "common/language/say.h"

namespace khobao::indexer {
namespace {

// Earlier, what is left is a wild guess.
constexpr double kSecondsBeforeGuess = 2;

std::string minutes(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds);
  const std::string rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

ProgressLine::ProgressLine(const pipeline::Progress& progress, std::ostream& err, bool shown,
                           Language language)
    : progress_(progress), err_(err), language_(language) {
  if (!shown) return;
  try {
    thread_ = std::thread([this] { show(); });
  } catch (const std::system_error&) {  // no thread to be had: the work goes on unseen
  }
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_one();
  thread_.join();
  err_ << "\r\033[K" << std::flush;
}

void ProgressLine::show() {
  const auto start = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::milliseconds(200), [this] { return done_; })) {
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    err_ << "\r\033[K" << progress_text(progress_, seconds).in(language_) << std::flush;
  }
}

Message progress_text(const pipeline::Progress& progress, double seconds) {
  const uint64_t articles = progress.articles, read = progress.bytes_understood,
                 all = progress.bytes_to_read;
  Message line = articles_shown(articles);
  // All is taken in: what is still to do has no count that could be told.
  if (all > 0 && read >= all)
    return say("{} read, writing the index, {} so far", line, minutes(seconds));
  if (seconds > 0)
    line += say(", {} a second",
                number_shown(static_cast<uint64_t>(static_cast<double>(articles) / seconds)));
  if (all == 0) return line + say(", {} MiB", number_shown(progress.bytes >> 20));
  line += say(", {} of {} MiB", number_shown(read >> 20), number_shown(all >> 20));
  if (seconds >= kSecondsBeforeGuess && read > 0 && read < all) {
    const double rate = static_cast<double>(read) / seconds;
    line += say(", {} left", minutes(static_cast<double>(all - read) / rate));
  }
  return line;
}

}  // namespace khobao::indexer
