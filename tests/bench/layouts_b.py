"""Layouts that were measured unseen, and mended by afterwards."""
import json

from layout_pages import MENU, STORIES, TEASERS, Page, crawl_menu, head, layout, links, paragraphs, wrapped


@layout("b")
def b_fck():
    p = Page("b01.html", 1, published="2026-02-24T05:00", author="Thi Hà", source="Báo Mây Xanh")
    head(p, p.story["title"] + " - Báo Mây Xanh", "<meta name='its_publication' content='1771884000'>")
    p.put("<section class='section top-header'><span class='time-now'>Thứ hai, 8/6/2026</span></section>",
          "<nav class='main-nav'>" + links(MENU) + "</nav><section class='page-detail'><div class='header-content'>",
          "<ul class='breadcrumb'><li><a href='/kinh-doanh'>Kinh doanh</a></li></ul><span class='date'>Thứ ba, 24/2/2026, 05:00 (GMT+7)</span></div>",
          f"<h1 class='title-detail'>{p.story['title']}</h1><p class='description'><span class='location-stamp'>Lộc Thạnh</span>{p.story['sapo']}</p><article class='fck_detail'>")
    paragraphs(p, "<p class='Normal'>{}</p>")
    p.put("<p class='Normal' style='text-align:right;'><strong>Thi Hà</strong></p></article>")
    p.furniture("Trở lại Kinh doanh", "Lưu", wrap="<a href='#'>{}</a>")
    p.furniture("Đọc nhiều nhất", "Tin cùng chuyên mục", wrap="<h2>{}</h2>")
    p.furniture(TEASERS[0], TEASERS[1], wrap="<h4 class='title-news'><a href='#'>{}</a></h4>")
    return p.put("</section></body></html>")


@layout("b")
def b_content_detail():
    p = Page("b02.html", 0, published="2025-11-02T08:30", author="Thúy Nga", source=None)
    head(p, p.story["title"])
    p.put("<div class='mainNav'>" + links(MENU) + "</div><div class='bread-crumb-detail'><ul><li><a href='#'>Thời sự</a></li></ul><div class='bread-crumb-detail__time'>Chủ nhật, 02/11/2025 - 08:30</div></div>",
          f"<h1 class='content-detail-title'>{p.story['title']}</h1><div class='article-detail-author-wrapper'><p class='article-detail-author__info'><span class='name'><a href='#'>Thúy Nga</a></span></p></div>",
          f"<h2 class='content-detail-sapo sm-sapo-mb-0'>{p.story['sapo']}</h2><div class='maincontent main-content'>")
    paragraphs(p)
    p.put("<article class='insert-wiki-content'><a href='#'>")
    p.furniture(TEASERS[4], wrap="<span class='insert-wiki-title'>{}</span>")
    p.put("</a></article></div>")
    p.furniture("Bình luận", "Chủ đề: cầu treo", "Xem các bài viết của tác giả", wrap="<div class='x'>{}</div>")
    return p.put("</body></html>")


@layout("b")
def b_sharepoint():
    p = Page("b03.html", 3, published="2014-07-21", author="Phan Thịnh", source="Tạp chí Sông Thao điện tử")
    head(p, "Tạp chí Sông Thao điện tử")
    p.put("<form id='aspnetForm'><div id='topnav'>" + links(MENU[:8]) + "</div><div id='NewsDetail'>",
          "<div class='ngaythang'>21/7/2014</div>", f"<div class='tieudechinh'>{p.story['title']}</div>", f"<div class='tomtat'>{p.story['sapo']}</div>", "<div class='noidung'>")
    paragraphs(p)
    p.put("<p style='text-align: right'><b>Phan Thịnh</b></p></div>")
    p.furniture("Các bài cũ hơn", "In trang này", "Gửi thư", wrap="<div>{}</div>")
    p.furniture(TEASERS[0] + " (20/7/2014)", wrap="<a href='#'>{}</a>")
    return p.put("</div></form></body></html>")


