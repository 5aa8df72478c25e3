#include "common/base/message.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "common/language/say.h"
#include "common/language/twin_lines.h"

using namespace khobao;

TEST_CASE("language: a message is its English text, and has its twin") {
  const Message message = say("cannot read '{}': {}", "a.txt", system_reason(EACCES));
  CHECK(message == "cannot read 'a.txt': Permission denied");
  CHECK(message.in(Language::english) == message);
  CHECK(message.in(Language::vietnamese) == "không đọc được 'a.txt': không có quyền");
  const std::string kept = message;  // a file that is kept, JSON
  CHECK(kept == "cannot read 'a.txt': Permission denied");
}

TEST_CASE("language: messages are put together in both languages") {
  const Message one = say("error"), both = "x: " + one + " (" + one + ")";
  CHECK(both == "x: error (error)");
  CHECK(both.in(Language::vietnamese) == "x: lỗi (lỗi)");
  Message longer = std::string("y");
  longer += say("hint");
  longer += "!";
  CHECK(longer == "yhint!");
  CHECK(longer.in(Language::vietnamese) == "ygợi ý!");
  const Message plain = std::string("bao/2020/cau.txt");
  CHECK(plain.in(Language::vietnamese) == plain);
}

TEST_CASE("language: what has no twin stays as it is") {
  const Message message = filled("no twin of {} stands here", "no twin of {} stands here",
                                 std::vector<Message>{say("error")});
  CHECK(message.in(Language::english) == "no twin of error stands here");
  CHECK(message.in(Language::vietnamese) == "no twin of lỗi stands here");
}

TEST_CASE("language: placeholders are counted or numbered") {
  CHECK(placeholders("{} of {}") == std::vector<size_t>{1, 2});
  CHECK(placeholders("{2} của {1}") == std::vector<size_t>{1, 2});
  CHECK(placeholders("{ {x} {}") == std::vector<size_t>{1});
  CHECK(filled("{2} {1} {x} {", "{2} {1} {x} {", std::vector<Message>{"a", "b"}) == "b a {x} {");
}

TEST_CASE("language: a reason that was kept in English is told in Vietnamese") {
  struct Case {
    const char *kept, *told;
  };
  for (const Case& c : {
           Case{"it holds no text", "không chứa văn bản"},
           Case{"it has more than 7 lines (raise the limit with --max-lines)",
                "có hơn 7 dòng (hãy nâng giới hạn bằng --max-lines)"},
           Case{"PDF document: it is damaged", "văn bản PDF: tệp bị hỏng"},
           Case{"its id 'a' is that of 'b: c' already", "mã 'a' của nó đã là của 'b: c'"},
           Case{"cannot read 'x': Permission denied", "không đọc được 'x': không có quyền"},
           Case{"words of another program", "words of another program"},
           Case{"(", "("},
           Case{"", ""},
       }) {
    CAPTURE(c.kept);
    CHECK(retold(c.kept) == c.kept);
    CHECK(retold(c.kept).in(Language::vietnamese) == c.told);
  }
}

TEST_CASE("language: lines of twins") {
  const auto lines = twin_lines("# một ghi chú\n\none\\ntwo\tmột\\nhai\nbare\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].first == "one\ntwo");
  CHECK(lines[0].second == "một\nhai");
  CHECK(lines[1].second == "");
}
