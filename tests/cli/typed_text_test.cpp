// What is printed one way and typed another meets.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"
#include "tests/support/spelling.h"

using namespace khobao::test;

namespace {

TestArticle article(const std::string& id, const std::string& body) {
  return {.id = id, .date = "2021-01-02", .title = "Chuyện ở xã Sao Kon", .body = body};
}

// An invented archive; each thing is printed in several ways, one article each.
const Archive& archive() {
  static const Archive kArchive({
      article("d-dot", "Sáng 16.12, xã mở chợ hoa."),
      article("d-slash", "Sáng 16/12, xã mở chợ cá."),
      article("d-words", "Sáng 16 tháng 12, xã mở chợ vải."),
      article("d-full", "Lễ diễn ra ngày 20/11/2016 ở trường."),
      article("d-full-words", "Lễ diễn ra ngày 20 tháng 11 năm 2016 ở trường."),
      article("q-roman", "Trong quý IV/2016, hợp tác xã lãi to."),
      article("q-figure", "Trong quý 4/2016, hợp tác xã lãi nhỏ."),
      article("q-year", "Trong quý 4 năm 2016, hợp tác xã hòa vốn."),
      article("q-month", "Trong tháng 4/2016, quý khách đến đông."),
      article("u-joined", "Đội U23 thắng trận."),
      article("u-hyphen", "Đội U-23 thua trận."),
      article("u-dot", "Đội U.23 hòa trận."),
      article("u-space", "Đội U 23 nghỉ."),
      article("i-joined", "Bán iPhone7 cũ."),
      article("i-space", "Bán iPhone 7 mới."),
      article("k-joined", "Chạy 100km về nhà."),
      article("k-space", "Chạy 100 km về quê."),
      article("m-dong", "Quả này giá 500.000 đồng một cân."),
      article("m-d", "Quả này giá 500.000đ một túi."),
      article("m-plain", "Quả này giá 500000đ một thùng."),
      article("a-page", "Theo https://baomay.example/tin-tuc/mot-bai-1.html thì đúng."),
      article("a-site", "Theo www.baomay.example thì đúng."),
      article("a-mail", "Gửi về toasoan@baomay.example nhé."),
      article("c-plus", "Lớp dạy lập trình C++ ở xã."),
      article("c-sharp", "Lớp dạy lập trình C# ở thôn."),
      article("c-letter", "Vitamin C có trong quả."),
      article("e-one", "Trận này chiếu trên kênh K+1 tối nay."),
      article("e-other", "Đội K thắng 1 trận."),
      article("v-joined", "Giá chè tăng 3% so với trước."),
      article("v-space", "Giá chè giảm 3 % so với trước."),
      article("v-words", "Giá chè giữ ba phần, tức 3 phần trăm."),
      article("v-number", "Giá chè tăng 3 lần so với trước."),
      article("p-dash", "Đường từ Bà Rịa - Vũng Tàu về."),
      article("p-dash-2", "Người Bà Rịa - Vũng Tàu hát."),
      article("p-dash-3", "Cá ở Bà Rịa - Vũng Tàu ngon."),
      article("h-court", "HĐXX tuyên án chiều nay."),
      article("h-board", "HĐQT họp chiều nay."),
      article("h-jury", "Ban giám khảo chấm thi."),
      article("h-organiser", "BTC công bố lịch."),
      article("t-before-name", "TS Lò Văn Mây nói về lúa, GS.TS Vàng A Gió cũng nói."),
      article("t-words", "Tiến sĩ Sùng Thị Nắng về trường."),
      article("t-exam-1", "Mỗi thí sinh (TS) nộp hồ sơ, TS cần đọc kỹ."),
      article("t-exam-2", "Các thí sinh (TS) làm bài, TS nộp bài đúng giờ."),
      article("w-dotted", "Đoàn của Đảng ủy T.Ư về thăm."),
      article("w-letters", "Đoàn của Đảng ủy TW về họp."),
      article("w-capitals", "Đoàn của Đảng ủy TƯ về chơi."),
      article("n-gong", "Ông Kpă Hlơng đánh chiêng, người M'nông nghe."),
      article("n-gong-2", "Bà Kpă Hlơng hát, người M'nông múa."),
      article("n-farm", "Nông dân gặt lúa, nông sản được giá."),
      article("f-fans", "CĐV hò reo."),
      article("f-writers", "CTV viết bài."),
      article("g-xuong", "Phân xưởng chè mở cửa."),
  });
  return kArchive;
}

// The ids of the matches, sorted.
std::string matches_of(const std::string& query) {
  auto ids = ids_of(archive().answer({"--sort", "newest", "--limit", "100", "--", query}).hits);
  std::sort(ids.begin(), ids.end());
  return listed(ids);
}

struct Case {
  std::string want;
  std::vector<std::string> queries;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    for (const std::string& query : c.queries) {
      CAPTURE(query);
      CHECK(matches_of(query) == c.want);
    }
  }
}

}  // namespace

