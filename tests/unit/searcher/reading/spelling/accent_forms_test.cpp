#include "searcher/reading/spelling/accent_forms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "common/text/letters/fold.h"

using namespace khobao;

TEST_SUITE("reading/spelling/accent_forms") {
  TEST_CASE("forms are words of the vocabulary with the same letters and the marks of a syllable") {
    struct Case {
      const char* word;
      const char* form;
      bool want;
    };
    const Case cases[] = {
        {"bao", "bao", true},      {"bao", "bảo", true},      {"bảo", "bão", true},
        {"duong", "đường", true},  {"duong", "dương", true},  {"nghiep", "nghiệp", true},
        {"quy", "quý", true},      {"gia", "giá", true},      {"hoa", "hòa", true},
        {"uong", "uống", true},    {"cafe", "café", false},   {"francois", "françois", false},
        {"photo", "phôtô", false}, {"rada", "rađa", false},   {"tphcm", "tphcm", false},
        {"17,5", "17,5", false},   {"bao", "báo chí", false}, {"", "", false},
    };
    for (const auto& [word, form, want] : cases) {
      CAPTURE(word);
      CAPTURE(form);
      const auto forms = reading::accent_forms(word);
      CHECK(std::any_of(forms.begin(), forms.end(), [&](text::WordId id) {
              return text::vocabulary().word(id) == form;
            }) == want);
    }
  }

  TEST_CASE("all forms of a word come back, each once, the commonest first") {
    const text::Vocabulary& vocabulary = text::vocabulary();
    for (const char* word : {"an", "bien", "cong", "duong", "ma", "thuy", "tuyen"}) {
      CAPTURE(word);
      std::vector<text::WordId> want;
      for (text::WordId id = 0; id < vocabulary.size(); ++id) {
        if (text::fold(vocabulary.word(id)) == word) want.push_back(id);
      }
      CHECK(want.size() > 1);
      CHECK(reading::accent_forms(word) == want);
    }
  }
}
