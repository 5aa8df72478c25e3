#pragma once
/// Sentences in both languages. The English text stands in the sources and is the key; its
/// Vietnamese twin stands in data/*.vi.tsv (whose heads say how to add one), and a test holds those
/// complete. Nothing here knows what language is wanted: see Message.
///
///   say("cannot read '{}'", path)                     {} takes the arguments in their order
///   say_count(n, "{} article", "{} articles")         the first {} is n; twin of the second text
///   say("{} in {}", say_count(n, …), folder)          arguments may be Messages
///
/// A twin may take them in another order: {2} … {1}.
#include <array>
#include <concepts>
#include <span>
#include <string>
#include <string_view>

#include "common/base/message.h"

namespace khobao {

/// A literal with as many {} as there are arguments: anything else does not compile.
template <size_t Arguments>
struct Template {
  consteval Template(const char* english) : text(english) {
    size_t count = 0;
    for (size_t at = 0; at + 1 < text.size(); ++at) {
      const bool numbered = at + 2 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
      count += text[at] == '{' && text[at + (numbered ? 2 : 1)] == '}';
    }
    if (count != Arguments) throw "as many {} as arguments";
  }
  std::string_view text;
};

namespace language_detail {

template <class T>
Message argument(const T& value) {
  if constexpr (std::same_as<T, Message>) {
    return value;
  } else if constexpr (std::integral<T>) {
    return std::to_string(value);
  } else {
    return std::string(std::string_view(value));
  }
}

}  // namespace language_detail

/// `english` and its twin with `arguments` in their placeholders.
Message filled(std::string_view english, std::string_view key, std::span<const Message> arguments);

template <class... Args>
Message say(Template<sizeof...(Args)> english, const Args&... args) {
  const std::array<Message, sizeof...(Args)> arguments{language_detail::argument(args)...};
  return filled(english.text, english.text, arguments);
}

template <class... Args>
Message say_count(size_t count, Template<1 + sizeof...(Args)> one,
                  Template<1 + sizeof...(Args)> many, const Args&... args) {
  const std::array<Message, 1 + sizeof...(Args)> arguments{language_detail::argument(count),
                                                           language_detail::argument(args)...};
  return filled(count == 1 ? one.text : many.text, many.text, arguments);
}

/// Marks a text of a table as one that needs a twin; it is printed by translated().
consteval const char* to_translate(const char* english) { return english; }

/// A text of a table (the help of an option, the name of a field) with its twin.
Message translated(std::string_view english);

/// An English text that was kept (a reason in a file of the index) with its twin: that of the key
/// which it was made of.
Message retold(std::string_view english);

/// Why a call of the system failed: "No such file or directory". `number`: of errno.
Message system_reason(int number);


}  // namespace khobao
