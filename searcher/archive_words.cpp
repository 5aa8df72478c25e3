#include "searcher/archive_words.h"

namespace khobao::searcher {

uint64_t ArchiveWords::words() const { return statistics_.words(); }

uint64_t ArchiveWords::count(const std::string& word) const { return statistics_.count(word); }

uint64_t ArchiveWords::pair_count(const std::string& first, const std::string& second) const {
  const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
  return a && b ? statistics_.pair_count(*a, *b) : 0;
}

}  // namespace khobao::searcher
