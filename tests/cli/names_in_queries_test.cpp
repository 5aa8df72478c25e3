// Words of a query that are a name the archive knows: a match names it, in any of its forms.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

// Invented.
const Archive& archive() {
  static const Archive made({
      {.id = "kha",
       .date = "2020-07-01",
       .title = "Mưa lũ ở Bình Định",
       .body = "Ông Trần Văn Kha, Giám đốc Sở Y tế tỉnh Bình Định, cho biết ba trạm y tế hư hỏng. "
               "Theo ông Kha, thuốc men vẫn đủ dùng."},
      {.id = "khac",
       .date = "2020-07-02",
       .title = "Lễ hội làng",
       .body = "Bà Trần Thị Na mở lớp học văn ở xã bên. Cụ Kha đến dự. Lũ đã rút."},
      {.id = "nho",
       .date = "2020-07-03",
       .title = "Một bản tin chép tay",
       .body = "bản chép tay ghi: trần văn kha có mặt hôm ấy."},
      {.id = "ubnd",
       .date = "2020-07-04",
       .title = "Đường mới",
       .body = "UBND tỉnh Phú Thọ khánh thành con đường ven sông."},
      {.id = "uyban",
       .date = "2020-07-05",
       .title = "Cầu mới",
       .body = "Ủy ban nhân dân tỉnh Phú Thọ họp bàn về cây cầu."},
      {.id = "hoabinh",
       .date = "2020-07-06",
       .title = "Thủy điện",
       .body = "Ông Lê Văn Mây, Chủ tịch UBND tỉnh Hòa Bình, thăm nhà máy. Tỉnh Hòa Bình xả lũ."},
      {.id = "hoadam",
       .date = "2020-07-07",
       .title = "Hội nghị",
       .body = "Hai nước mong muốn hòa bình và hợp tác lâu dài."},
      // A name of plain words is offered where three articles name it.
      {.id = "hoabinh-cau",
       .date = "2020-07-08",
       .title = "Cây cầu treo",
       .body = "Tỉnh Hòa Bình khánh thành cây cầu treo mới."},
      {.id = "hoabinh-cho",
       .date = "2020-07-09",
       .title = "Phiên chợ cuối năm",
       .body = "Phiên chợ cuối năm ở tỉnh Hòa Bình mở ba ngày."},
  });
  return made;
}

std::string found(const std::vector<std::string>& args) {
  std::vector<std::string> all = {"--sort", "oldest"};
  all.insert(all.end(), args.begin(), args.end());
  return listed(ids_of(archive().answer(all).hits));
}

}  // namespace

TEST_CASE("a query that is a name finds who names it, and what prints it letter for letter") {
  CHECK(found({"trần văn kha"}) == "kha nho");
  CHECK(found({"Trần Văn Kha"}) == "kha nho");
  CHECK(found({"tran van kha"}) == "kha nho");
  CHECK(found({"--match", "all", "trần văn kha"}) == "kha khac nho");
  CHECK(found({"lũ trần văn kha"}) == "kha");
  CHECK(found({"--", "lũ -trần văn kha"}) == "khac hoabinh");
  CHECK(found({"\"trần văn kha\""}) == "kha nho");
  CHECK(found({"title:(trần văn kha)"}).empty());
}

TEST_CASE("a body is named in any of its forms") {
  CHECK(found({"ubnd tỉnh phú thọ"}) == "ubnd uyban");
  CHECK(found({"ủy ban nhân dân tỉnh phú thọ"}) == "ubnd uyban");
  CHECK(found({"uy ban nhan dan tinh phu tho"}) == "ubnd uyban");
  CHECK(found({"ubnd tỉnh phú thọ cầu"}) == "uyban");
}

