#include "searcher/reading/tables/reading_tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "common/base/sorted_table.h"
#include "common/text/letters/fold.h"
#include "searcher/reading/tables/common_prefix.h"
#include "searcher/reading/tables/phrase_groups.h"
#include "searcher/reading/tables/table_sources.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::reading;

extern "C" {
extern const char khobao_table_abbreviations_begin[], khobao_table_abbreviations_end[];
extern const char khobao_table_spellings_begin[], khobao_table_spellings_end[];
extern const char khobao_table_everyday_begin[], khobao_table_everyday_end[];
extern const char khobao_table_accented_words_begin[], khobao_table_accented_words_end[];
extern const char khobao_table_function_words_begin[], khobao_table_function_words_end[];
extern const char khobao_table_numerals_begin[], khobao_table_numerals_end[];
extern const char khobao_table_documents_begin[], khobao_table_documents_end[];
extern const char khobao_table_plain_pairs_begin[], khobao_table_plain_pairs_end[];
}

TEST_CASE("reading tables: the images that are linked in are what their sources make") {
  const auto same = [](const char* begin, const char* end, const std::string& made) {
    return std::string_view(begin, static_cast<size_t>(end - begin)) == made;
  };
  CHECK(same(khobao_table_abbreviations_begin, khobao_table_abbreviations_end,
             abbreviations_image()));
  CHECK(same(khobao_table_spellings_begin, khobao_table_spellings_end, spellings_image()));
  CHECK(same(khobao_table_everyday_begin, khobao_table_everyday_end, everyday_image()));
  CHECK(same(khobao_table_accented_words_begin, khobao_table_accented_words_end,
             accented_words_image()));
  const std::string loose =
      test::read_file(std::string(KHOBAO_TEST_DATA) + "/../../searcher/query/data/loose_words.tsv");
  CHECK(same(khobao_table_function_words_begin, khobao_table_function_words_end,
             function_words_image(loose)));
  CHECK(same(khobao_table_numerals_begin, khobao_table_numerals_end, numerals_image()));
  CHECK(same(khobao_table_documents_begin, khobao_table_documents_end, documents_image()));
  CHECK(same(khobao_table_plain_pairs_begin, khobao_table_plain_pairs_end, plain_pairs_image()));
}

TEST_CASE("reading tables: letters that some word begins with, accents left out") {
  CHECK(accented_letters("khong") == 5);
  CHECK(accented_letters("khongwz") == 5);
  CHECK(accented_letters("wwwww") < 5);
  CHECK(accented_letters("") == 0);
}

TEST_CASE("common prefix: the longest of all keys, wherever the word would stand") {
  const std::vector<std::string_view> keys{"an", "bao", "baoz", "cả"};
  const auto of = [&](std::string_view word) {
    return longest_common_prefix(word, keys.size(), [&](size_t place) { return keys[place]; });
  };
  CHECK(of("bao") == 3);
  CHECK(of("baox") == 3);
  CHECK(of("baozz") == 4);
  CHECK(of("ao") == 1);
  CHECK(of("zz") == 0);
  CHECK(of("A") == 0);
  CHECK(longest_common_prefix("an", 0, [](size_t) { return std::string_view(); }) == 0);
}

TEST_CASE("reading tables: each word of the vocabulary is found by its letters") {
  const text::Vocabulary& vocabulary = text::vocabulary();
  size_t missed = 0;
  for (text::WordId id = 0; id < vocabulary.size(); ++id) {
    const auto found = accented_words(text::fold(vocabulary.word(id)));
    missed += std::count(found.begin(), found.end(), id) != 1;
    missed += !std::is_sorted(found.begin(), found.end());
  }
  CHECK(missed == 0);
  CHECK(accented_words("xyzzy").empty());
}

TEST_CASE("sorted table: finds what it holds and nothing else") {
  const std::string image = sorted_table({{"", "của khoá rỗng"}, {"an", ""}, {"bà", "hai"}});
  const SortedTable table(image);
  CHECK(table.size() == 3);
  CHECK(table.find("") == "của khoá rỗng");
  CHECK(table.find("an") == "");
  CHECK(table.find("bà") == "hai");
  for (const char* other : {"a", "ana", "b", "z"}) CHECK_FALSE(table.find(other).has_value());
  const std::string none = sorted_table({});
  CHECK_FALSE(SortedTable(none).find("").has_value());
}

TEST_CASE("phrase table: other phrases of a group, with and without accents, weights multiplied") {
  PhraseGroups groups;
  groups.add(std::array<PhraseGroups::Form, 3>{{{"Xóm Núi", 0.5}, {"XNXN"}, {"Xóm Non", 0.8}}});
  groups.add(std::array<PhraseGroups::Form, 2>{{{"XNXN", 0.5}, {"xưởng nấm"}}});
  const std::string image = groups.image();
  const PhraseTable table(image);
  CHECK(table.longest() == 2);
  std::vector<query::Equivalent> found;
  const Words words{"ở", "xom", "nui", "xnxn"};
  table.find(words, found);
  std::string listed;
  for (const query::Equivalent& e : found) {
    listed += std::to_string(e.begin) + "-" + std::to_string(e.end) + " " + joined(e.words) + " " +
              std::to_string(int(e.weight * 100 + 0.5)) + "; ";
  }
  CHECK(listed ==
        "1-3 xnxn 50; 1-3 xóm non 40; 3-4 xóm núi 50; 3-4 xóm non 80; 3-4 xưởng nấm 50; ");
}
