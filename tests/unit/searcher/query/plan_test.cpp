#include "searcher/query/plan.h"

#include <doctest/doctest.h>

#include "searcher/query/interpretation.h"
#include "searcher/query/parser.h"
#include "tests/support/fake_interpreter.h"

using namespace khobao::query;

namespace {

Plan plan_of(std::string_view query) {
  const auto parsed = parse(query);
  REQUIRE(parsed);
  return make_plan(parsed->root);
}

std::string joined(const std::vector<std::string>& terms) {
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "" : " ") + term;
  return out;
}

std::string runs_of(const Plan& plan) {
  std::string out;
  for (const auto& run : plan.runs) {
    if (!run.empty()) out += "[" + joined(run) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("plan: words near each other are wanted in one paragraph") {
  for (const auto& [typed, want] :
       {std::pair{"lúa gạo -cầu", "all(same(lúa, gạo), no(cầu))"}, std::pair{"lúa", "all(lúa)"},
        std::pair{"cầu \"lúa gạo\"", "all(same(cầu, phrase lúa+gạo))"}}) {
    const auto parsed = parse(typed);
    REQUIRE(parsed);
    CHECK(to_string(make_plan(parsed->root, {.near = true}).root) == want);
  }
}

TEST_CASE("plan: what a query asks, ranks by and requires") {
  struct Case {
    std::string name, query, tree, terms, runs, required;
  };
  for (const Case& c : {
           Case{"words", "Lúa gạo", "all(lúa, gạo)", "lúa gạo", "[lúa gạo]", "all()"},
           Case{"a word twice", "lúa gạo lúa", "all(lúa, gạo, lúa)", "lúa gạo", "[lúa gạo lúa]",
                "all()"},
           Case{"a phrase beside words is a run of its own", "cầu \"lúa gạo\" mới",
                "all(cầu, phrase lúa+gạo, mới)", "cầu lúa gạo mới", "[cầu][lúa gạo][mới]", "all()"},
           Case{"a phrase that is the whole query is required", "\"lúa gạo\" -mới",
                "all(phrase lúa+gạo, no(mới))", "lúa gạo", "[lúa gạo]",
                "all(phrase lúa+gạo, no(mới))"},
           Case{"a phrase of a single word is a word", "\"lúa\"", "all(lúa)", "lúa", "[lúa]",
                "all()"},
           Case{"excluded words are required away and rank nothing", "lúa -gạo",
                "all(lúa, no(gạo))", "lúa", "[lúa]", "all(no(gạo))"},
           Case{"excluded twice is wanted", "lúa NOT NOT gạo", "all(lúa, no(no(gạo)))", "lúa gạo",
                "[lúa gạo]", "all(no(no(gạo)))"},
           Case{"a document number and its parts", "35-CT/TW", "all(35-ct/tw)", "35-ct/tw 35 ct tw",
                "[35 ct tw]", "all()"},
           Case{"a document number in a phrase", "\"Chỉ thị 35-CT/TW\"",
                "all(phrase chỉ+thị+35+ct+tw)", "chỉ thị 35-ct/tw 35 ct tw", "[chỉ thị 35 ct tw]",
                "all(phrase chỉ+thị+35+ct+tw)"},
           Case{"C++ in a phrase", "\"lập trình C++\"", "all(phrase lập+trình+c++)",
                "lập trình c++ c", "[lập trình c]", "all(phrase lập+trình+c++)"},
           Case{"a number behind a dash", "Covid-19", "all(covid+19)", "covid 19", "[covid 19]",
                "all()"},
           Case{"excluded, it is one thing", "lúa -Covid-19", "all(lúa, no(phrase covid+19))",
                "lúa", "[lúa]", "all(no(phrase covid+19))"},
           Case{"alternatives", "lúa (gạo OR \"ngô nếp\")", "all(lúa, any(gạo, phrase ngô+nếp))",
                "lúa gạo ngô nếp", "[lúa gạo][ngô nếp]", "all()"},
           Case{"leaves without a word are left out", "lúa ... - (😀)", "all(lúa)", "lúa", "[lúa]",
                "all()"},
           Case{"brackets of all are flat", "(a b) (c d)", "all(a, b, c, d)", "a b c d",
                "[a b c d]", "all()"},
           Case{"TƯ alone is T.Ư", "TƯ", "all(tw)", "tw", "[tw]", "all()"},
           Case{"the syllable in a shouted word", "ĐẦU TƯ", "all(đầu, tư)", "đầu tư", "[đầu tư]",
                "all()"},
           Case{"nothing", "...", "all()", "", "", "all()"},
       }) {
    CAPTURE(c.name);
    const Plan plan = plan_of(c.query);
    CHECK(to_string(plan.root) == c.tree);
    CHECK(joined(plan.terms) == c.terms);
    CHECK(runs_of(plan) == c.runs);
    PlanNode required = plan.required;
    required.type = PlanNode::Type::all;
    CHECK(to_string(required) == c.required);
  }
}

namespace {

// The tree and the terms with their words and weights, as tables of tests show them.
std::string tree_of(std::string_view query, PlanOptions options = {}) {
  const auto parsed = parse(query);
  REQUIRE(parsed);
  return to_string(make_plan(parsed->root, options).root);
}

std::string ranked_by(const Plan& plan) {
  std::string out;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const auto hundredths = static_cast<int>(plan.roles[i].weight * 100 + 0.5);
    out += (i > 0 ? " " : "") + plan.terms[i] + "@" + std::to_string(plan.roles[i].word);
    if (hundredths < 100) out += ":" + std::to_string(hundredths);
  }
  return out;
}

}  // namespace

TEST_CASE("plan: neighbouring syllables that are one word must stand side by side") {
  const khobao::test::FakeStatistics statistics;
  const PlanOptions words{.interpreter = nullptr, .statistics = &statistics};
  PlanOptions all = words, any = words;
  all.match = MatchMode::all;
  any.match = MatchMode::any;
  struct Case {
    std::string query, words, all, any;
  };
  for (const Case& c : {
           Case{"cầu hà nội", "all(cầu, hà+nội)", "all(cầu, hà, nội)", "all(any(cầu, hà+nội))"},
           Case{"hà nội", "all(hà+nội)", "all(hà, nội)", "all(hà+nội)"},
           Case{"Hà, Nội", "all(hà, nội)", "all(hà, nội)", "all(any(hà, nội))"},
           Case{"hà AND nội", "all(hà, nội)", "all(hà, nội)", "all(any(hà, nội))"},
           Case{"(hà) nội", "all(hà+nội)", "all(hà, nội)", "all(hà+nội)"},
           Case{"hà OR nội", "all(any(hà, nội))", "all(any(hà, nội))", "all(any(hà, nội))"},
           Case{"(hà nội OR huế) cầu", "all(any(hà+nội, huế), cầu)",
                "all(any(all(hà, nội), huế), cầu)", "all(any(any(hà+nội, huế), cầu))"},
           Case{"hà \"nội thành\"", "all(hà, phrase nội+thành)", "all(hà, phrase nội+thành)",
                "all(any(hà, phrase nội+thành))"},
           Case{"hà nội -huế", "all(hà+nội, no(huế))", "all(hà, nội, no(huế))",
                "all(hà+nội, no(huế))"},
           Case{"cầu -hà nội", "all(cầu, no(hà+nội))", "all(cầu, no(hà), nội)",
                "all(cầu, no(hà+nội))"},
           Case{"cầu NOT hà nội lúa", "all(cầu, no(hà+nội), lúa)", "all(cầu, no(hà), nội, lúa)",
                "all(any(cầu, lúa), no(hà+nội))"},
           Case{"-lúa hà nội", "all(no(lúa), hà+nội)", "all(no(lúa), hà, nội)",
                "all(hà+nội, no(lúa))"},
           Case{"-hà, nội", "all(no(hà), nội)", "all(no(hà), nội)", "all(nội, no(hà))"},
           Case{"-hà AND nội", "all(no(hà), nội)", "all(no(hà), nội)", "all(nội, no(hà))"},
           Case{"-\"hà\" nội", "all(no(hà), nội)", "all(no(hà), nội)", "all(nội, no(hà))"},
           Case{"-hà -nội", "all(no(hà), no(nội))", "all(no(hà), no(nội))", "all(no(hà), no(nội))"},
           Case{"-hà nội NEAR/3 lúa", "all(no(hà), near/3(nội, lúa))",
                "all(no(hà), near/3(nội, lúa))", "all(near/3(nội, lúa), no(hà))"},
           Case{"-huế", "all(no(huế))", "all(no(huế))", "all(no(huế))"},
           Case{"Covid-19", "all(covid+19)", "all(covid, 19)", "all(covid+19)"},
           Case{"Covid -19", "all(covid+19)", "all(covid, 19)", "all(covid+19)"},
           Case{"2020 -2025", "all(2020+2025)", "all(2020, 2025)", "all(2020+2025)"},
           Case{"cầu - 2025", "all(cầu, 2025)", "all(cầu, 2025)", "all(any(cầu, 2025))"},
           Case{"hà nội 35-CT/TW hà nội", "all(hà+nội, 35-ct/tw, hà+nội)",
                "all(hà, nội, 35-ct/tw, hà, nội)", "all(any(hà+nội, 35-ct/tw, hà+nội))"},
           Case{"...", "all()", "all()", "all()"},
       }) {
    CAPTURE(c.query);
    CHECK(tree_of(c.query, words) == c.words);
    CHECK(tree_of(c.query, all) == c.all);
    CHECK(tree_of(c.query, any) == c.any);
  }
}

TEST_CASE("plan: letters and their number are one word, a year is not") {
  const khobao::test::FakeStatistics statistics({{{"iphone", "7"}, 60}, {{"qg", "2017"}, 60}});
  for (const auto& [typed, tree] : {std::pair{"iphone 7", "all(iphone+7)"},
                                    std::pair{"qg 2017", "all(qg, 2017)"}}) {
    const auto parsed = parse(typed);
    REQUIRE(parsed);
    CHECK(to_string(make_plan(parsed->root, {.statistics = &statistics}).root) == tree);
  }
}

TEST_CASE("plan: small words need not be held, and are shown") {
  const khobao::test::FakeStatistics statistics;
  for (const auto& [typed, tree, shown] :
       {std::tuple{"cầu có gì lúa", "all(cầu, lúa)", "cầu · [có] · [gì] · lúa"},
        std::tuple{"của lúa", "all(lúa)", "[của] · lúa"},
        std::tuple{"lúa thì sao -cầu", "all(lúa, no(cầu))", "lúa · [thì] · [sao] · -cầu"},
        std::tuple{"của các", "all(của, các)", "của · các"}}) {
    CAPTURE(typed);
    const auto parsed = parse(typed);
    REQUIRE(parsed);
    const Plan plan = make_plan(parsed->root, {.statistics = &statistics});
    CHECK(to_string(plan.root) == tree);
    CHECK(describe(plan) == shown);
  }
}

TEST_CASE("plan: readings and equivalents are other forms of a word") {
  const khobao::test::FakeStatistics statistics;
  khobao::test::FakeInterpreter interpreter(
      {{"ha", {{"hà", 1}, {"hạ", 0.5}, {"há", 0.1}}}, {"noi", {{"nội", 1}, {"nói", 0.4}}}},
      {{"hđnd", "hội đồng nhân dân"},
       {"hội đồng nhân dân", "hđnd"},
       {"13", "xiii"},
       {"đại hội x", "đại hội 10"},
       {"mỹ", "mĩ", 1.0},
       {"chỉ thị 35", "35-ct/tw"}});
  const PlanOptions words{.interpreter = &interpreter, .statistics = &statistics};
  PlanOptions all = words;
  all.match = MatchMode::all;
  struct Case {
    std::string name, query, words, all;
  };
  for (const Case& c : {
           Case{"readings side by side, likeliest first", "ha noi",
                "all(hà+nội|hạ+nội|hà+nói|hạ+nói)", "all(hà|hạ, nội|nói)"},
           Case{"readings in a phrase", "\"ha noi\"", "all(phrase hà+nội|hạ+nội|hà+nói|hạ+nói)",
                "all(phrase hà+nội|hạ+nội|hà+nói|hạ+nói)"},
           Case{"an abbreviation is its name, too", "hđnd cầu", "all(hđnd|hội+đồng+nhân+dân, cầu)",
                "all(hđnd|hội+đồng+nhân+dân, cầu)"},
           Case{"a name is its words or its abbreviation", "hội đồng nhân dân cầu",
                "all(any(all(hội+đồng, nhân+dân), hđnd), cầu)",
                "all(any(all(hội, đồng, nhân, dân), hđnd), cầu)"},
           Case{"a numeral", "đại hội 13", "all(đại+hội, 13|xiii)", "all(đại, hội, 13|xiii)"},
           Case{"a Roman numeral is one word with what it counts", "đại hội X",
                "all(đại+hội+x|đại+hội+10)", "all(đại+hội+x|đại+hội+10)"},
           Case{"a numeral in a phrase", "\"đại hội 13\"", "all(phrase đại+hội+13|đại+hội+xiii)",
                "all(phrase đại+hội+13|đại+hội+xiii)"},
           Case{"what was typed stays in front of an equal spelling", "mỹ", "all(mỹ|mĩ)",
                "all(mỹ|mĩ)"},
           Case{"a compound for words", "chỉ thị 35", "all(chỉ+thị+35|35-ct/tw)",
                "all(chỉ+thị+35|35-ct/tw)"},
           Case{"not out of a phrase into its neighbour", "\"hội đồng\" nhân dân",
                "all(phrase hội+đồng, nhân+dân)", "all(phrase hội+đồng, nhân, dân)"},
           Case{"excluded words, too", "cầu -hđnd", "all(cầu, no(hđnd|hội+đồng+nhân+dân))",
                "all(cầu, no(hđnd|hội+đồng+nhân+dân))"},
       }) {
    CAPTURE(c.name);
    CHECK(tree_of(c.query, words) == c.words);
    CHECK(tree_of(c.query, all) == c.all);
  }
  CHECK(tree_of("cầu NEAR/3 hội đồng nhân dân", words) == "all(near/3(cầu, hội+đồng), nhân+dân)");
  const auto ranked = [&](std::string_view query) {
    const auto parsed = parse(query);
    REQUIRE(parsed);
    return ranked_by(make_plan(parsed->root, words));
  };
  CHECK(ranked("ha noi") == "hà@0 hạ@0:50 há@0:10 nội@1 nói@1:40");
  CHECK(ranked("hđnd cầu") == "hđnd@0 cầu@1");
  CHECK(ranked("đại hội 13") == "đại@0 hội@1 13@2 xiii@2:80");
  CHECK(ranked("cầu -hđnd") == "cầu@0");
}

TEST_CASE("plan: operators and fields hold words, NEAR whole ones") {
  const khobao::test::FakeStatistics statistics({}, {{"covid", 9}, {"covic", 1}});
  const PlanOptions words{.interpreter = nullptr, .statistics = &statistics};
  struct Case {
    std::string query, tree, required;
  };
  for (const Case& c : {
           Case{"cầu hà nội NEAR/3 lúa gạo mới", "all(cầu, near/3(hà+nội, lúa+gạo), mới)",
                "near/3(hà+nội, lúa+gạo)"},
           Case{"hà NEAR/3 nội NEAR/2 \"lúa gạo\"", "all(near/3/2(hà, nội, phrase lúa+gạo))",
                "near/3/2(hà, nội, phrase lúa+gạo)"},
           Case{"hà nội NEAR (lúa OR \"ngô nếp\")",
                "all(near/10(hà+nội, any(lúa, phrase ngô+nếp)))",
                "near/10(hà+nội, any(lúa, phrase ngô+nếp))"},
           Case{"... NEAR lúa", "all(lúa)", ""},
           Case{"hà nội SAME lúa -gạo", "all(same(hà+nội, all(lúa, no(gạo))))",
                "same(hà+nội, all(lúa, no(gạo)))"},
           Case{"title:(hà nội OR huế) cầu", "all(title(any(hà+nội, huế)), cầu)",
                "title(any(hà+nội, huế))"},
           Case{"org:(ubnd xã) -date:2020", "all(org=(ubnd xã), no(date=(2020)))",
                "org=(ubnd xã) no(date=(2020))"},
           Case{"cov* 19", "all(covic|covid, 19)", ""},
           Case{"xyz*", "all(xyz)", ""},
           Case{"title:...", "all()", ""},
       }) {
    CAPTURE(c.query);
    const auto parsed = parse(c.query);
    REQUIRE(parsed);
    const Plan plan = make_plan(parsed->root, words);
    CHECK(to_string(plan.root) == c.tree);
    std::string required;
    for (const PlanNode& node : plan.required.children)
      required += (required.empty() ? "" : " ") + to_string(node);
    CHECK(required == c.required);
  }
}

TEST_CASE("plan: words that are a name the archive knows are one, wherever they are cut") {
  khobao::test::FakeInterpreter interpreter({}, {{"phú thọ", "đất tổ"}}, {"văn kha", "phú thọ"});
  const khobao::test::FakeStatistics statistics({{{"trần", "văn"}, 100}, {{"kha", "đi"}, 100}});
  struct Case {
    std::string query, want;
  };
  const auto planned = [&](const std::string& query, MatchMode match, bool near) {
    const auto parsed = parse(query);
    REQUIRE(parsed);
    return to_string(
        make_plan(
            parsed->root,
            {.interpreter = &interpreter, .statistics = &statistics, .match = match, .near = near})
            .root);
  };
  for (const Case& c : {
           Case{"trần văn kha đi", "all(trần, name văn+kha, đi)"},
           Case{"văn kha", "all(name văn+kha)"},
           Case{"phú thọ lũ", "all(name phú+thọ|đất+tổ, lũ)"},
           Case{"văn AND kha", "all(văn, kha)"},
           Case{"văn, kha", "all(văn, kha)"},
           Case{"\"văn kha\"", "all(phrase văn+kha)"},
           Case{"lũ -văn kha", "all(lũ, no(name văn+kha))"},
           Case{"(văn kha OR lũ) mưa", "all(any(name văn+kha, lũ), mưa)"},
           Case{"title:(văn kha)", "all(title(văn+kha))"},
           Case{"văn kha SAME lũ", "all(same(văn+kha, lũ))"},
           Case{"lũ NEAR/5 văn kha", "all(near/5(lũ, văn+kha))"},
       }) {
    CAPTURE(c.query);
    CHECK(planned(c.query, MatchMode::words, false) == c.want);
  }
  CHECK(planned("văn kha lũ", MatchMode::words, true) == "all(same(văn+kha, lũ))");
  CHECK(planned("văn kha", MatchMode::all, false) == "all(văn, kha)");
}
