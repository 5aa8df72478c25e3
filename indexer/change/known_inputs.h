#pragma once
/// The inputs of an archive as they were when they were last read: what the next update compares
/// with, so that it reads only what changed.
///
///   bao/2020/cau.txt   412 bytes, modified 08:43:10.25   1 record: the article bao/2020/cau.txt
///   bao/tin.jsonl      9 MB, modified 02:00:00.00        2,000 records: line, hash of the line, id
///
/// A file whose size and time are as known is not opened. Where they differ, the hash of each
/// article's bytes decides: a record of JSON Lines is as it was where its file held the same bytes,
/// in whatever line. A file modified within two seconds of the scan (kRacySeconds) may
/// change again within the clock's grain, so its time proves nothing: the next run hashes it.
///
/// File DB/generation-N/known.inputs: "KBKI" version, root names, files with their records, and the
/// content_hash() of all before it. Strings and numbers as in varint.h.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/record_lines.h"
#include "common/base/result.h"
#include "indexer/input/scan.h"

namespace khobao::change {

/// What came of one article of an input.
enum class Outcome : unsigned char {
  indexed,
  skipped,    ///< cannot be understood; `note` says why
  duplicate,  ///< another input has its id; `note` names that input
  hidden,     ///< in no answer, by order (hidden_articles.h)
};

/// content_hash() of an article's bytes, held in place, for there may be millions; empty for one
/// that was not read whole.
class RecordHash {
 public:
  RecordHash() = default;
  RecordHash(std::string_view bytes);
  RecordHash(const std::string& bytes) : RecordHash(std::string_view(bytes)) {}
  RecordHash(const char* bytes) : RecordHash(std::string_view(bytes)) {}

  bool empty() const { return !known_; }
  operator std::string_view() const { return {bytes_.data(), known_ ? bytes_.size() : 0}; }
  bool operator==(const RecordHash&) const = default;

 private:
  std::array<char, 16> bytes_{};
  bool known_ = false;
};

/// A text that many records share.
class SharedNote {
 public:
  SharedNote() = default;
  SharedNote(std::string text)
      : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
  SharedNote(const char* text) : SharedNote(std::string(text)) {}

  const std::string& text() const;
  /// One copy for both where they say the same.
  void share(const SharedNote& other) {
    if (text() == other.text()) text_ = other.text_;
  }
  bool operator==(const SharedNote& other) const { return text() == other.text(); }

 private:
  std::shared_ptr<const std::string> text_;
};

struct KnownRecord {
  uint64_t line = 0;          ///< of JSON Lines; 0 for a file that is one article
  uint64_t written_line = 0;  ///< the line that the stored article names
  RecordHash hash;
  std::string id;  ///< of the article; "" where it was skipped
  Outcome outcome = Outcome::indexed;
  SharedNote note;
  // Of this run, not kept in the file:
  bool fresh = false;    ///< understood in this pass over the inputs
  bool written = false;  ///< understood in this run
};

struct KnownFile {
  std::string root;   ///< name; "-" for standard input
  std::string path;   ///< below the root's folder
  std::string shown;  ///< the path as it was typed and found, which its articles carry
  uint64_t size_bytes = 0;
  int64_t modified_ns = 0;           ///< since 1970; 0: not to be relied on
  std::vector<KnownRecord> records;  ///< by ascending line
};

inline constexpr int64_t kRacySeconds = 2;

/// The file of texts that this archive alone has (indexer/keep), as a root and id of its own, which
/// no folder can have; and how messages name it.
inline constexpr std::string_view kKeptTexts = "/kept";
inline constexpr std::string_view kShownKeptTexts = "kept.jsonl";

/// Files by id of the file: root/path.
using KnownInputs = std::map<std::string, KnownFile, std::less<>>;

std::string file_id(const KnownFile& file);

/// The record of this line; nullptr without one. Records of standard input are in no order.
KnownRecord* find_record(KnownFile& file, uint64_t line);
const KnownRecord* find_record(const KnownFile& file, uint64_t line);

/// Adds the records of a file that are not in the archive, with their reasons; returns how many are
/// left out, as unnamed_skips() does from time to time.
uint64_t add_skipped(const KnownFile& file, std::vector<input::Skipped>& skipped);

/// Cuts the list of what was skipped to the first kNamedSkips, so that messages and memory stay
/// bounded; returns how many are left out.
uint64_t unnamed_skips(std::vector<input::Skipped>& skipped);
inline constexpr size_t kNamedSkips = 10'000;

/// As messages name a record: "bao/tin.jsonl:2".
std::string shown_place(const KnownFile& file, const KnownRecord& record);
/// As the stored article names its place.
std::string written_place(const KnownFile& file, const KnownRecord& record);

/// Records that are in their file no more, and that only --add keeps, stand after all lines that a
/// file can have.
inline constexpr uint64_t kKeptLines = uint64_t{1} << 48;

/// The indexed records that stand in another line than their stored articles name. Records of
/// standard input stand nowhere.
std::vector<archive::RecordLine> moved_records(const KnownInputs& inputs);

/// What a generation knows; index_corrupt where the file is damaged or missing, an input error
/// where it cannot be read.
Result<KnownInputs> read_known_inputs(const std::string& path);
Result<void> write_known_inputs(const std::string& path, const KnownInputs& inputs);

}  // namespace khobao::change
