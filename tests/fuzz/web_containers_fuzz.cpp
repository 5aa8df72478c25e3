// WARC and MHTML of any bytes: records end, whatever the pieces they come in, and each page makes a
// sound article or an error.
#include <algorithm>
#include <cstring>

#include "indexer/input/web/mhtml.h"
#include "indexer/input/web/warc_reader.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

constexpr size_t kMostPageBytes = 1 << 20;

class PiecesOf : public input::ByteSource {
 public:
  PiecesOf(std::string_view bytes, size_t piece) : bytes_(bytes), piece_(piece) {}
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

void check_page(const input::WebPage& page) {
  const auto utf8 = read::to_utf8_text(page.bytes, page.charset);
  if (!utf8) return;
  read::ReadOptions options;
  options.url = page.url;
  options.fetched = page.fetched;
  const auto article = read::read_article(*utf8, read::Form::html, "", options);
  if (article) test::check_article(*article);
}

std::vector<input::WarcReader::Record> records_of(std::string_view bytes, size_t piece) {
  PiecesOf source(bytes, piece);
  input::WarcReader reader(source, "", kMostPageBytes);
  std::vector<input::WarcReader::Record> records;
  input::WarcReader::Record record;
  for (;;) {
    const auto more = reader.next(record);
    test::require(static_cast<bool>(more), "a record could not be read");
    if (!*more) return records;
    test::require(record.number == records.size() + 1, "records are not counted");
    test::require(records.size() <= bytes.size(), "records do not end");
    records.push_back(record);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  const auto whole = records_of(bytes, size_bytes + 1);
  const auto pieces = records_of(bytes, 1 + size_bytes % 7);
  test::require(whole.size() == pieces.size(), "the pieces change the number of records");
  for (size_t i = 0; i < whole.size(); ++i) {
    test::require(whole[i].kind == pieces[i].kind && whole[i].page.bytes == pieces[i].page.bytes,
                  "the pieces change a record");
    if (whole[i].kind == input::WarcReader::Record::Kind::page) check_page(whole[i].page);
  }
  if (const auto page = input::read_mhtml(bytes)) check_page(*page);
  return 0;
}
