#pragma once
/// Twelve invented articles that most search tests share.
#include "tests/support/archive.h"

namespace khobao::test {

/// Ten dated 2020 to 2022, two undated; one in NFD, one with the tones of newer print (hoà, thuỷ).
///
///   id          published         what it is there for
///   cau         2020-07-02T08:43  the document number 18-NQ/TU; "hội nghị" split by a sentence's
///   end gao         2020-07-15        lúa gạo; same day as chay, so that the id decides chay
///   2020-07-15 truc-tuyen  2020-07-31T23:59  "hội nghị trực tuyến", "Covid -19" dai-hoi 2020-08-20
///   Đảng uỷ, Ðảng bộ with U+00D0 nfd         2021-01-05        all of it in NFD: Hòa Bình, hợp tác
///   xã thuy-loi    2021-02-28        thuỷ lợi, khoẻ, hoà: tones as newer print places them mua-lu
///   2021-12-31        mưa lũ; "trực tuyến hội nghị" in the wrong order le-hoi      2022-01-01 "Lễ
///   hội cầu ngư", a lone title word covid       2022-03-03        covid without a hyphen ky-uc
///   undated           hội nghị trực tuyến in its caption-like last line so-tay      undated lúa
///   gạo
const std::vector<TestArticle>& known_articles();

/// The archive of them, indexed once in a process.
const Archive& known_archive();

}  // namespace khobao::test
