#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "common/names/image/gazetteer_image.h"
#include "common/names/image/image.h"
#include "common/names/linked/linked_gazetteer.h"
#include "common/names/name_key.h"
#include "common/names/predecessors.h"
#include "indexer/recognise/recogniser.h"

using namespace khobao::recognise;
using namespace khobao::names;

TEST_CASE("a name is found by alias, without accents and by its beginning") {
  const Gazetteer gazetteer;
  for (const char* query : {"Ủy ban Kiểm tra Trung ương", "UBKT Trung ương",
                            "uy ban kiem tra trung uong", "uy ban kiem tra tr"}) {
    CAPTURE(query);
    const auto found = gazetteer.find(query);
    REQUIRE_FALSE(found.empty());
    CHECK(gazetteer.name(*found[0]) == "Ủy ban Kiểm tra Trung ương");
  }
  CHECK(gazetteer.find("Hội Trồng nấm Sao Hỏa").empty());
  const auto nearest = gazetteer.nearest("Ngân hàng Thế giơi mới", 3);
  REQUIRE_FALSE(nearest.empty());
  CHECK(gazetteer.name(*nearest[0]) == "Ngân hàng Thế giới");
}

TEST_CASE("a merged body knows its predecessors and is not one of them") {
  const Gazetteer gazetteer;
  const auto before = predecessors(gazetteer, "Bộ Nông nghiệp và Môi trường");
  CHECK(before == std::vector<std::string>{"Bộ Nông nghiệp và Phát triển nông thôn",
                                           "Bộ Tài nguyên và Môi trường"});
  CHECK(name_key("Bộ Nông nghiệp và Môi trường") != name_key("Bộ Tài nguyên và Môi trường"));
}

TEST_CASE("bodies of provinces know those of the provinces merged and of the ministries merged") {
  const Gazetteer gazetteer;
  const auto has = [&](const char* name, const char* before) {
    CAPTURE(name);
    const auto list = predecessors(gazetteer, name);
    return std::find(list.begin(), list.end(), before) != list.end();
  };
  CHECK(has("Ủy ban nhân dân tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Bình Định"));
  CHECK(has("Thành ủy Cần Thơ", "Tỉnh ủy Hậu Giang"));
  CHECK(has("Ban Thường vụ Thành ủy Cần Thơ", "Ban Thường vụ Tỉnh ủy Sóc Trăng"));
  CHECK(has("Thành ủy Thành phố Hồ Chí Minh", "Tỉnh ủy Bình Dương"));
  CHECK(has("Sở Xây dựng tỉnh Gia Lai", "Sở Giao thông vận tải tỉnh Gia Lai"));
  CHECK(has("Sở Xây dựng tỉnh Gia Lai", "Sở Giao thông vận tải tỉnh Bình Định"));
  CHECK_FALSE(has("Ủy ban nhân dân tỉnh Bình Định", "Ủy ban nhân dân tỉnh Gia Lai"));
  CHECK(predecessors(gazetteer, "Hội Trồng nấm Sao Hỏa").empty());
}

TEST_CASE("no two names of the data files share a canonical form, and aliases mean one each") {
  const Gazetteer gazetteer;
  std::map<std::string, std::string> owner;
  size_t known = 0;
  for (const Entry& entry : gazetteer.entries()) {
    if (gazetteer.kind(entry) == "none") continue;
    ++known;
    const std::string name(gazetteer.name(entry));
    const auto [it, fresh] = owner.emplace(name_key(name), name);
    CHECK_MESSAGE(fresh, name << " is there twice");
  }
  CHECK(known >= 3000);
  std::map<std::string, std::string> aliases;
  for (const Entry& entry : gazetteer.entries()) {
    if (gazetteer.kind(entry) == "none") continue;
    const std::string own(gazetteer.name(entry));
    for (const std::string_view form : gazetteer.aliases(entry)) {
      const std::string alias(form);
      const auto name = owner.find(name_key(alias));
      CHECK_MESSAGE((name == owner.end() || name->second == own),
                    alias << " of " << own << " is the name of another");
      const std::string& first = aliases.emplace(name_key(alias), own).first->second;
      CHECK_MESSAGE(first == own, alias << " stands for " << first << " and " << own);
    }
  }
}