@layout("b")
def b_drupal():
    p = Page("b04.html", 4, published="2020-12-09T15:12", author="bienphong", source="Sở Y tế Kim Sa")
    p.truth["author"] = None
    head(p, p.story["title"] + " | Sở Y tế Kim Sa")
    p.put("<div class='region region-navigation'>" + links(MENU[:5]) + "</div>", f"<h1 class='page-header'>{p.story['title']}</h1>",
          "<div class='node node-article'><div class='submitted'>Submitted by bienphong on Wed, 12/09/2020 - 15:12</div><div class='field field-name-body'>")
    paragraphs(p)
    p.put("</div></div><div class='region-footer'>")
    p.furniture("Bản quyền 2020 Sở Y tế Kim Sa", wrap="<p>{}</p>")
    return p.put("</div></body></html>")


@layout("b")
def b_epi():
    p = Page("b05.html", 5, published="2026-03-28T18:02", author="Trung Hiếu - Ngọc Mai", source="Vamthu.example")
    head(p, p.story["title"] + " | Miền sông nước | Vamthu.example")
    p.put("<div class='menu-nav'>" + links(MENU, "<a href='#'>{t}</a>") + "</div><div class='details__headline cms-title'>" + p.story["title"] + "</div>",
          "<div class='details__meta'><div class='source'><time datetime='2026-03-28T18:02:00+07:00'>28/03/2026 - 18:02</time></div></div>",
          f"<div class='details__summary cms-desc'>{p.story['sapo']}</div><div class='details__content cms-body'>")
    p.put(f"<p>{p.story['text'][0]}</p><div class='cms-relate'>")
    p.furniture(TEASERS[3], wrap="<a href='#'>{}</a>")
    p.put("</div>")
    p.put(*[f"<p>{t}</p>" for t in p.story["text"][1:]])
    p.put("<p class='cms-author'>Trung Hiếu - Ngọc Mai</p></div>")
    p.furniture("Tin mới", "Đọc nhiều", wrap="<h3 class='box-heading'>{}</h3>")
    p.furniture(TEASERS[2], TEASERS[5], wrap="<h2 class='story__heading'><a href='#'>{}</a></h2>")
    return p.put("</body></html>")


@layout("b")
def b_ward():
    """A ward's portal: no heading, date in brackets behind the headline."""
    p = Page("b06.html", 2, published="2023-06-12", author=None, source=None)
    head(p, "UBND xã Hải Triều - " + p.story["title"])
    p.put("<table><tr><td class='left'><ul>" + links(["Giới thiệu chung", "Bộ máy tổ chức", "Tin tức", "Công khai ngân sách", "Liên hệ"]) + "</ul></td><td class='main'>",
          "<div class='modtitle'>TIN TỨC</div>", f"<div class='lblTitle'><b>{p.story['title']}</b></div><i>(12/06/2023)</i>", f"<p><b>{p.story['sapo']}</b></p>")
    paragraphs(p)
    p.furniture("Tin khác", "Đầu trang", "Quay lại", wrap="<div>{}</div>")
    p.put("</td><td class='right'>")
    p.furniture("Thống kê truy cập", "Hôm nay: 215", "Thời tiết", wrap="<div>{}</div>")
    return p.put("</td></tr></table></body></html>")


@layout("b")
def b_substack():
    p = Page("b07.html", 3, published="2025-08-15", author="Bùi Vân", source=None)
    head(p, p.story["title"] + " - Thư từ trung du", "<meta name='author' content='Bùi Vân'><meta property='og:type' content='article'>")
    p.put("<div class='topbar'><a href='/'>Thư từ trung du</a></div>")
    p.furniture("Subscribe", "Sign in", wrap="<button>{}</button>")
    p.put(f"<article class='newsletter-post post'><h1 class='post-title'>{p.story['title']}</h1><h3 class='subtitle'>{p.story['sapo']}</h3>",
          "<div class='byline'><a href='#'>Bùi Vân</a></div><div class='pencraft'>15 tháng 8, 2025</div><div class='body markup'>")
    paragraphs(p)
    p.put("</div>")
    p.furniture("Discussion about this post", "Comments", "Restacks", wrap="<h4>{}</h4>")
    return p.put("</article></body></html>")


