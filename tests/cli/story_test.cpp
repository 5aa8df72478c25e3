// --story: articles on one event, in time, and nothing of another place or year.
#include <doctest/doctest.h>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

// Invented: a bridge that fell, told by three outlets and once more word for word; the same in
// another place in the same week; the same place two years before; and news beside them.
const Archive& archive() {
  static const Archive archive([] {
    std::vector<TestArticle> all = {
        {"sap-1", "2020-07-02", "Sập cầu Bến Lội ở Đồng Mây",
         "Chiều 2/7, cầu Bến Lội bắc qua sông Cạn ở huyện Đồng Mây bị sập khi một xe tải chở cát đi "
         "qua. Ba người bị thương được đưa vào trạm xá xã Gò Me. Công an huyện Đồng Mây khám nghiệm "
         "hiện trường cầu Bến Lội.",
         "Báo Sông Kôn"},
        {"sap-2", "2020-07-03", "Xe tải chở cát quá tải làm sập cầu Bến Lội",
         "Lái xe tải chở cát khai xe nặng gấp đôi mức cho phép khi cầu Bến Lội sập hôm 2/7. Công an "
         "huyện Đồng Mây tạm giữ lái xe. Ba người bị thương ở trạm xá xã Gò Me đã tỉnh.",
         "Đồng Mây Online"},
        {"sap-3", "2020-07-05", "Bắc cầu phao thay cầu Bến Lội",
         "Ba ngày sau khi cầu Bến Lội sập, huyện Đồng Mây bắc cầu phao qua sông Cạn cho dân xã Gò Me "
         "đi lại. Lái xe tải chở cát vẫn bị tạm giữ.",
         "Báo Sông Kôn"},
        {"sap-khac", "2020-07-04", "Sập cầu treo Khe Vằng ở Mường Thín",
         "Sáng 4/7, cầu treo Khe Vằng ở huyện Mường Thín bị đứt cáp và sập khi đàn trâu đi qua. Không "
         "ai bị thương. Huyện Mường Thín cấm người qua suối Vằng.",
         "Báo Khe Vằng"},
        {"nam-truoc", "2018-07-02", "Cầu Bến Lội hỏng lan can",
         "Chiều 2/7, cầu Bến Lội qua sông Cạn ở huyện Đồng Mây hỏng lan can khi xe tải chở cát đi qua.",
         "Báo Sông Kôn"}};
    TestArticle copy = all[0];
    copy.id = "sap-1-chep";
    copy.date = "2020-07-04";
    copy.source = "Báo Gò Me";
    all.push_back(copy);
    const char* const other[] = {"giá lúa", "hội làng", "trận bóng", "lớp học", "chợ phiên",
                                 "mưa rào", "vườn cam", "đàn vịt",  "bến đò",  "lò gốm"};
    for (size_t i = 0; i < 40; ++i) {
      const std::string topic = other[i % 10];
      all.push_back({"khac-" + std::to_string(i), "2020-07-0" + std::to_string(1 + i % 8),
                     "Chuyện " + topic + " số " + std::to_string(i),
                     "Bà con kể chuyện " + topic + " ở thôn " + std::to_string(i) +
                         ", ai cũng vui và mong mùa sau lại được như vậy."});
    }
    return all;
  }());
  return archive;
}

std::vector<std::string> story_of(const std::string& id) {
  return ids_of(archive().answer({"--story", id}).hits);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("story: an event's articles in time, a repost after its first printing") {
  CHECK(listed(story_of("sap-1")) == listed(Ids{"sap-1", "sap-1-chep", "sap-2", "sap-3"}));
  CHECK(listed(story_of("sap-2")) == listed(Ids{"sap-1", "sap-1-chep", "sap-2", "sap-3"}));
}

TEST_CASE("story: another place's like event and another year's are other stories") {
  CHECK(listed(story_of("sap-khac")) == "sap-khac");
  CHECK(listed(story_of("nam-truoc")) == "nam-truoc");
}

TEST_CASE("story: an article alone says so, an unknown one is refused, --explain says why") {
  const CliResult alone = archive().search({"--story", "sap-khac"});
  CHECK(alone.code == 0);
  CHECK(alone.out.find("no other article on its event was found") != std::string::npos);
  const CliResult unknown = archive().search({"--story", "không có"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("no article has the id 'không có'") != std::string::npos);
  const Answer answer = archive().answer({"--story", "sap-1", "--explain"});
  REQUIRE(answer.hits.size() == 4);
  CHECK(answer.hits[2].features.contains("words"));
  CHECK(answer.hits[2].features.contains("names"));
  CHECK(answer.hits[2].features.contains("days"));
  CHECK(answer.groups == 3);
}
