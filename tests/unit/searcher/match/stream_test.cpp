// Token streams (common/archive) and the matcher that reads them (searcher).
#include <doctest/doctest.h>

#include "common/archive/streams/token_stream.h"
#include "searcher/match/plan_matcher.h"
#include "searcher/match/quick_matcher.h"
#include "searcher/match/stream_matcher.h"
#include "searcher/query/parser.h"
#include "searcher/query/plan.h"
#include "tests/support/tokens.h"

using namespace khobao;

namespace {

std::string stream_of(const std::string& title, const std::vector<std::string>& paragraphs) {
  archive::TokenStreamWriter writer;
  writer.title(test::tokenize(title));
  for (const std::string& paragraph : paragraphs)
    writer.paragraph(test::tokenize(paragraph), archive::Role::body);
  return writer.finish();
}

// The words, gaps as . (sentence) ¶ (paragraph) = (body) # (caption), compounds as {term} in front.
std::string unpacked(const std::string& bytes) {
  archive::TokenStream stream;
  if (!archive::read_token_stream(bytes, stream)) return "damaged";
  std::string out;
  for (size_t place = 0; place <= stream.words.size(); ++place) {
    for (const archive::Compound& compound : stream.compounds) {
      if (compound.place == place) out += "{" + std::string(stream.term(compound.word)) + "} ";
    }
    if (place == stream.words.size()) break;
    const archive::StreamWord word = stream.words[place];
    if (archive::is_gap(word)) {
      const char* gaps[] = {". ", "¶ ", "= ", "# "};
      out += gaps[word - archive::kFirstGap];
    } else {
      out += std::string(stream.term(word)) + " ";
    }
  }
  return out;
}

bool matches(const std::string& query, const std::string& stream) {
  const auto parsed = query::parse(query);
  REQUIRE(parsed);
  const query::Plan plan = query::make_plan(parsed->root);
  match::StreamMatcher matcher(match::terms_of(plan.root));
  REQUIRE(matcher.read(stream));
  const bool slowly = match::PlanMatcher(plan.root, matcher).matches();
  auto quick = match::QuickMatcher::of(plan.root, nullptr);
  REQUIRE(quick);
  using Answer = match::QuickMatcher::Answer;
  const Answer answer = quick->matches(stream, 1);
  CHECK((answer == Answer::unknown || answer == (slowly ? Answer::yes : Answer::no)));
  return slowly;
}

}  // namespace

TEST_CASE("stream: packs and unpacks words, gaps and compounds") {
  CHECK(unpacked(stream_of("Cầu mới", {"Xã có cầu. Dân vui.", "Theo Chỉ thị 35-CT/TW."})) ==
        "cầu mới = xã có cầu . dân vui ¶ theo chỉ thị {35-ct/tw} 35 ct tw ");
  CHECK(unpacked(stream_of("", {"Xyzzy và xyzzy", "quux"})) == "xyzzy và xyzzy ¶ quux ");
  CHECK(unpacked(stream_of("", {})) == "");
  archive::TokenStreamWriter writer;
  writer.title(test::tokenize("Cầu"));
  writer.paragraph(test::tokenize("Ảnh cầu"), archive::Role::caption);
  writer.paragraph(test::tokenize("Xã có cầu"), archive::Role::body);
  CHECK(unpacked(writer.finish()) == "cầu = # ảnh cầu ¶ xã có cầu ");
  CHECK(writer.finish() == stream_of("", {}));  // it is empty again
}