@layout("b")
def b_amp():
    p = Page("b08.html", 0, published="2024-04-18T12:25", author="Ngọc Ánh", source=None)
    head(p, p.story["title"], "<script type='application/ld+json'>" + json.dumps({"@type": "NewsArticle", "headline": p.story["title"], "datePublished": "2024-04-18T12:25:00+07:00", "author": {"@type": "Person", "name": "Ngọc Ánh"}, "publisher": {"@type": "Organization", "name": "Báo Mây"}}, ensure_ascii=False) + "</script>")
    p.truth["source"] = "Báo Mây"
    p.put("<amp-sidebar id='s'>" + links(MENU) + "</amp-sidebar>", f"<h1 class='amp-title'>{p.story['title']}</h1><div class='amp-time'>18/04/2024 12:25</div><div class='amp-intro'>{p.story['sapo']}</div>")
    paragraphs(p)
    p.furniture("Xem bản đầy đủ", "Liên hệ quảng cáo: 0901 000 222", wrap="<div>{}</div>")
    return p.put("</body></html>")


@layout("b")
def b_english_ui():
    p = Page("b09.html", 1, published="2026-05-30T10:00", author="Hạ My", source=None)
    head(p, p.story["title"], "<meta property='article:published_time' content='2026-05-30 10:00:00'><meta property='article:author' content='https://facebook.com/hamy'>")
    p.put("<div role='navigation'>" + links(MENU) + "</div>", f"<main><h1>{p.story['title']}</h1><p>By <strong>Hạ My</strong></p><p>May 30, 2026 10:00 AM</p>", f"<p>{p.story['sapo']}</p>")
    paragraphs(p)
    p.furniture("Share this:", "Related", "Leave a Reply", wrap="<h3>{}</h3>")
    return p.put("</main></body></html>")


@layout("b")
def b_longform():
    p = Page("b10.html", 5, published="2025-01-25T06:00", author="Nội dung: Quốc Đạt", source=None)
    p.truth["author"] = "Quốc Đạt"
    head(p, p.story["title"] + " | E-magazine", "<meta property='og:updated_time' content='2025-01-25T06:00:00+07:00'>")
    p.put("<div class='emag-cover'></div>", f"<h1>{p.story['title']}</h1><div class='emag-lead'>{p.story['sapo']}</div><div class='emag-body'>")
    p.put(f"<p>{p.story['text'][0]}</p><h2>Bốn giờ sáng trên sông</h2>", *[f"<p>{t}</p>" for t in p.story["text"][1:]])
    p.put("<div class='emag-credit'><p>Nội dung: Quốc Đạt</p><p>Thiết kế: Hải Yến</p><p>25/01/2025 06:00</p></div></div>")
    p.furniture("Quay lại trang chủ", "Bản quyền © Tạp chí Miền Sông", wrap="<p>{}</p>")
    return p.put("</body></html>")


@layout("b")
def b_saved_front():
    """A section front: cards with teasers; to be a listing."""
    p = Page("b11.html", 0, title=None)
    p.truth["kind"] = "listing"
    p.story = dict(p.story, text=[])
    head(p, "Thời sự - Báo Mây")
    p.put("<nav>" + links(MENU) + "</nav><h1>Thời sự</h1>")
    for i in range(12):
        t = TEASERS[i % 6] + ("" if i < 6 else " năm thứ hai")
        p.put(f"<article class='item-news'><h3 class='title-news'><a href='/a{i}.html'>{t}</a></h3><p class='description'><a href='/a{i}.html'>{STORIES[i % 6]['sapo']}</a></p><span class='time'>{i + 1} giờ trước</span></article>")
    return p.put("</body></html>")


