#include "searcher/reading/spelling/query_spelling.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "tests/support/counts.h"

using namespace khobao::reading;
using namespace khobao;

namespace {

// A small archive with enough of each word for a correction to be sure of.
const archive::Statistics& counts() {
  static const archive::Statistics kCounts = [] {
    std::vector<std::string> texts;
    for (int i = 0; i < 30; ++i) {
      texts.push_back(
          "Quốc hội khóa này họp về bảo hiểm xã hội. Đại hội đảng bộ tỉnh bàn việc bệnh viện. "
          "Cơn bão số ba gây mưa. Tập đoàn Sao Kon xây cầu Bến Lội. Cơ quan báo chí đưa tin.");
    }
    texts.push_back("Bênh viện. zalora");
    return test::statistics_of(texts);
  }();
  return kCounts;
}

struct Mended {
  std::string tree, notes, suggestions;
};

Mended mended(const std::string& query) {
  const auto parsed = query::parse(query);
  REQUIRE(parsed);
  const MendedQuery report = mend_spelling(parsed->root, query, counts());
  Mended out{.tree = query::to_string(report.root), .notes = {}, .suggestions = {}};
  for (const std::string& note : report.notes) out.notes += (out.notes.empty() ? "" : "; ") + note;
  for (const Suggestion& s : report.suggestions) {
    out.suggestions +=
        (out.suggestions.empty() ? "" : "; ") + s.query + (s.searched ? " (searched)" : "");
  }
  return out;
}

}  // namespace

TEST_CASE("query spelling: words that occur nowhere are mended, and said to be") {
  struct Case {
    std::string name, query, tree, suggestion;
  };
  for (const Case& c : {
           Case{"a letter twice", "quốcc hội", "all(quốc, hội)", "quốc hội (searched)"},
           Case{"the key beside", "quốc hoịo", "all(quốc, hội)", "quốc hội (searched)"},
           Case{"swapped letters", "bệhn viện", "all(bệnh, viện)", "bệnh viện (searched)"},
           Case{"inside a phrase", "\"bệhn viện\" tỉnh", "all(phrase(bệnh viện), tỉnh)",
                "\"bệnh viện\" tỉnh (searched)"},
           Case{"excluded", "tỉnh -bệhn", "all(tỉnh, not(bệnh))", "tỉnh -bệnh (searched)"},
           Case{"a space left out", "tậpđoàn sao", "all(tập đoàn, sao)", "tập đoàn sao (searched)"},
           Case{"without accents, which come later", "quochoi khoa nay", "all(quoc hoi, khoa, nay)",
                "quoc hoi khoa nay (searched)"},
           Case{"two spaces left out", "daihoidang", "all(dai hoi dang)",
                "dai hoi dang (searched)"},
           Case{"two words at once", "quốcc hội bệhn viện", "all(quốc, hội, bệnh, viện)",
                "quốc hội bệnh viện (searched)"},
           Case{"Telex left over in an accented query", "bệnh vieenj", "all(bệnh, viện)",
                "bệnh viện (searched)"},
       }) {
    SUBCASE(c.name.c_str()) {
      const Mended m = mended(c.query);
      CHECK(m.tree == c.tree);
      CHECK(m.suggestions.substr(0, m.suggestions.find("; ")) == c.suggestion);
      CHECK(m.notes != "");
    }
  }
  CHECK(mended("quốcc hội").notes == "'quốcc' occurs nowhere; searched as 'quốc'");
}

TEST_CASE("query spelling: words that occur are searched as typed, others offered") {
  struct Case {
    std::string name, query, suggestions;
  };
  for (const Case& c : {
           Case{"other marks that stand there", "bão hiểm xã hội", "bảo hiểm xã hội"},
           Case{"the word alone is what it is", "bão", ""},
           Case{"between words it does stand by", "cơn bão số", ""},
           Case{"a syllable that could be, and is none", "xã hỗi", "xã hội"},
           Case{"right words", "quốc hội khóa này", ""},
           Case{"without accents, known letters", "quoc hoi", ""},
           Case{"Telex and VNI are read elsewhere", "quoocs hooij", ""},
           Case{"VNI", "quo6c1 ho6i5", ""},
           Case{"numbers", "1234567 98,7%", ""},
           Case{"a word with a digit", "q2c5h", ""},
           Case{"nothing like it", "xylophonist", ""},
           Case{"a word that occurs once and is like none", "zalora", ""},
           Case{"a valid syllable that the archive lacks", "khuỷu tay", ""},
           Case{"a document number", "35-CT/TW", ""},
           Case{"no words", "", ""},
       }) {
    SUBCASE(c.name.c_str()) {
      const Mended m = mended(c.query);
      auto parsed = query::parse(c.query);
      CHECK(m.tree == query::to_string(parsed->root));
      CHECK(m.notes == "");
      CHECK(m.suggestions == c.suggestions);
    }
  }
}

TEST_CASE("query spelling: pasted text is left alone") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "quốcc ";
  CHECK(mended(text).suggestions == "");
}

TEST_CASE("query spelling: the mended tree is another one, in the places of what was typed") {
  const std::string query = "tỉnh OR \"quốcc hội\"";
  const auto parsed = query::parse(query);
  REQUIRE(parsed);
  const query::Node before = parsed->root;
  const MendedQuery mended = mend_spelling(parsed->root, query, counts());
  CHECK(parsed->root == before);
  const query::Node& any = mended.root.children.at(0);
  const query::Node& phrase = any.children.at(1);
  CHECK(phrase.text == "quốc hội");
  CHECK(query.substr(phrase.begin_byte, phrase.end_byte - phrase.begin_byte) == "\"quốcc hội\"");
}
