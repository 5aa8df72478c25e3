#pragma once
/// What a program says to people, in both of its languages. A Message IS its English text: whoever
/// takes it for a std::string (JSON, a file that is kept, a log, a comparison) has text that no
/// setting changes. Where a person reads, the edge that prints asks for it `in()` their language.
///
///   const Message why = say("cannot read '{}': {}", path, system_reason(errno));   // language/say.h
///   json["error"] = why;                              "cannot read 'a.txt': Permission denied"
///   err << why.in(environment.language);              "không đọc được 'a.txt': không có quyền"
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace khobao {

enum class Language { english, vietnamese };

class Message : public std::string {
 public:
  Message() = default;
  /// The same in both languages: names, ids, paths, numbers. Sentences are made by say().
  Message(std::string both) : std::string(std::move(both)) {}
  Message(const char* both) : std::string(both) {}
  /// `vietnamese`: "" where it is the same.
  Message(std::string english, std::string vietnamese)
      : std::string(std::move(english)), vietnamese_(std::move(vietnamese)) {}

  const std::string& in(Language language) const {
    return language == Language::english || vietnamese_.empty() ? *this : vietnamese_;
  }

  Message& operator+=(const Message& more) {
    if (!vietnamese_.empty() || !more.vietnamese_.empty())
      vietnamese_ = in(Language::vietnamese) + more.in(Language::vietnamese);
    append(more);
    return *this;
  }

 private:
  std::string vietnamese_;
};

inline Message operator+(Message first, const Message& second) { return std::move(first += second); }
inline Message operator+(Message first, const char* second) { return std::move(first += second); }
inline Message operator+(Message first, std::string second) {
  return std::move(first += Message(std::move(second)));
}
inline Message operator+(const char* first, const Message& second) {
  return Message(first) + second;
}
inline Message operator+(std::string first, const Message& second) {
  return Message(std::move(first)) + second;
}

}  // namespace khobao
