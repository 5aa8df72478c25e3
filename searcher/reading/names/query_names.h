#pragma once
/// The people, places and organisations that a query's words name, by the names that the archive
/// itself holds.
///
///   cầu trần văn kha    ->   person Trần Văn Kha, in place of the words
///   ubnd tỉnh phú thọ   ->   org Ủy ban nhân dân tỉnh Phú Thọ
///   binh dinh           ->   place tỉnh Bình Định, place Bình Định
///   hòa bình            ->   words, since they also are plain ones; place tỉnh Hòa Bình is offered
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/facets/name_forms.h"
#include "common/names/user_names.h"
#include "common/text/tokenizer.h"
#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// A field's value.
using NamedValue = std::pair<archive::FieldId, std::string>;

/// Words of the query, and what they name.
struct NameRead {
  std::string key;  ///< as query::NamedWords has it
  std::string words;
  std::vector<NamedValue> values;       ///< of one field or several
  bool as_words = false;                ///< taken as words all the same; the name is only offered
  size_t begin_byte = 0, end_byte = 0;  ///< of the leaves in the query
};

/// How many articles hold a value.
using Holders = std::function<uint64_t(const NamedValue&)>;
/// How often two words stand side by side in the archive.
using PairCount = std::function<uint64_t(const std::string&, const std::string&)>;

/// One query's names. All tables must outlive it.
class QueryNames {
 public:
  /// `own`: the user's names, whose other forms count, too. Without `holders` every name is sure;
  /// without `pair_count` no unaccented words are likelier than a name.
  QueryNames(const archive::FacetNames& names, const archive::NameForms& forms,
             const std::vector<names::UserName>& own = {}, Holders holders = nullptr,
             PairCount pair_count = nullptr);

  /// The longest names that do not overlap, those before others that stand first. Names of one
  /// syllable are words.
  std::vector<query::NamedWords> read(const std::vector<query::NameWord>& words);

  /// What the last read() found, in the order of the query.
  const std::vector<NameRead>& found() const { return found_; }

 private:
  struct Span;
  bool is_sure(const Span& span) const;
  static std::vector<std::string> keys_of(const std::vector<query::NameWord>& words,
                                          const std::vector<std::string>& in_full, Span& span);
  bool goes_on(const std::vector<std::string>& keys, size_t words) const;
  void look_up(const std::vector<query::NameWord>& words, const std::vector<std::string>& keys,
               Span& span);
  std::vector<Span> spans_of(const std::vector<query::NameWord>& words, bool accented);

  const archive::FacetNames& names_;
  const archive::NameForms& forms_;
  Holders holders_;
  PairCount pair_count_;
  std::map<std::string, std::vector<NamedValue>> own_;  ///< by names_key() without accents
  text::Tokenizer tokenizer_;
  std::vector<NameRead> found_;
};

}  // namespace khobao::reading