@layout("b")
def b_md_firecrawl():
    p = Page("b20.md", 2, published="2026-04-11T17:45", author="Lan Anh", source=None)
    p.put("[Skip to content](https://haitrieu.example/#main)", "", "- [Trang chủ](https://haitrieu.example/)", "- [Thời sự](https://haitrieu.example/thoi-su)", "- [Giáo dục](https://haitrieu.example/giao-duc)", "")
    p.odd += ["Thời sự"]
    p.put("Thứ bảy, 11/4/2026 17:45 (GMT+7)", "", f"# {p.story['title']}", "", "[Lan Anh](https://haitrieu.example/tac-gia/lan-anh)", "", f"**{p.story['sapo']}**", "")
    p.put("![](https://haitrieu.example/1.jpg)", "", f"_{p.story['caption']} Ảnh: Lan Anh_", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.put("Chủ đề:", "", "[#dạy bơi](https://haitrieu.example/tag/day-boi)", "")
    p.odd += ["#dạy bơi"]
    p.furniture("Đọc tiếp", "Bình luận (12)")
    p.put("", "Nguyễn Văn Tèo", "", "Lớp học này hay quá, mong nơi nào cũng có.", "", "Thích Trả lời 2 giờ trước")
    p.odd += ["Thích Trả lời 2 giờ trước"]
    return p


@layout("b")
def b_md_obsidian():
    p = Page("b21.md", 3, published="2025-09-09", author="Ngô Thanh", source="https://trungdu.example/kich-song-thao")
    p.put("---", f"title: {p.story['title']}", "source: https://trungdu.example/kich-song-thao", "author:", "  - \"[[Ngô Thanh]]\"", "published: 2025-09-09", "created: 2026-06-01", "description: " + p.story["sapo"], "tags:", "  - clippings", "---", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("b")
def b_md_readability():
    p = Page("b22.md", 4, published="2026-02-13T07:15", author="Bảo Châu", source=None)
    p.put(f"# {p.story['title']}", "", "> Bảo Châu · 07:15 13/02/2026", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    p.put("---", "")
    p.furniture("Mời quý vị theo dõi các bản tin y tế trên fanpage của bệnh viện.", wrap="*{}*")
    return p


@layout("b")
def b_md_dump_date_after():
    p = Page("b23.md", 0, published="2026-01-30T14:22", author="Văn Khoa", source=None)
    crawl_menu(p, MENU)
    p.furniture("Thứ ba, ngày 9 tháng 6 năm 2026", "Nhập từ khóa cần tìm")
    p.put("", "Xã hội", "", f"## {p.story['title']}", "", "Văn Khoa | 30/01/2026 14:22", "")
    p.furniture("Theo dõi Báo Mây trên Google News", wrap="[{}](https://news.google.com/x)")
    p.put("", f"**{p.story['sapo']}**", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.furniture("Tin đọc nhiều", wrap="#### {}")
    p.furniture(TEASERS[1], TEASERS[2], TEASERS[3], wrap="[{}](https://bao.example/u)")
    return p.furniture("Liên hệ: toasoan@bao.example", "Chịu trách nhiệm xuất bản: Trần Mây")


@layout("b")
def b_md_table_layout():
    p = Page("b24.md", 5, published="2013-10-05", author=None, source=None)
    p.put("| [Trang chủ](/) | [Tin tức](/tt) | [Văn bản](/vb) |", "| --- | --- | --- |", "", f"**{p.story['title']}**", "", "*Ngày đăng: 05/10/2013*", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    p.odd += ["Tin tức"]
    p.furniture("Các tin liên quan:", wrap="**{}**")
    p.furniture(TEASERS[0] + " (01/10)", wrap="* [{}](/x)")
    return p


@layout("b")
def b_md_apify():
    p = Page("b25.md", 1, published="2026-03-15T19:40", author="Quỳnh Như", source="nnmay.example")
    p.put(f"# {p.story['title']} | Nông nghiệp Mây", "", "URL: https://nnmay.example/ho-tieu.html", "Crawl time: 2026-06-10T03:00:00Z", "", "Menu", "", "Đăng nhập", "")
    p.odd += ["Menu", "Đăng nhập"]
    p.put(f"# {p.story['title']}", "", "Quỳnh Như", "19:40 15/03/2026", "", f"### {p.story['sapo']}", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.furniture("Chia sẻ", "Copy link", "In bài viết", "Cùng chuyên mục")
    return p.furniture(TEASERS[4], wrap="##### [{}](https://nnmay.example/z)")


@layout("b")
def b_txt_newsplease():
    p = Page("b40.txt", 2, published=None, author=None, source=None)
    p.put(p.story["title"], "(Dân Việt Mây) " + p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    p.truth["source"] = "Dân Việt Mây"
    p.truth["author"] = "Khánh Vy"
    p.put("Khánh Vy")
    return p


@layout("b")
def b_txt_lynx():
    p = Page("b41.txt", 0, published="2019-08-19T07:05", author=None, source=None)
    p.furniture("* Trang chủ", "* Thời sự", "* Kinh tế", wrap="   {}")
    p.put("", f"   {p.story['title']}", "", "   Thứ Hai, 19/08/2019, 07:05 [GMT+7]", "")
    for t in [p.story["sapo"]] + p.story["text"]:
        line = "   "
        for w in t.split():
            if len(line) + len(w) > 72:
                p.put(line.rstrip())
                line = "   "
            line += w + " "
        p.put(line.rstrip(), "")
    return p.furniture("Lượt xem: 3021", "© 2019 Báo Đồng Mây", wrap="   {}")


@layout("b")
def b_txt_pdf():
    p = Page("b42.txt", 3, published="2022-02-10", author="NGỌC LÂM", source=None)
    p.put("BÁO TRUNG DU", "Thứ Năm, ngày 10-2-2022", "", p.story["title"], "")
    for t in [p.story["sapo"]] + p.story["text"]:
        wrapped(p, t, 48)
    p.put("NGỌC LÂM")
    return p


@layout("b")
def b_txt_wire():
    p = Page("b43.txt", 4, published="2021-11-03", author=None, source="TTXVN")
    p.put(p.story["title"], "Kim Sa, 3/11/2021 (TTXVN) – " + p.story["sapo"], *p.story["text"], "(TTXVN/Vietnam+)")
    return p


@layout("b")
def b_txt_reader_mode():
    p = Page("b44.txt", 5, published="2026-05-17T09:30", author="Đặng Hùng", source="vamthu.example")
    p.put("vamthu.example", p.story["title"], "Đặng Hùng", "3-4 minutes", "17/05/2026 09:30", "", p.story["sapo"], "")
    p.odd += ["3-4 minutes"]
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("b")
def b_txt_facebook():
    p = Page("b45.txt", 1, published="2024-09-21T20:10", author=None, source="Nông nghiệp Lộc Thạnh")
    p.put(p.story["title"].upper(), "Đăng lúc 20:10 ngày 21/9/2024", p.story["sapo"], *p.story["text"], "Nguồn: Nông nghiệp Lộc Thạnh")
    p.truth["title"] = p.story["title"].upper()
    return p.furniture("#hotieu #locthanh", "Thích Phản hồi Chia sẻ")


@layout("b")
def b_txt_joined():
    """An extractor that ran all paragraphs together, with menus."""
    p = Page("b46.txt", 2, published="2025-06-30T11:11", author="Tuệ Minh", source=None)
    p.furniture("Giáo dục", "Tuyển sinh", "Du học", "Chọn trường")
    p.put(p.story["title"], "Tuệ Minh", "Thứ hai, 30/06/2025 11:11 AM")
    p.put(p.story["sapo"], *p.story["text"])
    return p.furniture("Xem thêm:", TEASERS[1], TEASERS[2], "Gửi bình luận", "Hủy")
