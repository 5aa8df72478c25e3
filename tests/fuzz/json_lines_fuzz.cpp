// Any bytes are cut into the same lines whatever the pieces they come in, and each line makes a
// sound article or an error.
#include <algorithm>
#include <cstring>

#include "indexer/input/line_reader.h"
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

constexpr size_t kMaxLineBytes = 4096;

class Pieces : public input::ByteSource {
 public:
  Pieces(std::string_view bytes, size_t piece) : bytes_(bytes), piece_(piece) {}
  Result<size_t> read(char* to, size_t size) override {
    const size_t count = std::min({size, piece_, bytes_.size()});
    std::memcpy(to, bytes_.data(), count);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  size_t piece_;
};

std::vector<input::LineReader::Line> lines_of(std::string_view bytes, size_t head, size_t piece) {
  Pieces source(bytes.substr(head), piece);
  input::LineReader reader(source, std::string(bytes.substr(0, head)), kMaxLineBytes);
  std::vector<input::LineReader::Line> lines;
  input::LineReader::Line line;
  for (;;) {
    const auto more = reader.next(line);
    test::require(static_cast<bool>(more), "a line could not be read");
    if (!*more) return lines;
    lines.push_back(line);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  const auto lines = lines_of(bytes, 0, size_bytes + 1);
  const auto pieces = lines_of(bytes, size_bytes / 3, 1 + size_bytes % 5);
  test::require(lines.size() == pieces.size(), "the pieces change the number of lines");
  for (size_t i = 0; i < lines.size(); ++i) {
    test::require(lines[i].text == pieces[i].text && lines[i].number == pieces[i].number &&
                      lines[i].too_long == pieces[i].too_long,
                  "the pieces change a line");
    const auto article = read::read_json_record(lines[i].text, {});
    if (article) test::check_article(*article);
  }
  return 0;
}
