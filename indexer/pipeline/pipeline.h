#pragma once
/// bytes -> Article -> tokens -> segment, on all cores.
///
/// One thread reads files and cuts JSON Lines into records; workers understand, analyse and write,
/// each into segments of its own. The queue between them is bounded, so memory does not grow with
/// the input.
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/article.h"
#include "common/archive/text_compression.h"
#include "common/names/gazetteer.h"
#include "indexer/change/claims.h"
#include "indexer/change/known_inputs.h"
#include "indexer/change/orders_held.h"
#include "indexer/input/scan.h"
#include "indexer/read/reader.h"
#include "indexer/recognise/article_tokens.h"
#include "indexer/recognise/corrections.h"

namespace khobao::pipeline {

struct PipelineOptions {
  unsigned threads = 0;                              ///< 0: one a core
  size_t memory_bytes = size_t{400} << 20;           ///< for all unfinished segments together
  size_t max_file_bytes = size_t{64} << 20;          ///< of one article's file or JSON line
  size_t max_lines = read::kMaxLines;                ///< of one article
  uint64_t max_unpacked_bytes = uint64_t{64} << 30;  ///< of one .gz or .zst file
  uint64_t max_records = 2'000'000;  ///< that one run reads: each takes some 600 bytes of memory
  /// Inputs that are not begun by then wait for the next run.
  std::optional<std::chrono::steady_clock::time_point> until = {};
  bool feeds = false;            ///< items of RSS and Atom feeds are read
  std::string received;          ///< YYYY-MM-DD: bounds the year of datelines; "" for none
  std::string corrections_file;  ///< taken in and remembered before anything is read; "" for none
  const recognise::Corrections* corrections = nullptr;  ///< applied to every article; null for none
  std::vector<names::UserName> names;                   ///< known beside the built-in ones
  change::OrdersHeld* hidden = nullptr;                 ///< passed over; null for none
  std::optional<std::string> names_file;  ///< to be remembered by the archive; "" forgets
  /// The built-in names, where the caller has them already and there are none of the user's own;
  /// null to load them when they are needed.
  const names::Gazetteer* gazetteer = nullptr;
  /// Called by workers for every article that was read, before its names are found; may be null.
  std::function<void(archive::Article&, const std::string& root)> prepare = {};
  /// Where this becomes the number of a signal, the run ends; null for never.
  const std::atomic<int>* stop = nullptr;
};

/// An input error naming the signal, where one came.
Result<void> unless_stopped(const PipelineOptions& options);

/// An input to read, and what is known of it from the last time.
struct InputToRead {
  input::InputFile file;
  const change::KnownFile* known =
      nullptr;                    ///< records that are as they were are not understood again
  bool afresh = false;            ///< all the same, understand every record
  std::set<uint64_t> lines = {};  ///< understand these all the same: their ids became free
  std::string received = {};      ///< for this root; see PipelineOptions
};

/// An article that had its id until an input before it brought it, too.
struct Displaced {
  change::Place place;
  std::string id;
  std::string note;  ///< for its record
};

/// What a run did; skipped inputs are named with their reasons.
struct PipelineReport {
  uint64_t articles = 0;
  uint64_t undated = 0;
  uint64_t bytes = 0;                    ///< of article text as read
  std::vector<input::Skipped> skipped;   ///< files; records say so themselves
  uint64_t skipped_unnamed = 0;          ///< beyond those in `skipped`
  std::vector<change::KnownFile> files;  ///< as they were read; without unreadable ones
  std::vector<std::string> unreadable;   ///< ids of files that could not be read now
  uint64_t waiting = 0;                  ///< of them: not begun in time
  std::optional<Error> limit = {};       ///< of the run, that left inputs unread, if one did
  std::vector<Displaced> displaced;
  std::map<std::string, uint64_t> passed;  ///< over: records that are no articles, by their kind
};

/// How far a run is, for progress display; read by another thread.
struct Progress {
  std::atomic<uint64_t> articles{0};
  std::atomic<uint64_t> bytes{0};
  std::atomic<uint64_t> bytes_read{0};        ///< of input files, packed as they are
  std::atomic<uint64_t> bytes_understood{0};  ///< how far of them the articles are taken in
  std::atomic<uint64_t> bytes_to_read{0};     ///< of all input files; 0 where it is not known
};

/// An article as it was understood, with the root it came from and its place in the input: file by
/// file, line by line.
struct ReadArticle {
  archive::Article article;
  recognise::ArticleTokens tokens;  ///< empty where they were not made yet
  std::string root;
  size_t size_bytes = 0;
  std::string unread_date = {};  ///< see read::Remarks
};

using Consume = std::function<Result<void>(unsigned worker, ReadArticle&&)>;

/// Reads the inputs and hands every article that is new or changed to `consume`, which several
/// threads call at once with the number of the calling worker. An error that it returns ends the
/// run, and so does want of memory, naming the input at hand. `claims` knows who has which id
/// already.
Result<PipelineReport> read_inputs(const std::vector<InputToRead>& inputs,
                                   const PipelineOptions& options, change::Claims& claims,
                                   Progress& progress, const Consume& consume);

/// The same for every article under `targets`.
Result<PipelineReport> read_articles(const std::vector<input::Target>& targets, input::Roots& roots,
                                     const PipelineOptions& options, Progress& progress,
                                     const Consume& consume);

/// The number of workers that `options` mean; there are fewer where no thread is to be had.
unsigned worker_count(const PipelineOptions& options);

}  // namespace khobao::pipeline