TEST_CASE("the user's names, aliases and merges are taken") {
  Gazetteer gazetteer;
  const auto table = read_user_names(
      "# ours\n"
      "Nhóm Thiện nguyện Đồi Sim\tTNĐS; Nhóm Đồi Sim\n\n"
      "Ban nhạc Mưa Đá\t\tHội Âm nhạc Sông Kon\r\n"
      "Hội Âm nhạc Sông Kon\t\t\tHội Ca Sông Kon;Hội Đàn Sông Kon\n"
      "Ban Nội chính Trung ương\t\tBan nhạc Mưa Đá\n",
      "names.tsv");
  REQUIRE(table);
  gazetteer.add_user_names(*table);
  Recogniser recogniser(gazetteer);
  const auto found = recogniser.organisations(
      {.title = "",
       .paragraphs = {"TNĐS mời Ban nhạc Mưa Đá đến.", "Ban Nội chính TW cử người dự."},
       .published = "",
       .outlet = ""});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Nhóm Thiện nguyện Đồi Sim");
  CHECK(found[1].name == "Hội Âm nhạc Sông Kon");
  CHECK(found[1].mentions == 2);
  CHECK(predecessors(gazetteer, "Hội Âm nhạc Sông Kon") ==
        std::vector<std::string>{"Hội Ca Sông Kon", "Hội Đàn Sông Kon"});
}

TEST_CASE("the user's names have kinds, in English or Vietnamese") {
  const auto table = read_user_names(
      "Hội Ong\tHO\t\t\torg\nTrần Văn Kha\tBa Kha\t\t\tperson\nBa Kha Gió\t\tTrần Văn "
      "Kha\t\tnhân-vật\n"
      "xã Đồi Sim\t\t\txã Sim Cũ\tđịa danh\nHội Gió\n",
      "names.tsv");
  REQUIRE(table);
  std::vector<khobao::names::NameKind> kinds;
  for (const UserName& name : *table) kinds.push_back(name.kind);
  CHECK(
      (kinds == std::vector{khobao::names::NameKind::organisation, khobao::names::NameKind::person,
                            khobao::names::NameKind::person, khobao::names::NameKind::place,
                            khobao::names::NameKind::organisation}));
  CHECK(counted_as(*table, (*table)[2]).name == "Trần Văn Kha");
  CHECK(counted_as(*table, (*table)[0]).name == "Hội Ong");
  Gazetteer gazetteer;
  gazetteer.add_user_names(*table);
  CHECK(gazetteer.called(name_key("Trần Văn Kha")) == nullptr);
  CHECK(gazetteer.user_names().size() == 5);
  CHECK(related_places(gazetteer, "xã Đồi Sim") == std::vector<RelatedPlace>{{"xã Sim Cũ", ""}});
  CHECK(related_places(gazetteer, "xã Sim Cũ") == std::vector<RelatedPlace>{{"xã Đồi Sim", ""}});
}

TEST_CASE("places know what they were and became") {
  const Gazetteer gazetteer;
  const auto related = [&](std::string_view place) {
    std::vector<std::string> names;
    for (const RelatedPlace& other : related_places(gazetteer, place))
      names.push_back(other.name + (other.from.empty() ? "" : " @" + std::string(other.from)));
    return names;
  };
  const auto holds = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  CHECK(related("tỉnh Gia Lai") == std::vector<std::string>{"tỉnh Bình Định"});
  CHECK(related("tỉnh Bình Định") == std::vector<std::string>{"tỉnh Gia Lai @2025-07-01"});
  CHECK(holds(related("thành phố Hồ Chí Minh"), "tỉnh Bình Dương"));
  CHECK(holds(related("tỉnh Hà Tây"), "thành phố Hà Nội @2025-07-01"));
  CHECK(holds(related("thành phố Thủ Đức"), "quận 9"));
  CHECK(holds(related("quận 9"), "thành phố Thủ Đức"));
  CHECK(holds(related("quận Nam Từ Liêm"), "huyện Từ Liêm"));
  CHECK(holds(related("huyện Từ Liêm"), "quận Bắc Từ Liêm"));
  CHECK(holds(related("thành phố Phổ Yên"), "thị xã Phổ Yên"));
  CHECK(holds(related("huyện Phổ Yên"), "thành phố Phổ Yên"));
  CHECK(related("xã Mây").empty());
  CHECK(related("Việt Nam").empty());
}