TEST_CASE("typed text: dates and quarters") {
  check({
      {"d-dot d-slash d-words", {"sáng 16.12", "sáng 16/12", "sáng 16-12", "sang 16.12"}},
      {"d-full d-full-words",
       {"20/11", "ngày 20/11", "ngày 20-11", "ngày 20 tháng 11", "20/11/2016", "ngày 20.11.2016",
        "ngày 20 tháng 11 năm 2016"}},
      {"q-figure q-roman q-year",
       {"quý 4/2016", "quý IV/2016", "quý 4 năm 2016", "Quý IV năm 2016", "quý tư năm 2016",
        "quí 4/2016", "quy 4/2016"}},
      {"q-month", {"tháng 4/2016", "4/2016"}},
  });
}

TEST_CASE("typed text: letters, numbers and units") {
  check({
      {"u-dot u-hyphen u-joined u-space", {"U23", "U-23", "U.23", "U 23", "u23", "đội U23"}},
      {"i-joined i-space", {"iPhone 7", "iPhone7", "iphone-7"}},
      {"k-joined k-space", {"100km", "100 km", "chạy 100 km"}},
      {"m-d m-dong m-plain", {"500.000 đồng", "500.000đ", "500000đ", "500000 đồng", "500.000 VNĐ"}},
  });
  check({{"v-joined v-space v-words", {"3%", "3 %", "3 phần trăm", "chè 3 %"}}});
  // The article's own spelling stands first.
  CHECK(archive().answer({"U23"}).hits.front().id == "u-joined");
  CHECK(archive().answer({"iPhone7"}).hits.front().id == "i-joined");
  CHECK(archive().answer({"iPhone 7"}).hits.front().id == "i-space");
  CHECK(archive().answer({"100km"}).hits.front().id == "k-joined");
  CHECK(archive().answer({"100 km"}).hits.front().id == "k-space");
}

TEST_CASE("typed text: addresses and words with signs") {
  check({
      {"a-mail a-page a-site", {"baomay.example", "www.baomay.example", "https://baomay.example/"}},
      {"a-page", {"baomay.example/tin-tuc", "baomay.example/tin-tuc/mot-bai-1.html"}},
      {"a-mail", {"toasoan@baomay.example"}},
      {"c-plus", {"C++", "c++"}},
      {"c-sharp", {"C#"}},
      {"c-letter c-plus c-sharp", {"C"}},
      {"e-one", {"K+", "K+1", "kênh K+"}},
  });
  CHECK(archive().answer({"baomay.example"}).hits.front().id == "a-site");
}

