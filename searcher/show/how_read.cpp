#include "searcher/show/how_read.h"

#include <string_view>

#include "common/language/say.h"
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
  const std::string same = say("'{}' read as '{}'", "", reading);
  return note.starts_with("also read: ") || note.ends_with(same.substr(1));
}

}  // namespace

Message how_read(const searcher::SearchResponse& response) {
  const std::string reading = bare(response.interpreted);
  Message line;
  if (!reading.empty() && reading != bare(response.query))
    line = say("read as: {}", response.interpreted);
  const bool told = !line.empty();
  for (const Message& note : response.notes) {
    if (told && in_reading(note, reading)) continue;
    line += line.empty() ? "" : "; ";
    line += note;
  }
  return line;
}

}  // namespace khobao::show
