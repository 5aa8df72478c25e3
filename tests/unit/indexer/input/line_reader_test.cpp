#include "indexer/input/line_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

using namespace khobao;

namespace {

// Gives its bytes in pieces of one size.
class Pieces : public input::ByteSource {
 public:
  Pieces(std::string bytes, size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
  Result<size_t> read(char* to, size_t size) override {
    const size_t count = std::min({size, piece_, bytes_.size() - at_});
    std::memcpy(to, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t piece_, at_ = 0;
};

// "1:a 2:b", lines that are too long as "3!".
std::string lines_of(const std::string& head, const std::string& rest, size_t piece,
                     size_t max_bytes = 100) {
  Pieces source(rest, piece);
  input::LineReader reader(source, head, max_bytes);
  input::LineReader::Line line;
  std::string out;
  for (;;) {
    const auto more = reader.next(line);
    REQUIRE(more);
    if (!*more) return out;
    out += (out.empty() ? "" : " ") + std::to_string(line.number) +
           (line.too_long ? "!" + line.text : ":" + line.text);
  }
}

}  // namespace

TEST_CASE("line reader: lines are numbered, whatever the pieces they come in") {
  struct Case {
    std::string name, head, rest, want;
  };
  for (const Case& c : {
           Case{"nothing", "", "", ""},
           Case{"one line without its end", "", "a", "1:a"},
           Case{"lines", "", "a\nbc\nd\n", "1:a 2:bc 3:d"},
           Case{"an empty line counts", "", "a\n\nb", "1:a 2: 3:b"},
           Case{"line ends of Windows", "", "a\r\nb\r\n", "1:a 2:b"},
           Case{"what was read ahead comes first", "a\nb", "c\nd", "1:a 2:bc 3:d"},
           Case{"all was read ahead", "a\nb\n", "", "1:a 2:b"},
           Case{"a line too long", "", "a\n" + std::string(101, 'x') + "\nb\n", "1:a 2! 3:b"},
           Case{"a line just short enough", "", std::string(100, 'x') + "\nb",
                "1:" + std::string(100, 'x') + " 2:b"},
           Case{"a line too long at the end", "", "a\n" + std::string(500, 'x'), "1:a 2!"},
           Case{"a line too long that a few more bytes end", "", std::string(103, 'x'), "1!"},
           Case{"a line too long, read ahead", std::string(150, 'x'), "yy\nb", "1! 2:b"},
       }) {
    for (const size_t piece : {1u, 2u, 3u, 7u, 1000u}) {
      CAPTURE(c.name);
      CAPTURE(piece);
      CHECK(lines_of(c.head, c.rest, piece) == c.want);
    }
  }
}
