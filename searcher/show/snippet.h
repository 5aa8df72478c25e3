#pragma once
/// The piece of an article that shows best why it was found.
///
///   query hà nội cầu   ->   …[Cầu] mới ở [Hà Nội] thông xe sáng nay.…
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/article.h"
#include "common/text/tokenizer.h"
#include "searcher/query/plan.h"
#include "searcher/request.h"

namespace khobao::show {

/// Makes snippets for one query. Not for use by two threads at once.
class SnippetMaker {
 public:
  /// `words`: the forms of each word and phrase of the query, in its order. `max_chars`: code
  /// points of a snippet, about. `tokenizer` must outlive this object; one that has met the
  /// archive's words before makes snippets twice as fast.
  SnippetMaker(std::vector<std::vector<query::Form>> words, size_t max_chars,
               text::Tokenizer& tokenizer);

  /// The sentence that holds most of the query, and with it, where both fit, the one that holds
  /// most of the rest, or else the next; a sentence that is too long is cut between words round its
  /// matches. Paragraphs and captions only, never furniture; the beginning of the article where
  /// nothing matches. An ellipsis stands wherever text was left out. Highlights lie on whole tokens
  /// in the article's own spelling: on words whole, never on single syllables
  /// of one; where the article holds a word nowhere, its syllables only help to choose the place.
  searcher::Snippet make(const archive::Article& article);

  /// What of one line, such as a title, is a word of the query, as make() highlights it.
  std::vector<searcher::Span> highlights(std::string_view line);

 private:
  struct Sentence;
  struct Match;
  /// A form, and which word's it is.
  struct FormOf {
    size_t word;
    std::vector<size_t> terms;
  };

  void read(const archive::Article& article, std::vector<Sentence>& sentences);
  void read_paragraph(std::string_view text, size_t number, std::vector<Sentence>& sentences);
  void find_words(std::vector<Sentence>& sentences, size_t first_sentence);
  void choose_matches(std::vector<Sentence>& sentences) const;
  void score(Sentence& sentence) const;
  size_t companion(const std::vector<Sentence>& sentences, size_t best) const;
  searcher::Snippet cut(const std::vector<Sentence>& sentences, size_t best) const;

  std::vector<double> weights_;  // of each word
  std::unordered_map<std::string, size_t> terms_;
  std::vector<std::vector<FormOf>> forms_by_first_;  // by their first term
  std::vector<std::vector<size_t>> words_of_term_;   // words of which it is a syllable
  size_t max_chars_;
  text::Tokenizer& tokenizer_;
  std::vector<text::Token> tokens_;  // of the paragraph that is read
};

/// What a snippet of this plan is to show: the forms of all leaves that are not excluded.
std::vector<std::vector<query::Form>> shown_words(const query::PlanNode& root);

}  // namespace khobao::show
