#pragma once
/// Names where they stand in a paragraph:
///
///   "Ban Thường vụ Tỉnh ủy Bình Định"  body of a committee of a place
///   "HĐND, UBND tỉnh"                  two territorial bodies of one level; the place follows
///   "Sở KH&CN tỉnh Bình Thuận"         head, field of work, place
///
/// The longest of what the gazetteer and the heads offer is taken; names inside it are kept as its
/// parents. complete() (completion.h) then supplies from the article what a name leaves out.
#include <optional>

#include "common/names/gazetteer.h"
#include "common/names/shaped_words.h"
#include "indexer/recognise/grammar/found.h"
#include "indexer/recognise/grammar/grammar_at.h"

namespace khobao::recognise {

class Grammar {
 public:
  /// `gazetteer` must outlive the grammar.
  explicit Grammar(const names::Gazetteer& gazetteer);

  /// Appends the names of a paragraph. `number`: 0 the title, 1 the first paragraph.
  void read(const names::Paragraph& paragraph, size_t number, bool football, Reading& out) const;

  /// The name at word `pos`, inside one at `depth`: its index in `at.out`, the names inside it in
  /// front of it. nullopt where none begins there.
  std::optional<size_t> parse(GrammarAt& at, size_t pos, int depth) const;

  /// The name that the gazetteer knows whole.
  std::optional<Found> parse_entry(const GrammarAt& at, size_t pos) const;

  /// Whether what was read is a name by itself.
  bool acceptable(const GrammarAt& at, const Found& found) const;

 private:
  bool acts(const GrammarAt& at, size_t pos, size_t end) const;
  bool is_none(const Found& found) const;
  bool outranks(const Found& headed, const Found& known) const;
  bool goes_on(const GrammarAt& at, const Found& headed, const Found& known) const;
  size_t head_end(const GrammarAt& at, size_t pos) const;
  void distribute(GrammarAt& at, size_t index) const;

  const names::Gazetteer& gazetteer_;
  const names::Lexicon& lexicon_;
};

}  // namespace khobao::recognise
