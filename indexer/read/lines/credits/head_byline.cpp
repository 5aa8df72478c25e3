#include "indexer/read/lines/credits/head_byline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/byline.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/credits/person_name.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kLongestLineBytes = 140;
constexpr size_t kMostNameWords = 12;

constexpr std::string_view kSigns[] = {"-", "|", ",", ";", ":", "/", "•", "·", "–", "—", "*", "»"};

std::string_view without_signs(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    text = trim(text);
    for (std::string_view sign : kSigns) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size()), again = true;
      if (text.ends_with(sign)) text.remove_suffix(sign.size()), again = true;
    }
  }
  return text;
}

// "Bởi Lê Na", "Tác giả: Lê Na", "By Lê Na", "PV Lê Na" -> "Lê Na".
bool strip_announcement(std::string_view& text) {
  constexpr std::string_view kWords[] = {
      "Tác giả:",  "Tác giả",    "TÁC GIẢ:",    "Bởi:",        "Bởi",       "bởi",
      "By:",       "By",         "by",          "BY",          "Đăng bởi:", "Đăng bởi",
      "Viết bởi:", "Viết bởi",   "Gửi bởi:",   "Gửi bởi",    "Submitted by", "Người viết:", "Người đăng:", "Posted by", "Written by",
      "Author:",   "Thực hiện:", "Bài viết:",   "Tin, ảnh:",   "Bài, ảnh:", "Bài và ảnh:",
      "Bài:",      "Tin:",       "Phóng viên:", "Biên tập:"};
  for (std::string_view word : kWords) {
    if (!text.starts_with(word) || text.size() <= word.size() + 1) continue;
    if (!word.ends_with(':') && text[word.size()] != ' ') continue;
    return text = without_signs(text.substr(word.size())), true;
  }
  return false;
}

// "Lê Na (thực hiện)", "Lê Na và 1 tác giả khác", "Lê Na - Báo Mây", "Lê Na lena@may.example".
void strip_tail(std::string_view& text) {
  if (text.ends_with(')')) {
    const size_t open = text.rfind('(');
    if (open != std::string_view::npos && open > 0) text = without_signs(text.substr(0, open));
  }
  if (text.ends_with("tác giả khác")) {
    const size_t at = text.rfind(" và ");
    if (at != std::string_view::npos) text = without_signs(text.substr(0, at));
  }
  for (size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@')) {
    const size_t begin = text.rfind(' ', at);
    if (begin == std::string_view::npos) return text = {}, void();
    text = without_signs(text.substr(0, begin));
  }
  for (std::string_view sign : {" - ", " – ", " | ", " / ", "/", ", "}) {
    const size_t at = text.rfind(sign);
    if (at == std::string_view::npos) continue;
    const std::string_view behind = trim(text.substr(at + sign.size()));
    if (!known_outlet(behind).empty() || !host_of(behind).empty())
      text = without_signs(text.substr(0, at));
  }
}

bool is_outlet(std::string_view text) {
  return !known_outlet(text).empty() || !host_of(text).empty();
}

bool is_desk_form(std::string_view text) {
  const std::string form = comparison_form(text);
  constexpr std::array<std::string_view, 35> kDesks = {"pv",           "p v",
                                                       "ctv",          "btv",
                                                       "nhóm pv",      "nhóm phóng viên",
                                                       "phóng viên",   "ban biên tập",
                                                       "biên tập",     "biên tập viên",
                                                       "tòa soạn",     "bbt",
                                                       "quản trị",     "quản trị viên",
                                                       "admin",        "administrator",
                                                       "super user",   "editor",
                                                       "ban thời sự",  "bạn đọc",
                                                       "tổng hợp",     "webmaster",
                                                       "ban quản trị", "cộng tác viên",
                                                       "nhóm tác giả", "theo",
                                                       "by",           "bởi",
                                                       "posted by",    "written by",
                                                       "đăng bởi",     "viết bởi",
                                                       "người đăng",   "tác giả",
                                                       "root"};
  return std::find(kDesks.begin(), kDesks.end(), form) != kDesks.end();
}

}  // namespace

bool is_desk(std::string_view author) { return is_desk_form(author); }

std::string head_byline(std::string_view line) {
  if (line.size() > kLongestLineBytes || count_words(line) > kMostNameWords) return "";
  std::string_view text = without_signs(line);
  strip_announcement(text);
  strip_tail(text);
  if (text.empty() || is_outlet(text) || is_desk_form(text) || !is_byline_name(text)) return "";
  return std::string(text);
}

std::string byline_before_date(std::string_view line, size_t date_begin) {
  std::string_view text = without_signs(line.substr(0, date_begin));
  // The weekday and the words that announce a date stand between.
  for (std::string_view word : {"Thứ ", "thứ ", "THỨ ", "Chủ ", "CHỦ ", "Ngày ", "ngày ", "Lúc ",
                                "lúc ", "Cập nhật", "cập nhật", "Đăng ", "đăng ", " vào", " on "}) {
    const size_t at = text.find(word);
    if (at != std::string_view::npos) text = without_signs(text.substr(0, at));
  }
  // "Xã hội | Lê Na": the last part that is a name.
  for (std::string_view sign : {"|", " • ", " · "}) {
    const size_t at = text.rfind(sign);
    if (at != std::string_view::npos) text = without_signs(text.substr(at + sign.size()));
  }
  return head_byline(text);
}

std::string person_stated(std::string_view stated) {
  std::string_view text = without_signs(stated);
  if (text.find("://") != std::string_view::npos || text.starts_with("www.")) return "";
  strip_announcement(text);
  for (std::string_view word : {"Theo ", "theo ", "THEO "}) {
    if (text.starts_with(word)) text = without_signs(text.substr(word.size()));
  }
  strip_tail(text);
  if (text.empty() || is_outlet(text) || is_desk_form(text)) return "";
  return std::string(text);
}

}  // namespace khobao::read
