"""Layouts made after the misses of batch b had been mended, for a last look."""
from layout_pages import MENU, TEASERS, Page, head, layout, links, paragraphs


@layout("c")
def c_vtv():
    p = Page("c01.html", 3, published="2026-02-11T13:24", author="Hà Anh", source="VTV.vn")
    head(p, p.story["title"] + " | VTV.VN")
    p.truth["source"] = "VTV.VN"
    p.put("<div class='header'><ul>" + links(MENU) + "</ul></div><div class='noidung'>",
          f"<h1 class='title_detail'>{p.story['title']}</h1>",
          "<p class='news-info'><b>Hà Anh</b>-Thứ tư, ngày 11/02/2026 13:24 GMT+7</p>")
    p.furniture("VTV.vn trên Google News", wrap="<a href='#'>{}</a>")
    p.put(f"<h2 class='sapo'>VTV.vn - {p.story['sapo']}</h2><div class='ta-justify' id='entry-body'>")
    paragraphs(p)
    p.put("</div>")
    p.furniture("* Mời quý độc giả theo dõi các chương trình đã phát sóng của Đài Truyền hình trên TV Online!", wrap="<p>{}</p>")
    return p.put("</div></body></html>")


@layout("c")
def c_tintuc():
    p = Page("c02.html", 4, published="2025-12-20T09:48", author="Thu Phương", source="TTXVN")
    head(p, p.story["title"] + " | baotintuc.example")
    p.put("<div class='menu-top'>" + links(MENU, "<a href='/{n}'>{t}</a>") + "</div>",
          f"<h1 class='detail-title'>{p.story['title']}</h1><div class='date'><span class='txt'>Thứ Bảy, 20/12/2025 09:48</span></div>",
          f"<h2 class='sapo'>{p.story['sapo']}</h2><div class='contents'>")
    paragraphs(p)
    p.put("</div><div class='author'>Thu Phương (TTXVN)</div>")
    p.furniture("Chia sẻ:", "Từ khóa: mổ nội soi, khớp gối", wrap="<div>{}</div>")
    p.furniture("Tin liên quan", "Tin cùng chuyên mục", wrap="<h4>{}</h4>")
    p.furniture(TEASERS[0], TEASERS[3], wrap="<li><a href='#'>{}</a></li>")
    return p.put("</body></html>")


@layout("c")
def c_nhandan():
    p = Page("c03.html", 0, published="2026-01-07T17:31", author="LÊ TRUNG", source=None)
    head(p, p.story["title"], "<meta property='article:published_time' content='2026-01-07T17:31:00+0700'>")
    p.put("<div class='site-header__menu'>" + links(MENU) + "</div><div class='article'>",
          f"<h1 class='article__title'>{p.story['title']}</h1><div class='article__sapo'>{p.story['sapo']}</div>",
          "<div class='article__meta'><time>Thứ Tư, ngày 07/01/2026 - 17:31</time></div><div class='article__body'>")
    paragraphs(p)
    p.put(f"<figure><figcaption>{p.story['caption']} (Ảnh: LÊ TRUNG)</figcaption></figure><p style='text-align:right'><strong>LÊ TRUNG</strong></p></div></div>")
    p.furniture("Có thể bạn quan tâm", wrap="<h3>{}</h3>")
    p.furniture(TEASERS[1], wrap="<a class='cms-link' href='#'>{}</a>")
    return p.put("</body></html>")


@layout("c")
def c_province():
    p = Page("c04.html", 5, published="2022-05-05", author="Ngọc Thảo", source=None)
    head(p, "Báo Vàm Thủ online")
    p.put("<div id='menu_chinh'>" + links(MENU[:9]) + "</div><div class='detail_news'>",
          f"<div class='news_title'>{p.story['title']}</div><div class='news_date'>Cập nhật ngày: 05/05/2022</div>",
          f"<div class='news_lead'>{p.story['sapo']}</div><div class='news_body'>")
    paragraphs(p, "<div>{}</div>")
    p.put("<div align='right'>Bài, ảnh: Ngọc Thảo</div></div></div>")
    p.truth["source"] = "Báo Vàm Thủ online"
    p.furniture("Tin bài khác", "Lên đầu trang", wrap="<div class='oth'>{}</div>")
    p.furniture(TEASERS[2], TEASERS[4], wrap="<li><a href='#'>{}</a></li>")
    return p.put("</body></html>")


