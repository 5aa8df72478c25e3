#pragma once
/// An article's sentence with its source, as a reporter quotes it.
///
///   “Sáng 2/7, cầu Bến Lội đã thông xe.” (Lan Hồ, “Khánh thành cầu Bến Lội”, Báo Sông Kôn, 2/7/2020)
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "common/text/tokenizer.h"
#include "searcher/request.h"

namespace khobao::show {

/// The sentences of a paragraph, trimmed, with the marks that end them and close their quotations.
std::vector<std::string_view> sentences_of(std::string_view paragraph, text::Tokenizer& tokenizer);

/// The sentence of the article that `weigh` finds most in, the earliest of equals; "" where the
/// article has no text. `weigh`: the highlights of a sentence.
template <class Weigh>
std::string best_sentence(const archive::Article& article, text::Tokenizer& tokenizer,
                          Weigh weigh) {
  std::string_view best;
  size_t most = 0;
  for (const archive::Paragraph& paragraph : article.paragraphs) {
    for (const std::string_view sentence : sentences_of(paragraph.text, tokenizer)) {
      size_t bytes = 0;
      for (const searcher::Span& span : weigh(sentence)) bytes += span.end_byte - span.begin_byte;
      if (best.empty() || bytes > most) {
        best = sentence;
        most = bytes;
      }
    }
  }
  return std::string(best);
}

/// The sentence between quotation marks, and in brackets who wrote it, its title, outlet, day and
/// address, as far as they are known.
Message citation(const archive::Article& article, const std::string& sentence);

}  // namespace khobao::show
