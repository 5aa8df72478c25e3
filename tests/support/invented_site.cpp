#include "tests/support/invented_site.h"

#include <algorithm>
#include <random>

namespace khobao::test {
namespace {

// Syllables are put together at random: the site must have as many words as a language.
const std::vector<std::string> kOnsets = {"b", "c",  "ch", "d", "đ", "g",  "h",  "kh", "l", "m",
                                          "n", "nh", "ph", "s", "t", "th", "tr", "v",  "x", "r"};
const std::vector<std::string> kRimes = {"a",   "an",  "áng", "ào",  "ê",  "ên", "ịch",
                                         "ó",   "om",  "ông", "ở",   "ơi", "ú",  "uân",
                                         "uốn", "ược", "y",   "iêu", "ầm", "ắc"};
const std::vector<std::string> kVerbs = {"kể chuyện", "sửa xong", "trông coi", "góp tiền",
                                         "vẽ lại",    "bàn nhau", "dọn sạch",  "nhớ tới"};

struct Template {
  std::vector<std::string> above, below;
  std::string promotion;  ///< after the first paragraph; "" for none
  size_t teasers;
};

// Words that the reader's tables don't have, as far as they can be helped.
const std::vector<Template> kTemplates = {
    {{"Chuyện bản tôi", "Góc nhà nông", "Sợi chỉ đỏ", "Lối cũ ta về", "Hương vị quê"},
     {"Cùng Mây Xanh lan tỏa điều tử tế mỗi ngày", "Tổng đài Mây Xanh luôn mở cửa đón bạn",
      "Mây Xanh được vận hành bởi những người yêu sông Kon trên nền Suối Bạc."},
     "",
     5},
    {{"Sông nước", "Người quê", "Nghề xưa", "Bếp lửa"},
     {"Nguồn: [Link nguồn]", "Phần nghe xem đã hết, bấm vòng tròn để quay lại từ đầu"},
     "Nghe giọng đọc Mai Mây kể lại câu chuyện này",
     4},
    {{"Mục lục ngày", "Trang nhất xưa", "Tranh vui", "Đố nhau", "Câu hay ý đẹp", "Thư từ xa"},
     {"Độc bản trên Mây Xanh, chép lại xin nhớ tên người viết.",
      "Quỹ Mây Lành tiếp nhận tấm lòng của bạn đọc gần xa mỗi thứ hai."},
     "",
     0},
    {{},
     {"Mây Xanh bản đọc nhanh cho người vội", "Chạm hai lần vào ảnh để ngắm trọn khung hình"},
     "Bản đồ tương tác: kéo sang trái để thấy cả làng",
     6}};

class Site {
 public:
  Site(unsigned seed, size_t pages) : random_(seed) {
    for (size_t i = 0; i < pages; ++i) pages_.push_back(page(i));
  }

  std::vector<InventedPage> take() { return std::move(pages_); }

 private:
  const std::string& any(const std::vector<std::string>& words) {
    return words[random_() % words.size()];
  }

  std::string words(size_t count) {
    std::string out;
    for (; count > 0; --count) out += (out.empty() ? "" : " ") + any(kOnsets) + any(kRimes);
    return out;
  }

  std::string sentence() {
    return "Bà con " + words(4) + " " + any(kVerbs) + " " + words(7) + ", còn " + words(5) +
           " thì " + std::to_string(random_() % 900) + " người " + any(kVerbs) + ".";
  }

  // Hardly differs from the one of yesterday.
  std::vector<std::string> forecast() {
    return {"Phía bắc sông Kon nhiều mây, có mưa vài nơi, gió nhẹ, nhiệt độ thấp nhất từ " +
                std::to_string(15 + random_() % 9) + " độ.",
            "Phía nam sông Kon ngày nắng, chiều tối có mưa rào và dông vài nơi, gió đông cấp hai.",
            "Vùng biển Kim Sa sóng cao một đến hai mét, tàu thuyền chú ý khi ra khơi đánh bắt xa."};
  }

  InventedPage page(size_t i) {
    InventedPage page;
    page.name = "trang-" + std::to_string(1000 + i) + ".txt";
    const Template& form = kTemplates[random_() % kTemplates.size()];
    std::string title;
    if (i > 20 && random_() % 10 == 0) {
      const size_t earlier = random_() % i;
      title = titles_[earlier];
      page.own = pages_[earlier].own;
    } else if (random_() % 12 == 0) {
      title = "Dự báo thời tiết sông Kon ngày thứ " + std::to_string(i) + " của mùa";
      page.own = forecast();
    } else {
      title = "Chuyện " + words(4) + " " + any(kVerbs) + " " + words(4);
      for (size_t n = 3 + random_() % 5; n > 0; --n)
        page.own.push_back(sentence() + " " + sentence());
      if (random_() % 12 == 0) page.own.insert(page.own.begin() + 1, any(short_headings_));
    }
    const auto odd = [&](const std::string& line) {
      page.furniture.push_back(line);
      page.text += line + "\n\n";
    };
    page.text = title + "\n\n";
    for (const std::string& line : form.above) odd(line);
    for (size_t n = 0; n < page.own.size(); ++n) {
      page.text += page.own[n] + "\n\n";
      if (n == 0 && !form.promotion.empty()) odd(form.promotion);
    }
    for (size_t n = 0; n < form.teasers && !titles_.empty(); ++n) {
      const std::string teaser =
          titles_[titles_.size() - 1 - random_() % std::min<size_t>(titles_.size(), 12)];
      if (teaser != title) odd(teaser);
    }
    for (const std::string& line : form.below) odd(line);
    titles_.push_back(title);
    return page;
  }

  // Headings of a text, that stand in many articles and belong there.
  const std::vector<std::string> short_headings_ = {"Chuyện xưa", "Nỗi lo còn đó", "Ngày mai"};

  std::mt19937 random_;
  std::vector<std::string> titles_;
  std::vector<InventedPage> pages_;
};

}  // namespace

std::vector<InventedPage> invented_site(unsigned seed, size_t pages) {
  return Site(seed, pages).take();
}

}  // namespace khobao::test