@layout("c")
def c_news_list():
    p = Page("c05.html", 1, title=None)
    p.truth["kind"] = "listing"
    p.story = dict(p.story, text=[])
    head(p, "Kinh tế")
    p.put("<ul class='menu'>" + links(MENU) + "</ul><div class='list'>")
    for i in range(15):
        p.put(f"<div class='row'><a href='/n{i}.html'>{TEASERS[i % 6]} lần {i + 2}</a><p>Người dân trong vùng kể rằng mùa này năm nào cũng đông vui, xe cộ nối nhau chật cả con đường...</p></div>")
    return p.put("</div></body></html>")


@layout("c")
def c_md_links():
    p = Page("c20.md", 1, published="2026-03-02T15:10", author="Anh Thư", source=None)
    p.put("[Báo Mây](/) [Mới nhất](/moi) [Podcast](/pod) [Video](/vid)", "", "Hà Nội 24°C", "")
    p.odd += ["Hà Nội 24°C", "Podcast"]
    p.put(*[f"- [{m}](/{i})" for i, m in enumerate(MENU)], "")
    p.put("- [Kinh tế](/kt)", "- [Nông nghiệp](/nn)", "", f"# {p.story['title']}", "", "Anh Thư", "", "02/03/2026 15:10", "", "A A A", "")
    p.odd.append("A A A")
    p.put(f"### {p.story['sapo']}", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.furniture("Chia sẻ", "Bình luận", "Nhập nội dung bình luận của bạn", "Tin cùng chuyên mục")
    p.furniture(TEASERS[2], TEASERS[5], wrap="[{}](/t)")
    return p.furniture("Hotline: 0909 111 222", "Mọi hành động sử dụng nội dung phải được sự đồng ý bằng văn bản của Báo Mây")


@layout("c")
def c_md_plain():
    p = Page("c21.md", 2, published="2023-11-16", author=None, source="haitrieu.example")
    p.put(f"# {p.story['title']}", "", "**Source:** https://haitrieu.example/lop-boi.html", "**Published:** 2023-11-16", "", "---", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("c")
def c_md_comments():
    p = Page("c22.md", 5, published="2025-03-09T08:55", author="Kiều Oanh", source=None)
    p.put(f"# {p.story['title']}", "", "Chủ nhật, 09/03/2025 - 08:55", "", f"## {p.story['sapo']}", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.put("**Kiều Oanh**", "")
    p.furniture("Ý kiến (3)", "Quan tâm nhất / Mới nhất")
    p.put("", "### Trần Văn A", "", "Chợ nổi ngày xưa đông lắm, giờ mới lại thấy, mừng quá.", "", "8 giờ trước")
    p.odd.append("8 giờ trước")
    return p


@layout("c")
def c_txt_refs():
    p = Page("c40.txt", 4, published="2024-02-29T10:10", author="Vũ Hân", source=None)
    p.furniture("[1]Trang chủ", "[2]Sức khỏe", "[3]Đời sống")
    p.put("", p.story["title"], "", "10:10 29/02/2024", "Vũ Hân", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p.furniture("References", "1. https://kimsa.example/", "2. https://kimsa.example/suc-khoe")


@layout("c")
def c_txt_scan():
    p = Page("c41.txt", 0, published=None, author=None, source=None)
    p.put(p.story["title"].upper(), "")
    p.truth["title"] = p.story["title"].upper()
    for t in p.story["text"]:
        line = ""
        for w in t.split():
            if len(line) + len(w) > 55:
                p.put(line.strip())
                line = ""
            line += w + " "
        p.put(line.strip(), "")
    return p


@layout("c")
def c_txt_author_first():
    p = Page("c42.txt", 3, published="2026-04-21T11:02", author="Đào Nguyên", source=None)
    p.put(p.story["title"], "Đào Nguyên • 11:02, 21/04/2026 • Văn hóa", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p.furniture("Theo dõi Sông Thao trên Facebook", "Gửi phản hồi")


@layout("c")
def c_txt_theo():
    p = Page("c43.txt", 1, published="2018-08-08T06:00", author=None, source="Dân Trí")
    p.put(p.story["title"], "06:00 | 08/08/2018", p.story["sapo"], *p.story["text"], "Theo Dân Trí")
    return p.furniture("Tags: hồ tiêu, Lộc Thạnh", "Bài viết liên quan", TEASERS[0], TEASERS[1])