TEST_CASE("typed text: abbreviations mean what they stand for, and nothing beside it") {
  check({
      {"h-court", {"HĐXX", "hội đồng xét xử"}},
      {"h-board", {"HĐQT", "hdqt"}},
      {"h-jury", {"ban giám khảo"}},
      {"h-organiser", {"BTC"}},
      {"t-before-name t-words", {"tiến sĩ"}},
      {"t-before-name", {"TS Lò Văn Mây", "ts lò văn mây", "tiến sĩ Lò Văn Mây", "GS.TS Vàng A Gió"}},
      {"t-before-name t-exam-1 t-exam-2 t-words", {"TS"}},
      {"w-capitals w-dotted w-letters", {"đảng ủy T.Ư", "đảng ủy TW", "Đảng ủy TƯ"}},
      {"f-fans", {"CĐV", "cdv", "cdv ho reo"}},
      {"n-gong n-gong-2", {"Kpă Hlơng", "kpa hlong", "M'nông", "mnong", "mnông"}},
  });
}

TEST_CASE("typed text: what is nowhere is said to be, not searched as its neighbour") {
  const Answer answer = archive().answer({"ctx"});
  CHECK(answer.total == 0);
  CHECK(std::find(answer.notes.begin(), answer.notes.end(), "'ctx' occurs nowhere") !=
        answer.notes.end());
}

TEST_CASE("typed text: no dash excludes inside a name, and a longer one nowhere") {
  check({{"p-dash p-dash-2 p-dash-3",
          {"Bà Rịa -Vũng Tàu", "Bà Rịa – Vũng Tàu", "Bà Rịa –Vũng Tàu", "bà rịa -vũng tàu"}}});
  const CliResult named = archive().search({"--", "Bà Rịa -Vũng Tàu"});
  CHECK((named.out + named.err).find("write NOT Vũng") != std::string::npos);
  const CliResult dash = archive().search({"--", "đường –tàu"});
  CHECK((dash.out + dash.err).find("write -tàu with a plain hyphen") != std::string::npos);
}

TEST_CASE("typed text: only the end of a word may be left open") {
  for (const char* query : {"*ưởng", "x*g"}) {
    CAPTURE(query);
    const CliResult answer = archive().search({query});
    CHECK((answer.out + answer.err).find("only the end of a word may be left open") !=
          std::string::npos);
  }
}

TEST_CASE("typed text: a batch with a byte order mark and a query without words") {
  archive().write("bom.tsv", "\xEF\xBB\xBF" "1\tU23\r\n2\t…\r\n3\tC++\r\n");
  const CliResult batch =
      archive().search({"--batch", "bom.tsv", "--format", "trec", "--limit", "1"});
  CHECK(batch.code == 0);
  CHECK(batch.out.starts_with("1 Q0 "));
  CHECK(batch.out.find("\n3 Q0 ") != std::string::npos);
  CHECK(batch.err.find("bom.tsv: line 2: query '2' is left out") != std::string::npos);
}

TEST_CASE("typed text: ids of files named with letters and marks apart") {
  const Archive files;
  files.write("in/" + decomposed("tệp tiếng Việt.txt"),
              plain_text({.id = "", .date = "2020-07-02", .title = "Bài viết kể chuyện ở xã",
                          .body = "Người dân trong xã cùng nhau sửa đường và trồng cây ven sông."}));
  REQUIRE(files.update({"--root", "bao=in"}).code == 0);
  CHECK(files.search({"--show", "bao/tệp tiếng Việt.txt"}).code == 0);
  CHECK(files.search({"--show", decomposed("bao/tệp tiếng Việt.txt")}).code == 0);
  CHECK(files.search({"--show", "bao/tệp.txt"}).code == 2);
  files.write("c.jsonl",
              R"({"id":"bao/tệp tiếng Việt.txt","field":"published","value":"2019-01-01"})" "\n");
  const CliResult corrected = files.update({"--root", "bao=in", "--corrections", "c.jsonl"});
  CHECK(corrected.err.empty());
  CHECK(files.answer({"--from", "2019", "--to", "2019"}).total == 1);
  // Read from the file again, it stays corrected.
  CHECK(files.indexer("rebuild", {"--root", "bao=in"}).code == 0);
  CHECK(files.answer({"--from", "2019", "--to", "2019"}).total == 1);
}
