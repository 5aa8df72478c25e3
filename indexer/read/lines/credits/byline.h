#pragma once
/// Who wrote an article and whom it credits, as the line at its end signs it.
///
///   "LÊ NA"                      -> author LÊ NA
///   "Bài, ảnh: Lê Na"            -> author Lê Na
///   "L.N (theo Mây Báo)"         -> author L.N, credit Mây Báo
///   "CTV Lê Na/VOV.VN"           -> author CTV Lê Na, credit VOV.VN
///   "Theo Lê Na (Dân Việt)"      -> author Lê Na, credit Dân Việt
///   "(Theo https://may.example/)", "Theo: may.vn", "Nguồn: TTXVN" -> credit
///   "Ảnh: Lê Na", "Nguồn ảnh: AFP" -> neither
/// An outlet that no table knows is believed after "Theo" alone.
#include <string>
#include <string_view>

namespace khobao::read {

struct Signature {
  std::string author;  ///< as printed, "" where none
  std::string credit;

  bool operator==(const Signature&) const = default;
  explicit operator bool() const { return !author.empty() || !credit.empty(); }
};

/// `line` as a whole is a signature: at most 14 words and nothing else in it.
Signature read_signature(std::string_view line);

/// The signature after the last sentence of a paragraph: "… trong ngày. Lê Na".
Signature read_closing_signature(std::string_view paragraph);

/// The name after "Tác giả:", "Bài, ảnh:" anywhere in the paragraph; "" without one.
std::string labelled_author(std::string_view paragraph);

/// True for the line above a signature under an official text: "KT. BỘ TRƯỞNG".
bool is_signatory_post(std::string_view line);

}  // namespace khobao::read
