#include "tests/support/known_articles.h"

#include "tests/support/spelling.h"

namespace khobao::test {

const std::vector<TestArticle>& known_articles() {
  static const std::vector<TestArticle> articles = {
      {.id = "cau",
       .date = "2020-07-02T08:43:10",
       .title = "Khánh thành cầu Bến Lội",
       .body = "Sáng 2/7, xã Đồng Mây khánh thành cầu Bến Lội dài 412 m trên sông Kon. Người dân "
               "hai bờ đi lại thuận lợi hơn trước. Cầu được xây theo Nghị quyết số 18 - NQ/TU của "
               "tỉnh, sau nhiều lần họp hội. Nghị trình kỳ tới còn có đường nối.",
       .source = "Báo Sông Kon"},
      {.id = "gao",
       .date = "2020-07-15",
       .title = "Lúa gạo được giá",
       .body = "Giá lúa gạo ở vùng hạ lưu sông Kon tăng 12,5% so với vụ trước. Bà con nông dân "
               "phấn khởi vì vụ mùa được giá lại được mùa."},
      {.id = "chay",
       .date = "2020-07-15",
       .title = "Giải chạy quanh hồ Mây",
       .body = "Hơn 1.665 người chạy quanh hồ Mây trong buổi sáng mưa nhẹ. Ban tổ chức trao giải "
               "cho mười người về đầu."},
      {.id = "truc-tuyen",
       .date = "2020-07-31T23:59:00",
       .title = "Họp bàn phòng dịch",
       .body = "Hội nghị trực tuyến bàn việc phòng, chống dịch Covid -19 ở các xã ven sông. Các "
               "điểm cầu nghe báo cáo về nguồn thuốc và giường bệnh."},
      {.id = "dai-hoi",
       .date = "2020-08-20",
       .title = "\u00D0ại hội \u00D0ảng bộ xã Đồng Mây",
       .body = "Đảng uỷ xã Đồng Mây tổ chức đại hội nhiệm kỳ mới. Đại hội bầu ban chấp hành gồm "
               "mười lăm người và bàn về cầu đường, thuỷ lợi, trường học."},
      {.id = "nfd",
       .date = "2021-01-05",
       .title = decomposed("Hợp tác xã Hòa Bình mở xưởng"),
       .body = decomposed("Hợp tác xã Hòa Bình vừa mở xưởng sấy lúa gạo cạnh cầu Bến Lội. Xưởng "
                          "chạy thử từ cuối năm ngoái và nay đã ổn định.")},
      {.id = "thuy-loi",
       .date = "2021-02-28",
       .title = "Nạo vét kênh thuỷ lợi",
       .body = "Công trình thuỷ lợi ở Hoà Bình được nạo vét trước mùa khô. Nhiều thanh niên khoẻ "
               "mạnh tham gia đào kênh, đắp bờ suốt ba ngày."},
      {.id = "mua-lu",
       .date = "2021-12-31",
       .title = "Mưa lũ cuối năm",
       .body = "Mưa lũ làm ngập nhiều tuyến đường ven sông Kon. Phòng chống lụt bão được chỉ đạo "
               "trực tuyến. Hội nghị rút kinh nghiệm sẽ họp sau tết."},
      {.id = "le-hoi",
       .date = "2022-01-01",
       .title = "Lễ hội cầu ngư",
       .body = "Ngư dân làng biển rước thuyền hoa trong buổi sáng đầu năm. Lễ vật gồm hoa quả và "
               "gạo nếp thơm.",
       .source = "Báo Sông Kon"},
      {.id = "covid",
       .date = "2022-03-03",
       .title = "Xã Đồng Mây mở lại chợ",
       .body = "Chợ xã mở lại sau hai tháng nghỉ vì Covid. Người bán hàng đeo khẩu trang, đo thân "
               "nhiệt mỗi buổi sáng. Cầu mong mọi việc sớm trở lại như cũ."},
      {.id = "ky-uc",
       .date = "",
       .title = "Ký ức bến sông",
       .body = "Ngày ấy chưa có cầu, người làng qua sông bằng đò ngang. Nay các cụ xem hội nghị "
               "trực tuyến ngay ở nhà văn hóa và kể chuyện cũ cho con cháu nghe."},
      {.id = "so-tay",
       .date = "",
       .title = "Sổ tay nhà nông",
       .body = "Muốn giữ lúa gạo qua mùa mưa phải phơi thật khô rồi mới đóng bao. Kho chứa cần "
               "thoáng và kê cao khỏi mặt nền."},
  };
  return articles;
}

const Archive& known_archive() {
  static const Archive archive(known_articles());
  return archive;
}

}  // namespace khobao::test
