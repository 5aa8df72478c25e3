#include "common/language/say.h"

#include <algorithm>
#include <system_error>

#include "common/base/sorted_table.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_twins_begin[], khobao_twins_end[];
}

namespace khobao {
namespace {

std::string_view twin_of(std::string_view key, std::string_view otherwise) {
  const SortedTable table(
      {khobao_twins_begin, static_cast<size_t>(khobao_twins_end - khobao_twins_begin)});
  return table.find(key).value_or(otherwise);
}

std::string with_arguments(std::string_view text, std::span<const Message> arguments,
                           Language language) {
  std::string out;
  size_t next = 0;
  while (!text.empty()) {
    const size_t open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const bool numbered = text.size() >= 3 && text[2] == '}' && text[1] >= '1' && text[1] <= '9';
    if (!numbered && !text.starts_with("{}")) {
      if (!text.empty()) out += '{';
      text.remove_prefix(std::min<size_t>(1, text.size()));
      continue;
    }
    const size_t number = numbered ? static_cast<size_t>(text[1] - '1') : next++;
    if (number < arguments.size()) out += arguments[number].in(language);
    text.remove_prefix(numbered ? 3 : 2);
  }
  return out;
}

}  // namespace

Message filled(std::string_view english, std::string_view key, std::span<const Message> arguments) {
  return {with_arguments(english, arguments, Language::english),
          with_arguments(twin_of(key, english), arguments, Language::vietnamese)};
}

Message translated(std::string_view english) {
  return {std::string(english), std::string(twin_of(english, english))};
}

Message system_reason(int number) {
  return translated(std::generic_category().message(number));
}

}  // namespace khobao
