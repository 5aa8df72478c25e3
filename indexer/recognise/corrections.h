#pragma once
/// Corrections by the archivist: values that stand instead of what was read. Written as JSON Lines,
/// remembered by the archive, and applied to every article by each update and rebuild.
///
///   {"id": "bao/2020/cau.txt", "field": "published", "value": "2020-07-02"}
///   {"id": "bao/2020/cau.txt", "field": "title", "value": null}       known to have none
///   {"id": "bao/2020/cau.txt", "field": "organisations", "value": ["UBND xã Đồng Mây"]}
///   {"id": "bao/2020/cau.txt", "field": "people", "value": ["Trần Văn Kha"]}
///   {"id": "bao/2020/cau.txt", "field": "title", "withdraw": true}    what was read stands again
///   {"id": "bao/2020/cau.txt", "withdraw": true}                      all of the article's
///
/// Fields: title, published (also called date: YYYY-MM-DD, YYYY-MM-DDTHH:MM), source, author,
/// organisations, people and places (lists; also a name). The later of two for the same field
/// holds.
#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "common/base/result.h"

namespace khobao::recognise {

/// What one field is to be; no values where it is known to be absent.
struct CorrectedValue {
  std::vector<std::string> values;  ///< several for lists of names alone

  bool operator==(const CorrectedValue&) const = default;
};

/// All that is corrected in one article.
using FieldCorrections = std::map<archive::Correctable, CorrectedValue>;

class Corrections {
 public:
  /// Those that the archive in folder `db` keeps at `path`; none where that is "". index_corrupt,
  /// with the way out, where the file is missing or not what was written.
  static Result<Corrections> load(const std::string& db, const std::string& path);
  /// The file in which an archive keeps them; "" where there are none.
  std::string kept_bytes() const;

  /// Takes in a file of corrections, line by line. An error names the first bad line, what it lacks
  /// and what to write; nothing is taken in then. `stop`: see input/byte_source.h.
  Result<void> merge_file(const std::string& path, const std::atomic<int>* stop = nullptr);

  /// The corrections of an article; nullptr without any. Whether an id is composed makes no
  /// difference.
  const FieldCorrections* of(const std::string& id) const;

  /// Ids of the articles of which the two differ.
  std::set<std::string> differences(const Corrections& other) const;

  /// Ids, composed, in ascending order.
  const std::map<std::string, FieldCorrections>& all() const { return by_id_; }
  bool empty() const { return by_id_.empty(); }
  /// Corrected fields of all articles.
  size_t count() const;

 private:
  Result<void> take_line(std::string_view line);

  std::map<std::string, FieldCorrections> by_id_;
};

}  // namespace khobao::recognise
