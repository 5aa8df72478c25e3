#include "searcher/show/how_read.h"

#include <string_view>

#include "common/text/letters/normalise.h"

namespace khobao::show {
namespace {

constexpr std::string_view kBetweenWords = " · ";

// Without what says only which syllables are a word or a phrase, in small letters.
std::string bare(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    if (query.starts_with(kBetweenWords)) {
      out += ' ';
      query.remove_prefix(kBetweenWords.size());
      continue;
    }
    if (query[0] != '"' && !(query[0] == ' ' && out.ends_with(' '))) out += query[0];
    query.remove_prefix(1);
  }
  return text::normalise_word(out);
}

// Notes that say the same as the reading does.
bool in_reading(const std::string& note, const std::string& reading) {
  return note.starts_with("also read: ") || note.ends_with("' read as '" + reading + "'");
}

}  // namespace

std::string how_read(const searcher::SearchResponse& response) {
  const std::string reading = bare(response.interpreted);
  std::string line;
  if (!reading.empty() && reading != bare(response.query))
    line = "read as: " + response.interpreted;
  const bool told = !line.empty();
  for (const std::string& note : response.notes) {
    if (!told || !in_reading(note, reading)) line += (line.empty() ? "" : "; ") + note;
  }
  return line;
}

}  // namespace khobao::show
