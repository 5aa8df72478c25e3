#include "indexer/keep/text_print.h"

#include <cinttypes>
#include <cstdio>

#include "common/archive/disk/hash.h"
#include "indexer/export/export_record.h"
#include "indexer/lessons/article_lines.h"

namespace khobao::keep {

uint64_t text_print(const archive::Article& article) {
  const bool retitled = !article.as_read.corrected.empty();
  std::string text = retitled ? exporting::before_corrections(article).title : article.title;
  for (const archive::Paragraph& paragraph : lessons::lines_as_read(article))
    text.append("\n").append(paragraph.text);
  return archive::hash64(text);
}

std::string shown_print(const archive::Article& article) {
  if (article.paragraphs.empty() && article.taken.empty()) return "";
  char digits[17];
  (void)std::snprintf(digits, sizeof digits, "%016" PRIx64, text_print(article));
  return digits;
}

}  // namespace khobao::keep
