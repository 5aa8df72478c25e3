#include "searcher/reading/equivalents/numbers/written_dates.h"

#include <doctest/doctest.h>

#include "searcher/reading/equivalents/query_words.h"

using namespace khobao;
using namespace khobao::reading;

namespace {

std::string found_in(const std::string& query) {
  text::Tokenizer tokenizer;
  const Words words = words_of(tokenizer, query);
  std::vector<query::Equivalent> found;
  find_written_dates(words, found);
  std::string out;
  for (const query::Equivalent& e : found) {
    const auto typed = std::span(words).subspan(e.begin, e.end - e.begin);
    out += (out.empty() ? "[" : "; [") + joined(typed) + "] " + joined(e.words);
    // Words of a compound cannot be joined to one word.
    CHECK(e.apart == (joined(typed).find("/") != std::string::npos && e.words.size() > 1 &&
                      e.words.back().size() == 4));
  }
  return out;
}

}  // namespace

TEST_CASE("written dates: days in figures and in words, quarters with their year") {
  struct Case {
    std::string query, want;
  };
  for (const Case& c : {
           Case{"20/11", "[20/11] 20 tháng 11"},
           Case{"ngày 20/11", "[ngày 20/11] 20/11; [ngày 20/11] 20 tháng 11"},
           Case{"ngày 30-6", "[ngày 30/6] 30/6; [ngày 30/6] 30 tháng 6"},
           Case{"sáng 16.12", "[16/12] 16 tháng 12"},
           Case{"ngày 20 tháng 11", "[ngày 20 tháng 11] 20/11; [ngày 20 tháng 11] 20 tháng 11"},
           Case{"2/7/2020", "[2/7 2020] 2 tháng 7 năm 2020; [2/7 2020] 2 tháng 7 2020"},
           Case{"02 tháng 07 năm 2020", "[2 tháng 7 năm 2020] 2/7 2020; [2 tháng 7 năm 2020] 2 tháng 7 2020"},
           Case{"quý 4/2016",
                "[quý 4 2016] quý 4 năm 2016; [quý 4 2016] quý iv 2016; "
                "[quý 4 2016] quý iv năm 2016; [quý 4 2016] quý tư 2016; "
                "[quý 4 2016] quý tư năm 2016; [quý 4 2016] quí 4 2016; "
                "[quý 4 2016] quí 4 năm 2016; [quý 4 2016] quí iv 2016; "
                "[quý 4 2016] quí iv năm 2016; [quý 4 2016] quí tư 2016; "
                "[quý 4 2016] quí tư năm 2016"},
           Case{"quí 4/2016",
                "[quí 4 2016] quý 4 2016; [quí 4 2016] quý 4 năm 2016; "
                "[quí 4 2016] quý iv 2016; [quí 4 2016] quý iv năm 2016; "
                "[quí 4 2016] quý tư 2016; [quí 4 2016] quý tư năm 2016; "
                "[quí 4 2016] quí 4 năm 2016; [quí 4 2016] quí iv 2016; "
                "[quí 4 2016] quí iv năm 2016; [quí 4 2016] quí tư 2016; "
                "[quí 4 2016] quí tư năm 2016"},
           Case{"quý II năm 2017",
                "[quý ii năm 2017] quý 2 2017; [quý ii năm 2017] quý 2 năm 2017; "
                "[quý ii năm 2017] quý ii 2017; [quý ii năm 2017] quý hai 2017; "
                "[quý ii năm 2017] quý hai năm 2017; [quý ii năm 2017] quí 2 2017; "
                "[quý ii năm 2017] quí 2 năm 2017; [quý ii năm 2017] quí ii 2017; "
                "[quý ii năm 2017] quí ii năm 2017; [quý ii năm 2017] quí hai 2017; "
                "[quý ii năm 2017] quí hai năm 2017"},
           Case{"quý 4", ""},
           Case{"quý khách 4/2016", ""},
           Case{"60/36", ""},
           Case{"tháng 11", ""},
           Case{"40 tháng 11", ""},
       }) {
    CAPTURE(c.query);
    CHECK(found_in(c.query) == c.want);
  }
}
