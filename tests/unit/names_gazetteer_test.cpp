#include <doctest/doctest.h>

#include <algorithm>

#include "common/names/name_key.h"
#include "common/names/recogniser.h"

using namespace khobao::names;

TEST_CASE("a name is found by alias, without accents and by its beginning") {
  const Gazetteer gazetteer;
  for (const char* query : {"Ủy ban Kiểm tra Trung ương", "UBKT Trung ương",
                            "uy ban kiem tra trung uong", "uy ban kiem tra tr"}) {
    CAPTURE(query);
    const auto found = gazetteer.find(query);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0]->name == "Ủy ban Kiểm tra Trung ương");
  }
  CHECK(gazetteer.find("Hội Trồng nấm Sao Hỏa").empty());
  const auto nearest = gazetteer.nearest("Ngân hàng Thế giơi mới", 3);
  REQUIRE_FALSE(nearest.empty());
  CHECK(nearest[0]->name == "Ngân hàng Thế giới");
}

TEST_CASE("a merged body knows its predecessors and is not one of them") {
  const Gazetteer gazetteer;
  const auto before = gazetteer.predecessors("Bộ Nông nghiệp và Môi trường");
  CHECK(before == std::vector<std::string>{"Bộ Nông nghiệp và Phát triển nông thôn",
                                           "Bộ Tài nguyên và Môi trường"});
  CHECK(name_key("Bộ Nông nghiệp và Môi trường") != name_key("Bộ Tài nguyên và Môi trường"));
}

TEST_CASE("the user's names, aliases and merges are taken") {
  Gazetteer gazetteer;
  REQUIRE(gazetteer.add_user_names(
      "{\"name\": \"Nhóm Thiện nguyện Đồi Sim\", \"aliases\": [\"TNĐS\"]}\n\n"
      "{\"name\": \"Ban nhạc Mưa Đá\", \"merge_into\": \"Hội Âm nhạc Sông Kon\"}\n"));
  Recogniser recogniser(gazetteer);
  const auto found = recogniser.organisations({.title = "",
                                               .paragraphs = {"TNĐS mời Ban nhạc Mưa Đá đến."},
                                               .published = "",
                                               .outlet = ""});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Nhóm Thiện nguyện Đồi Sim");
  CHECK(found[1].name == "Hội Âm nhạc Sông Kon");
}

TEST_CASE("an unreadable line of the user's names is named") {
  Gazetteer gazetteer;
  const auto result = gazetteer.add_user_names("{\"name\": \"A Bê\"}\n{\"nam\": 1}\n");
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "cannot read names, line 2: no \"name\"");
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
    if (entry.kind == "none" || entry.kind == "media" || entry.football || entry.cue ||
        entry.platform)
      continue;
    const auto found = recogniser.organisations(
        {.title = "", .paragraphs = {entry.name}, .published = "", .outlet = ""});
    const bool same = found.size() == 1 && name_key(found[0].name) == name_key(entry.name);
    if (!same)
      MESSAGE(entry.name << " -> " << (found.empty() ? std::string("nothing") : found[0].name));
    failures += !same;
  }
  CHECK(failures == 0);
}