TEST_CASE("the answer says which names were read, and how to take them as words") {
  const Answer answer = archive().answer({"lũ trần văn kha"});
  REQUIRE(answer.names.size() == 1);
  const AnswerName& name = answer.names.front();
  CHECK(name.words == "trần văn kha");
  CHECK(name.field == "person");
  CHECK(name.values == std::vector<std::string>{"Trần Văn Kha"});
  CHECK(name.searched);
  CHECK(name.query == "lũ person:\"trần văn kha\"");
  const std::string note =
      "'trần văn kha' is read as the name of person Trần Văn Kha (--literal or --match all: as "
      "words)";
  CHECK(std::find(answer.notes.begin(), answer.notes.end(), note) != answer.notes.end());
  CHECK(archive().search({"trần văn kha"}).out.find(note + "\n") != std::string::npos);
  for (const std::vector<std::string>& undone :
       {std::vector<std::string>{"--literal", "trần văn kha"},
        std::vector<std::string>{"--match", "all", "trần văn kha"},
        std::vector<std::string>{"\"trần văn kha\""}}) {
    const Answer words = archive().answer(undone);
    CHECK(words.names.empty());
    CHECK(std::find(words.notes.begin(), words.notes.end(), note) == words.notes.end());
  }
}

TEST_CASE("a name that is also plain words stays words and is offered") {
  CHECK(found({"hòa bình"}) == "hoabinh hoadam hoabinh-cau hoabinh-cho");
  const Answer answer = archive().answer({"lũ hòa bình"});
  REQUIRE(answer.names.size() == 1);
  CHECK_FALSE(answer.names.front().searched);
  CHECK(answer.names.front().query == "lũ place:\"hòa bình\"");
  const std::pair<std::string, bool> offer{"lũ place:\"hòa bình\"", false};
  CHECK(std::find(answer.suggestions.begin(), answer.suggestions.end(), offer) !=
        answer.suggestions.end());
  CHECK(found({"place:\"hòa bình\""}) == "hoabinh hoabinh-cau hoabinh-cho");
}

TEST_CASE("a numbered document among the words is told as what --doc finds") {
  const Archive decrees({{.id = "a",
                          .date = "2020-07-01",
                          .title = "Quy định mới",
                          .body = "Theo Nghị định 100/2019/NĐ-CP, mức phạt tăng."}});
  const Answer answer = decrees.answer({"mức phạt 100/2019/NĐ-CP"});
  REQUIRE(answer.names.size() == 1);
  CHECK(answer.names.front().field == "doc");
  CHECK(answer.names.front().values == std::vector<std::string>{"Nghị định 100/2019/NĐ-CP"});
  CHECK(answer.names.front().query == "mức phạt doc:\"100/2019/NĐ-CP\"");
  CHECK_FALSE(answer.names.front().searched);
}

TEST_CASE("names: relevance order, counts, lists, facets and pages agree") {
  for (const char* query : {"trần văn kha", "ubnd tỉnh phú thọ", "phú thọ OR trần văn kha",
                            "đường ubnd tỉnh phú thọ", "bình định -trần văn kha"}) {
    CAPTURE(std::string(query));
    const Answer all = archive().answer({"--sort", "newest", "--facets", "org,date", "--", query});
    std::vector<std::string> ids = ids_of(all.hits);
    CHECK(all.total == ids.size());
    CHECK(archive().search({"--count", "--", query}).out == std::to_string(ids.size()) + "\n");
    std::vector<std::string> relevant = ids_of(archive().answer({"--", query}).hits, true);
    std::vector<std::string> paged;
    for (size_t page = 0; page < ids.size(); ++page) {
      const Answer one = archive().answer(
          {"--limit", "1", "--offset", std::to_string(page), "--no-partial", "--", query});
      for (const std::string& id : ids_of(one.hits)) paged.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    std::sort(relevant.begin(), relevant.end());
    std::sort(paged.begin(), paged.end());
    CHECK(relevant == ids);
    CHECK(paged == ids);
    uint64_t dated = 0;
    for (const auto& day : all.facets.at("date")) dated += day.second;
    CHECK(dated == all.total);
  }
}
