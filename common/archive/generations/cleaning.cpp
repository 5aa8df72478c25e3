#include "common/archive/generations/cleaning.h"

#include <optional>
#include <set>

#include "common/archive/disk/files.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/pointer.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kSegmentsSuffix = ".segments";

bool is_segments(const std::string& name) {
  if (!name.ends_with(kSegmentsSuffix)) return false;
  return layer_number(name.substr(0, name.size() - kSegmentsSuffix.size())) != 0;
}

// Decides first, then removes.
class Cleaning {
 public:
  Cleaning(const std::string& db, Comparison comparison) : db_(db), comparison_(comparison) {}

  std::vector<Message> run() {
    if (auto chosen = choose(); !chosen) {
      doubt(say("nothing was removed"), chosen.error());
    } else if (!going_.empty()) {
      remove();
    }
    return std::move(doubts_);
  }

 private:
  Result<void> choose() {
    const auto pointer = read_pointer(db_);
    if (!pointer) return pointer.error();
    if (!pointer->present) return {};
    const auto names = names_in(db_);
    if (!names) return names.error();
    if (!pointer->generation.empty()) {
      live_ = generation_named(db_, pointer->generation);
      auto manifest = read_manifest(db_, *live_);
      // One of another program version: what it needs is not known.
      if (!manifest && manifest.error().code == ErrorCode::index_incompatible) return {};
      if (!manifest) return manifest.error();
      need(*manifest);
      manifest_ = std::move(*manifest);
    }
    for (const std::string& name : *names) {
      if (generation_number(name) == 0 || (live_ && name == live_->name)) continue;
      if (auto judged = judge(generation_named(db_, name)); !judged) return judged;
    }
    for (const std::string& name : *names) {
      if (is_segments(name) || (layer_number(name) != 0 && !needed_.contains(name)))
        going_.push_back(name);
    }
    return {};
  }

  void need(const Manifest& manifest) {
    for (const LayerEntry& layer : manifest.layers) needed_.insert(layer.name);
  }

  // A generation that is not live: goes, or stays with the layers that it names.
  Result<void> judge(const Generation& generation) {
    const auto finished = path_exists(generation.manifest());
    if (!finished) return finished.error();
    const bool older = live_ && generation_number(generation.name) < generation_number(live_->name);
    if (!*finished) {
      going_.push_back(generation.name);
      return {};
    }
    const auto unused = is_unused(generation);
    if (!unused) return unused.error();
    if (older && *unused) {
      going_.push_back(generation.name);
      return {};
    }
    const auto manifest = read_manifest(db_, generation);
    if (!manifest) return manifest.error();
    need(*manifest);
    if (!older) {
      doubts_.push_back(
          say("'{}' was kept: it is newer than the live one ('indexer recover --db {}' can make it "
              "live)",
              generation.name, db_));
    }
    return {};
  }

  void remove() {
    if (live_) {
      if (auto whole = check_whole(db_, *live_, manifest_, comparison_); !whole)
        return doubt(say("nothing was removed"), whole.error());
    }
    for (const std::string& name : going_) {
      if (auto removed = remove_path(db_ + "/" + name); !removed)
        doubt(say("'{}' stays until the next run", name), removed.error());
    }
  }

  void doubt(const Message& what, const Error& error) {
    doubts_.push_back(say("{}: {}", what, error.message));
  }

  const std::string& db_;
  Comparison comparison_;
  std::optional<Generation> live_;
  Manifest manifest_;
  std::set<std::string> needed_;
  std::vector<std::string> going_;
  std::vector<Message> doubts_;
};

}  // namespace

std::vector<Message> remove_unused(const std::string& db, Comparison comparison) {
  return Cleaning(db, comparison).run();
}

}  // namespace khobao::archive
