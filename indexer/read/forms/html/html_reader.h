#pragma once
/// HTML pages, whole ones and fragments, as browsers would show them.
#include <string_view>

#include "common/base/result.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// The lines of a page in reading order, each marked as heading, caption or furniture where the
/// markup tells, and what its metadata state. PHP and ASP blocks, scripts, styles and hidden
/// elements are left out; everything else is kept, furniture too. `utf8_bytes`: see to_utf8_text();
/// entities are decoded, and pages that spell TCVN3, VNI or VISCII bytes as entities are mended.
///
///   <nav>…</nav><h1>Bà con gặt lúa sớm</h1><p>Sáng 2/6, …<p class=author>Lê Na
///   -> furniture …, heading "Bà con gặt lúa sớm", "Sáng 2/6, …", "Lê Na"; stated.author "Lê Na"
///
/// Errors: ErrorCode::input for pages over the limits of clean_html(). A page without text gives no
/// lines. Threads: may be called from several at once.
Result<Page> read_html(std::string_view utf8_bytes);

}  // namespace khobao::read