TEST_CASE("stream: an article may have any number of own words") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "xyz" + std::to_string(i) + "q ";
  const std::string bytes = stream_of("", {text + "lúa"});
  match::StreamMatcher matcher({"xyz0q", "xyz59999q", "lúa"});
  REQUIRE(matcher.read(bytes));
  CHECK(matcher.places(0) == std::vector<uint32_t>{0});
  CHECK(matcher.places(1) == std::vector<uint32_t>{59'999});
  CHECK(matcher.places(2) == std::vector<uint32_t>{60'000});
  archive::TokenStream stream;
  REQUIRE(archive::read_token_stream(bytes, stream));
  CHECK(stream.term(stream.words[59'999]) == "xyz59999q");
}

TEST_CASE("stream: the body begins behind the title") {
  archive::TokenStream stream;
  REQUIRE(archive::read_token_stream(stream_of("Cầu mới", {"Xã có cầu"}), stream));
  CHECK(stream.body_begin == 3);
  REQUIRE(archive::read_token_stream(stream_of("", {"Xã có cầu"}), stream));
  CHECK(stream.body_begin == 0);
}

TEST_CASE("stream: damaged bytes are told, whatever bit it is") {
  const std::string whole = stream_of("Cầu xyzzy", {"Theo Chỉ thị 35-CT/TW, quux."});
  archive::TokenStream stream;
  match::StreamMatcher matcher({"cầu"});
  for (size_t size = 0; size < whole.size(); ++size) {
    CHECK_FALSE(archive::read_token_stream(whole.substr(0, size), stream));
    CHECK_FALSE(matcher.read(whole.substr(0, size)));
  }
  for (size_t at = 0; at < whole.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      CHECK_FALSE(archive::read_token_stream(flipped, stream));
      CHECK_FALSE(matcher.read(flipped));
    }
  }
}

TEST_CASE("stream: bytes that were written wrongly are told, or read within bounds") {
  const std::string whole =
      stream_of("Cầu xyzzy", {"Theo Chỉ thị 35-CT/TW, quux."}).substr(4);  // without the sum
  archive::TokenStream stream;
  const auto read = [&](std::string_view rest) {
    return archive::read_token_stream(archive::sealed_stream(rest), stream);
  };
  for (size_t at = 0; at < whole.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      const std::string bytes = archive::sealed_stream(flipped);
      if (!archive::read_token_stream(bytes, stream)) continue;
      for (const auto word : stream.words) {
        if (!archive::is_gap(word)) CHECK(stream.term(word).size() <= bytes.size() + 200);
      }
    }
  }
  CHECK_FALSE(read(""));
  CHECK_FALSE(read("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
  const std::string one("\1\0\0\0", 4), none("\0\0\0\0", 4), no_more("\0\0\0", 3);
  CHECK(read(none + no_more));
  CHECK(read(one + std::string("\6\0", 2) + no_more));
  CHECK_FALSE(read(one + std::string("\6", 1)));                    // half an element
  CHECK_FALSE(read(one + std::string("\4\0", 2) + no_more));        // none of its kind
  CHECK_FALSE(read(one + std::string("\0\x40", 2) + no_more));      // an own word that is not there
  CHECK_FALSE(read(one + std::string("\5\0", 2) + no_more));        // the same, wide
  CHECK_FALSE(read(none + std::string("\0\1\0\0", 4)));            // a wide one without its element
  CHECK_FALSE(read(none + std::string("\1\1\0\0\0", 5)));          // a compound after the end
  CHECK_FALSE(read(none + std::string("\1\0\1\0\0", 5)));          // one of an own word that is not there
  CHECK_FALSE(read(none + no_more + "x"));
}

TEST_CASE("stream: what an article matches") {
  const std::string stream = stream_of(
      "Cầu mới", {"Xã có lúa gạo. Nếp thơm xyzzy quux.", "Theo Chỉ thị 35-CT/TW về lúa lúa gạo."});
  struct Case {
    std::string query;
    bool want;
  };
  for (const Case& c : {
           Case{"lúa", true},
           Case{"ngô", false},
           Case{"lúa gạo nếp", true},
           Case{"lúa ngô", false},
           Case{"\"lúa gạo\"", true},
           Case{"\"gạo lúa\"", false},
           Case{"\"gạo nếp\"", false},    // a sentence ends between them
           Case{"\"quux theo\"", false},  // a paragraph does
           Case{"\"mới xã\"", false},     // the title does
           Case{"\"xyzzy quux\"", true},  // words outside the vocabulary
           Case{"\"nếp thơm xyzzy quux\"", true},
           Case{"\"lúa lúa\"", true},
           Case{"\"lúa lúa lúa\"", false},
           Case{"\"lúa lúa gạo\"", true},
           Case{"35-CT/TW", true},
           Case{"35-CT/TU", false},
           Case{"\"chỉ thị 35-CT/TW về\"", true},
           Case{"ct", true},
           Case{"-ngô", true},
           Case{"-lúa", false},
           Case{"lúa -\"gạo lúa\"", true},
           Case{"ngô OR \"lúa gạo\"", true},
           Case{"ngô OR \"gạo lúa\"", false},
           Case{"NOT (ngô OR lúa)", false},
       }) {
    CAPTURE(c.query);
    CHECK(matches(c.query, stream) == c.want);
  }
}

TEST_CASE("stream: runs of words are found wherever they stand, and nowhere else") {
  // Every length about those that are compared at once, every place of the run.
  const std::vector<std::string> words{"lúa", "gạo", "nếp"};
  for (size_t length = 1; length < 40; ++length) {
    for (size_t place = 0; place < length; ++place) {
      std::string text;
      for (size_t i = 0; i < length; ++i)
        text += (i >= place && i - place < words.size() ? words[i - place] : "ngô") + " ";
      const std::string bytes = stream_of("", {text});
      const auto view = archive::view_stream(bytes);
      REQUIRE(view);
      std::vector<uint16_t> units;
      for (size_t run = 1; run <= words.size(); ++run) {
        const auto id = text::vocabulary().find(words[run - 1]);
        REQUIRE(id);
        units.push_back(static_cast<uint16_t>(archive::stream_unit::kFirstWord + *id));
        CAPTURE(text);
        CHECK(match::RunFinder(units).in(*view) == (place + run <= length));
      }
    }
  }
}

TEST_CASE("stream: pairs of neighbours are counted where they stand side by side") {
  match::StreamMatcher matcher({"lúa", "gạo", "ngô"});
  REQUIRE(matcher.read(stream_of("", {"Lúa gạo, lúa gạo. Lúa. Gạo lúa, lúa gạo."})));
  CHECK(matcher.count_pairs(0, 1) == 3);
  CHECK(matcher.count_pairs(1, 0) == 2);
  CHECK(matcher.count_pairs(0, 0) == 1);
  CHECK(matcher.count_pairs(0, 2) == 0);
  CHECK_FALSE(matcher.index_of("khoai"));
}
