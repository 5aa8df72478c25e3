#include "common/archive/fields.h"

#include <doctest/doctest.h>

using namespace khobao;
using archive::FieldId;
using archive::find_field;
using archive::nearest_field;

TEST_CASE("fields: each is found by its names without accents, hyphens and capitals") {
  for (const archive::FieldRow& row : archive::kFields) {
    CAPTURE(row.name);
    CHECK(find_field(row.name) == row.id);
    archive::for_each_name(row.vietnamese, [&](std::string_view name) {
      CAPTURE(name);
      CHECK(find_field(name) == row.id);
    });
  }
  CHECK(find_field("TIÊU-ĐỀ") == FieldId::title);
  CHECK(find_field("tieude") == FieldId::title);
  CHECK(find_field("tieu_de") == FieldId::title);
  CHECK(find_field("to-chuc") == FieldId::organisation);
  CHECK(find_field("nguo\u0302\u0300n") == FieldId::source);
  CHECK(find_field("chuyenmuc") == FieldId::section);
  CHECK(find_field("chu-thich") == FieldId::caption);
  CHECK_FALSE(find_field("titles"));
  CHECK_FALSE(find_field(""));
  CHECK_FALSE(find_field("-"));
  CHECK_FALSE(find_field(std::string(1000, 'a')));
}

TEST_CASE("fields: a slip of the keyboard is near one of four letters or more") {
  CHECK(nearest_field("titel") == FieldId::title);
  CHECK(nearest_field("titles") == FieldId::title);
  CHECK(nearest_field("datee") == FieldId::date);
  CHECK(nearest_field("secton") == FieldId::section);
  CHECK_FALSE(nearest_field("or"));
  CHECK_FALSE(nearest_field("lúa"));
  CHECK_FALSE(nearest_field(""));
}

TEST_CASE("fields: readers give an article's values") {
  archive::Article article;
  article.outlet = "Báo Bến Lội";
  article.section = "Thời sự";
  article.author = "MÂY HẠ;TTXVN";
  article.organisations = {{"Hội Ong", 2}, {"Đội Cầu Mây", 1}};
  article.people = {{"Trần Văn Kha", 2}};
  article.places = {{"tỉnh Bình Định", 1}};
  article.document_keys = {"chỉ thị|35|ct/tw|"};
  const auto values = [&](FieldId id) { return archive::field(id).reader(article); };
  using Values = std::vector<std::string>;
  CHECK(values(FieldId::source) == Values{"Báo Bến Lội"});
  CHECK(values(FieldId::section) == Values{"Thời sự"});
  CHECK(values(FieldId::author) == Values{"Mây Hạ", "TTXVN"});
  CHECK(values(FieldId::organisation) == Values{"Hội Ong", "Đội Cầu Mây"});
  CHECK(values(FieldId::person) == Values{"Trần Văn Kha"});
  CHECK(values(FieldId::place) == Values{"tỉnh Bình Định"});
  CHECK(values(FieldId::document) == Values{"chỉ thị|35|ct/tw|"});
}

TEST_CASE("fields: documents are shown as people write them, other values as they are") {
  CHECK(archive::shown_value(FieldId::document, "chỉ thị|35|ct/tw|khóa 12") ==
        "Chỉ thị 35-CT/TW (khóa XII)");
  CHECK(archive::shown_value(FieldId::section, "a|b") == "a|b");
}

TEST_CASE("fields: a slot tells the field whose ids it holds") {
  CHECK(archive::field_of_slot(archive::Slot::section) == FieldId::section);
  CHECK_FALSE(archive::field_of_slot(archive::Slot::stream));
}