TEST_CASE("a faulty line of the user's names is named, with what to do") {
  struct Case {
    const char* name;
    const char* table;
    const char* message;
  };
  const Case cases[] = {
      {"no name", "A Bê\n\tA\n", "x.tsv:2: no name in the first column"},
      {"no word", "...\n", "x.tsv:1: '...' holds no word"},
      {"bytes that are no text", "A \xFF\n", "x.tsv:1: not UTF-8"},
      {"columns", "A\tB\tC\tD\torg\tF\n", "x.tsv:1: more than five columns"},
      {"a kind", "Hội A\nMây\t\t\t\triver\n", "x.tsv:2: 'river' is no kind of name"},
      {"a form twice", "Hội A\tHA\n\nHội B\tha\n", "x.tsv:3: 'ha' stands on line 1 already"},
      {"a circle", "Hội A\t\tHội B\nHội B\t\tHội A\n", "x.tsv:1: 'Hội A' counts as itself"},
  };
  for (const Case& c : cases) {
    SUBCASE(c.name) {
      const auto table = read_user_names(c.table, "x.tsv");
      REQUIRE_FALSE(table);
      CHECK(table.error().message == c.message);
      CHECK_FALSE(table.error().hint.empty());
    }
  }
}

TEST_CASE("user names: of a long line without a word only the beginning is quoted") {
  const auto table = read_user_names(std::string(5'000'000, '-'), "x.tsv");
  REQUIRE_FALSE(table);
  CHECK(table.error().message ==
        "x.tsv:1: '" + std::string(100, '-') + "…' holds no word");
}

TEST_CASE("facet ids depend on the words of a name alone") {
  CHECK(name_key("Uỷ ban  nhân dân") == name_key("ủy ban nhân dân"));
  CHECK(name_key("Trường THPT số 2") == "trường thpt số 2");
}

TEST_CASE("every canonical name of the data files is recognised as itself") {
  const Gazetteer gazetteer;
  Recogniser recogniser(gazetteer);
  size_t failures = 0;
  for (const Entry& entry : gazetteer.entries()) {
    const std::string_view kind = gazetteer.kind(entry);
    if (kind == "none" || kind == "media" || entry.football || entry.cue || entry.platform)
      continue;
    const std::string name(gazetteer.name(entry));
    const auto found = recogniser.organisations(
        {.title = "", .paragraphs = {name}, .published = "", .outlet = ""});
    const bool same = found.size() == 1 && name_key(found[0].name) == name_key(name);
    if (!same) MESSAGE(name << " -> " << (found.empty() ? std::string("nothing") : found[0].name));
    failures += !same;
  }
  CHECK(failures == 0);
}

TEST_CASE("a successor's printed name is its own, and it knows what it replaced") {
  const Gazetteer gazetteer;
  for (const auto& [now, before] :
       {std::pair{"Tập đoàn Công nghiệp - Năng lượng Quốc gia Việt Nam", "Tập đoàn Dầu khí Việt Nam"},
        std::pair{"Ngân hàng Thương mại cổ phần Lộc Phát Việt Nam",
                  "Ngân hàng Thương mại cổ phần Bưu điện Liên Việt"}}) {
    CAPTURE(std::string(now));
    const auto found = gazetteer.find(now);
    REQUIRE(found.size() == 1);
    CHECK(gazetteer.name(*found[0]) == now);
    CHECK(predecessors(gazetteer, now) == std::vector<std::string>{before});
  }
}

TEST_CASE("the image of the gazetteer that is linked in is what the data files make") {
  CHECK((gazetteer_image() == linked_gazetteer_image()));
  // Read and written again it is the same.
  Gazetteer gazetteer;
  ImageWriter again;
  gazetteer.exchange(again);
  CHECK((again.bytes() == linked_gazetteer_image()));
  const Gazetteer made{Gazetteer::FromSources{}};
  CHECK(gazetteer.entries().size() == made.entries().size());
  CHECK(gazetteer.lexicon().known == &gazetteer.symbols());
  CHECK(gazetteer.lexicon().document_kind_of("ct/tw") == "chỉ thị");
}
