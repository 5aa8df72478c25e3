#include "tests/support/repost_articles.h"

namespace khobao::test {

const std::vector<std::string>& bridge_story() {
  static const std::vector<std::string> story = {
      "Sáng 2/7, xã Đồng Mây làm lễ khánh thành cầu Bến Lội bắc qua sông Kôn sau hai năm thi công.",
      "Cầu dài 412 m, rộng 9 m, nối hai bờ mà trước đây bà con phải qua lại bằng đò ngang.",
      "Ông Phan Kha, chủ tịch xã, nói cây cầu giúp học trò thôn Hạ đến trường nhanh hơn nửa giờ.",
      "Kinh phí xây cầu là 38 tỷ đồng, một phần do người dân trong vùng đóng góp bằng ngày công.",
      "Tại buổi lễ, đội trống của làng Vạn biểu diễn và hàng trăm người đi bộ qua cầu lần đầu.",
      "Xã dự định trồng hai hàng phượng dọc đường dẫn và mở chợ phiên ở đầu cầu từ tháng sau.",
  };
  return story;
}

std::string told(const std::vector<std::string>& story, size_t first, size_t last) {
  std::string text;
  for (size_t i = first; i < last; ++i) text += (text.empty() ? "" : " ") + story[i];
  return text;
}

std::vector<TestArticle> repost_articles() {
  const auto& story = bridge_story();
  const auto bulletin = [](const std::string& day, const std::string& price,
                           const std::string& other) {
    return "Giá lúa tại chợ Vạn ngày " + day + " là " + price + " đồng một ký, giá gạo thơm là " +
           other + " đồng một ký, giá gạo nếp là " + other + "5 đồng một ký, lượng về chợ đạt " +
           price.substr(0, 2) + " tấn, sức mua của thương lái trong vùng vẫn ổn định như mọi khi.";
  };
  return {
      {.id = "kon",
       .date = "2020-07-02T08:10",
       .title = "Khánh thành cầu Bến Lội",
       .body = told(story, 0, 6),
       .source = "Báo Sông Kôn"},
      {.id = "may",
       .date = "2020-07-02T09:30",
       .title = "Đồng Mây có cầu mới",
       .body = told(story, 0, 6) + " (Theo Báo Sông Kôn)",
       .source = "Báo Hồ Mây"},
      {.id = "van",
       .date = "2020-07-02T11:00",
       .title = "Cầu Bến Lội thông xe",
       .body = told(story, 0, 3),
       .source = "Báo Làng Vạn"},
      {.id = "lede",
       .date = "2020-07-03T06:00",
       .title = "Người thôn Hạ hết cảnh đò ngang",
       .body = "Niềm vui lớn đã đến với người dân đôi bờ sông Kôn. " + told(story, 1, 6),
       .source = "Báo Thôn Hạ"},
      {.id = "muon",
       .date = "2020-07-04T07:00",
       .title = "Khánh thành cầu Bến Lội",
       .body = told(story, 0, 6),
       .source = "Báo Núi Xanh"},
      {.id = "lua-1",
       .date = "2020-07-02",
       .title = "Giá lúa hôm nay",
       .body = bulletin("2/7", "6100", "9200")},
      {.id = "lua-2",
       .date = "2020-07-03",
       .title = "Giá lúa hôm nay",
       .body = bulletin("3/7", "6350", "9480")},
      {.id = "khac",
       .date = "2020-07-05",
       .title = "Cầu Bến Lội và chuyện trồng phượng",
       .body = "Hai hàng phượng ở đầu cầu Bến Lội vừa được đoàn viên xã trồng xong, mỗi cây do một "
               "nhà trong thôn chăm. Ai cũng mong hè sang năm hoa nở đỏ cả bến sông."},
      {.id = "cho",
       .date = "2020-08-01",
       .title = "Mở chợ phiên",
       .body = "Phiên chợ đầu tiên họp từ tờ mờ sáng, bán rau, cá đồng và vải thổ cẩm của làng bên. "
               "Người bán kẻ mua đông vui đến tận trưa mới vãn."},
  };
}

}  // namespace khobao::test
