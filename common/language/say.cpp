#include "common/language/say.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <vector>

#include "common/base/sorted_table.h"
#include "common/language/twin_lines.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_twins_begin[], khobao_twins_end[];
}

namespace khobao {
namespace {

// A key of fewer letters fits too much.
constexpr size_t kFewestSigns = 6;

SortedTable twins() {
  return SortedTable(
      {khobao_twins_begin, static_cast<size_t>(khobao_twins_end - khobao_twins_begin)});
}

std::string_view twin_of(std::string_view key, std::string_view otherwise) {
  return twins().find(key).value_or(otherwise);
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

namespace {

// The arguments with which `key` gives `text`; nullopt where it cannot.
std::optional<std::vector<Message>> arguments_of(std::string_view key, std::string_view text) {
  std::vector<Message> arguments;
  const size_t first = key.find("{}");
  if (first == std::string_view::npos || !text.starts_with(key.substr(0, first)))
    return std::nullopt;
  text.remove_prefix(first);
  key.remove_prefix(first);
  while (!key.empty()) {
    key.remove_prefix(2);
    const std::string_view between = key.substr(0, key.find("{}"));
    const bool last = between.size() == key.size();
    if (last && !text.ends_with(between)) return std::nullopt;
    const size_t end = last ? text.size() - between.size() : text.find(between);
    if (end > text.size() || (between.empty() && !last)) return std::nullopt;
    arguments.push_back(retold(text.substr(0, end)));
    text.remove_prefix(end + between.size());
    key.remove_prefix(between.size());
  }
  return arguments;
}

}  // namespace

Message retold(std::string_view english) {
  const SortedTable table = twins();
  if (table.find(english)) return translated(english);
  // Of the keys that fit, the one that says most itself.
  size_t best = 0, said = 0;
  std::vector<Message> arguments;
  for (size_t i = 0; i < table.size(); ++i) {
    const std::string_view key = table.key(i);
    const size_t signs = key.size() - 2 * placeholders(key).size();
    if (signs <= said || signs > english.size() || key.find("{1}") != std::string_view::npos)
      continue;
    if (auto found = arguments_of(key, english)) {
      best = i;
      said = signs;
      arguments = std::move(*found);
    }
  }
  if (said >= kFewestSigns) return filled(table.key(best), table.key(best), arguments);
  // "REASON (HINT)", "KIND: REASON"
  constexpr std::string_view kOpen = " (", kColon = ": ";
  if (const size_t open = english.rfind(kOpen);
      english.ends_with(')') && open != std::string_view::npos) {
    const std::string_view inner = english.substr(open + kOpen.size());
    return retold(english.substr(0, open)) + " (" + retold(inner.substr(0, inner.size() - 1)) + ")";
  }
  const size_t colon = english.find(kColon);
  if (colon != std::string_view::npos && table.find(english.substr(0, colon))) {
    return translated(english.substr(0, colon)) + ": " +
           retold(english.substr(colon + kColon.size()));
  }
  return std::string(english);
}

Message system_reason(int number) {
  return translated(std::generic_category().message(number));
}

}  // namespace khobao
