#include "searcher/reading/equivalents/numbers/joined_numbers.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/reading/equivalents/query_words.h"
#include "tests/support/counts.h"

using namespace khobao;
using namespace khobao::reading;

namespace {

// "[typed] form; [typed] form", of what the archive holds.
std::string found_in(const std::string& query, const archive::Statistics& statistics) {
  text::Tokenizer tokenizer;
  const Words words = words_of(tokenizer, query);
  std::vector<query::Equivalent> found;
  find_joined_numbers(words, statistics, found);
  std::string out;
  for (const query::Equivalent& e : found) {
    const auto typed = std::span(words).subspan(e.begin, e.end - e.begin);
    const bool same = std::equal(typed.begin(), typed.end(), e.words.begin(), e.words.end());
    const bool held = std::all_of(e.words.begin(), e.words.end(),
                                  [&](const std::string& word) { return statistics.count(word) > 0; });
    if (!same && held)
      out += (out.empty() ? "[" : "; [") + joined(typed) + "] " + joined(e.words);
  }
  return out;
}

}  // namespace

TEST_CASE("joined numbers: letters and numbers are one thing, however they are printed") {
  const auto counts = test::statistics_of(
      {"U23 thắng. U-23 hòa. Đội U 21. Máy bay F-16, A320 và A-321. iPhone 7, iPhone7. H5N1, H5-N1.",
       "Chạy 100km, 100 km, 5km. Giá 500.000 đồng, 500.000đ, 500000đ. Có 5người. Ngày 5. Rộng 30ha, "
       "30 ha, 2ha, 30ha, 30ha. Góp 10 triệu đồng, 10 triệu đ."});
  struct Case {
    std::string query, want;
  };
  for (const Case& c : {
           Case{"U23", "[u23] u 23"},
           Case{"U-23", "[u 23] u23"},
           Case{"U.23", "[u 23] u23"},
           Case{"U 23", "[u 23] u23"},
           Case{"F16", "[f16] f 16"},
           Case{"A-320", "[a 320] a320"},
           Case{"iPhone 7", "[iphone 7] iphone7"},
           Case{"iPhone7", "[iphone7] iphone 7"},
           Case{"H5N1", "[h5n1] h5 n1"},
           Case{"H5-N1", "[h5 n1] h5n1"},
           Case{"100 km", "[100 km] 100km"},
           Case{"100km", "[100km] 100 km"},
           Case{"500000đ", "[500000đ] 500000 đ; [500000đ] 500000 đồng; [500000đ] 500000 đ"},
           Case{"500.000 đồng", "[500000 đồng] 500000 đ; [500000 đồng] 500000đ"},
           Case{"10 triệu đ", "[triệu đ] triệu đồng"},
           Case{"mấy triệu đ", ""},
           Case{"30 ha", "[30 ha] 30ha"},
           Case{"5 người", ""},
           Case{"ngày 5", ""},
           Case{"U17", ""},
       }) {
    CAPTURE(c.query);
    CHECK(found_in(c.query, counts) == c.want);
  }
}
