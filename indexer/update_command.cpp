#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <condition_variable>
#include <iostream>
#include <thread>

#include "common/base/command_line.h"
#include "common/text/printable.h"
#include "indexer/build.h"
#include "indexer/commands.h"
#include "indexer/request.h"

namespace khobao::indexer {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Shows how far the run is, on a terminal only, from a thread of its own.
class ProgressLine {
 public:
  ProgressLine(const Progress& progress, bool shown) : progress_(progress) {
    if (shown) thread_ = std::thread([this] { show(); });
  }
  ~ProgressLine() {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    wake_.notify_one();
    thread_.join();
    std::cerr << "\r\033[K" << std::flush;
  }

 private:
  void show() {
    const auto start = Clock::now();
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::milliseconds(200), [this] { return done_; })) {
      const double seconds = seconds_since(start);
      std::cerr << "\r\033[K" << progress_.articles << " articles, "
                << static_cast<uint64_t>(static_cast<double>(progress_.articles) / seconds)
                << " a second, " << (progress_.bytes >> 20) << " MiB" << std::flush;
    }
  }

  const Progress& progress_;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
};

void print_report(const BuildReport& report, double seconds, std::ostream& out) {
  out << "indexed " << report.read.articles << " articles";
  if (report.kept > 0) out << ", kept " << report.kept;
  out << ", skipped " << report.read.skipped.size() + report.read.skipped_unnamed << " inputs, in "
      << std::fixed;
  out.precision(1);
  out << seconds << " s; the archive holds " << report.articles << " articles, " << report.undated
      << " undated";
  if (report.corrections > 0) out << "; " << report.corrections << " corrections";
  out << '\n';
}

// Corrections of articles that are not there are kept: the article may come later.
void print_unknown(const std::vector<std::string>& ids, std::ostream& err) {
  constexpr size_t kShown = 3;
  if (ids.empty()) return;
  err << "indexer: corrections of " << ids.size() << (ids.size() == 1 ? " article" : " articles")
      << " that the archive does not hold, kept for when it does:";
  for (size_t i = 0; i < ids.size() && i < kShown; ++i)
    err << (i > 0 ? ", '" : " '") << text::printable(ids[i]) << "'";
  err << (ids.size() > kShown ? ", …\n" : "\n");
}

int build(BuildMode mode, const Options& options, std::ostream& out, std::ostream& err) {
  const auto request = read_request(options);
  if (!request) return report_error("indexer", request.error(), err);
  const auto start = Clock::now();
  Progress progress;
  auto report = [&] {
    const ProgressLine line(progress, !options.quiet && isatty(STDERR_FILENO) != 0);
    return build_archive(options.db, mode, request->targets, request->pipeline, progress);
  }();
  if (!report) return report_error("indexer", report.error(), err);
  for (const input::Skipped& skipped : report->read.skipped) {
    err << "indexer: skipped '" << text::printable(skipped.path)
        << "': " << text::printable(skipped.reason) << '\n';
  }
  if (report->read.skipped_unnamed > 0)
    err << "indexer: skipped " << report->read.skipped_unnamed << " more inputs\n";
  print_unknown(report->corrected_unknown, err);
  if (!options.quiet) print_report(*report, seconds_since(start), out);
  return report->read.skipped.empty() ? kExitDone : kExitSkipped;
}

}  // namespace

void add_update_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.db, "the index folder")->capture_default_str();
  app.add_option("PATH", options.paths, "folders and files to read; - for standard input");
  app.add_option("--root", options.roots,
                 "NAME=PATH: read PATH, its articles' ids beginning with NAME");
  app.add_option("--memory", options.memory, "memory for unfinished parts of the index")
      ->capture_default_str();
  app.add_option("--max-file-size", options.max_file_size,
                 "longer files and JSON lines are skipped")
      ->capture_default_str();
  app.add_option("--max-lines", options.max_lines, "articles of more lines are skipped")
      ->capture_default_str();
  app.add_option("--max-unpacked", options.max_unpacked,
                 ".gz and .zst files are read no further than this")
      ->capture_default_str();
  app.add_option("--received", options.received,
                 "YYYY-MM-DD when the files came: bounds the year of datelines");
  app.add_option("--names", options.names,
                 "organisations of your own, kept for later runs; '' forgets them")
      ->each([&](const std::string&) { options.names_given = true; });
  app.add_option("--corrections", options.corrections,
                 "JSON Lines of id, field and value that stand instead of what is read; they are\n"
                 "remembered");
  app.add_option("--threads", options.threads, "0 for one a core")->capture_default_str();
  app.add_flag("-q,--quiet", options.quiet, "no progress and no summary");
}

int run_update(const Options& options, std::ostream& out, std::ostream& err) {
  return build(BuildMode::update, options, out, err);
}

int run_rebuild(const Options& options, std::ostream& out, std::ostream& err) {
  return build(BuildMode::rebuild, options, out, err);
}

}  // namespace khobao::indexer
