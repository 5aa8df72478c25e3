"""Layouts in which misses were looked for and mended."""
import json

from layout_pages import MENU, STORIES, TEASERS, Page, crawl_menu, head, layout, links, paragraphs


@layout("a")
def detail_title():
    """The commonest Vietnamese newspaper CMS: detail-title, detail-sapo, data-role."""
    p = Page("a01.html", 0, published="2026-03-04T09:15", author="Trần Lâm", source=None)
    head(p, metas='<meta property="article:published_time" content="2026-03-04T09:15:00+07:00">')
    p.put('<div class="header__nav"><ul>' + links(MENU) + "</ul></div>", '<div class="detail__cmain">',
          '<div class="detail-cate"><a href="/xa-hoi">Xã hội</a></div>',
          f'<h1 class="detail-title" data-role="title">{p.story["title"]}</h1>',
          '<div class="detail-info"><div class="author-info"><a class="name" href="/tac-gia/tran-lam.htm">Trần Lâm</a></div>',
          '<div class="detail-time" data-role="publishdate">04/03/2026 09:15 GMT+7</div></div>',
          f'<h2 class="detail-sapo" data-role="sapo">{p.story["sapo"]}</h2>',
          '<div class="detail-content afcbc-body" data-role="content">')
    p.put(f"<p>{p.story['text'][0]}</p>")
    p.put('<div class="VCSortableInPreviewMode" type="RelatedOneNews"><a href="/x">')
    p.furniture(TEASERS[0])
    p.put("</a></div>")
    p.put(*[f"<p>{t}</p>" for t in p.story["text"][1:]])
    p.put(f'<figure class="VCSortableInPreviewMode"><img src="a.jpg"><figcaption class="PhotoCMS_Caption"><p>{p.story["caption"]} - Ảnh: TRẦN LÂM</p></figcaption></figure>')
    p.put("</div>", '<div class="detail-tab">')
    p.furniture("Bình luận hay", wrap="<span>{}</span>")
    p.furniture("Tin liên quan", wrap="<h3>{}</h3>")
    p.furniture(TEASERS[1], TEASERS[2], wrap='<div class="box-category-item"><a href="/y">{}</a></div>')
    return p.put("</div></div></body></html>")


@layout("a")
def article_cms():
    """The CMS of agencies and party papers: article__title cms-title, cms-desc, cms-body."""
    p = Page("a02.html", 1, published="2026-01-19T16:42", author="Hoàng Thị Yến", source="Báo Lộc Thạnh điện tử")
    head(p, p.story["title"] + " | Báo Lộc Thạnh điện tử",
         '<meta property="og:title" content="' + p.story["title"] + ' | Báo Lộc Thạnh điện tử">')
    p.put('<nav class="menu">' + links(MENU, "<a href='/{n}'>{t}</a> ") + "</nav>")
    p.put('<div class="breadcrumbs"><a href="/kinh-te">Kinh tế</a></div>', '<div class="article">',
          f'<h1 class="article__title cms-title">{p.story["title"]}</h1>',
          '<div class="article__meta"><a class="article__author cms-author" href="#">Hoàng Thị Yến</a>',
          '<time class="time" datetime="2026-01-19T16:42:00+0700" data-time="1768815720">19/01/2026 16:42</time>')
    p.furniture("Google News", wrap="<a href='#'>{}</a>")
    p.put("</div>", f'<div class="article__sapo cms-desc">{p.story["sapo"]}</div>',
          '<div class="article__body cms-body">')
    paragraphs(p)
    p.put('<table class="picture"><tr><td><img src="b.jpg"></td></tr><tr><td class="caption">' +
          p.story["caption"] + "</td></tr></table></div>")
    p.put('<div class="article__tag"><h3>')
    p.furniture("#hồ tiêu", "#Lộc Thạnh", wrap="<a href='#'>{}</a>")
    p.put("</h3></div><div class='box-related'>")
    p.furniture("Tin cùng chuyên mục", wrap="<h3>{}</h3>")
    p.furniture(TEASERS[3], TEASERS[4], wrap="<article><h2 class='story__heading'><a href='/q'>{}</a></h2></article>")
    p.put("</div><footer>")
    p.furniture("Giấy phép hoạt động báo chí số 812/GP-BTTTT cấp ngày 09/11/2021", wrap="<p>{}</p>")
    return p.put("</footer></div></body></html>")


@layout("a")
def the_article():
    p = Page("a03.html", 2, published="2025-07-11T06:30", author="Đỗ Minh", source="Tạp chí Mây")
    head(p, p.story["title"] + " - Xã hội - Tạp chí Mây")
    p.put("<header><ul>" + links(MENU) + "</ul></header>", '<article class="the-article">',
          '<p class="the-article-category"><a href="/xa-hoi.html">Xã hội</a></p>',
          f'<h1 class="the-article-title">{p.story["title"]}</h1>',
          '<ul class="the-article-meta"><li class="the-article-author"><a href="#">Đỗ Minh</a></li>',
          '<li class="the-article-publish">Thứ sáu, 11/7/2025 06:30 (GMT+7)</li></ul>')
    p.furniture("06:30 11/7/2025", wrap="<li class='the-article-friendly-date'>{}</li>")
    p.put(f'<p class="the-article-summary">{p.story["sapo"]}</p>', '<div class="the-article-body">')
    paragraphs(p)
    p.put("</div>")
    p.furniture("Bạn có thể quan tâm", wrap="<h3>{}</h3>")
    p.furniture(TEASERS[0], TEASERS[5], wrap="<p class='article-title'><a href='/z'>{}</a></p>")
    return p.put("</article></body></html>")


@layout("a")
def old_asp():
    """An old portal of tables, without a heading."""
    p = Page("a04.html", 3, published="2012-05-09T07:40", source="Báo Trung Du Online", author="Lan Chi")
    head(p, "Báo Trung Du Online")
    p.put("<table width='1000'><tr><td><table><tr>" +
          "".join(f"<td class='menu'><a href='Default.aspx?id={i}'>{m}</a></td>" for i, m in enumerate(MENU)) +
          "</tr></table></td></tr><tr><td>")
    p.furniture("Thứ Bảy, 14/11/2020", wrap="<span id='lblDate'>{}</span>")
    p.put("</td></tr><tr><td>", "<span class='cat'>Văn hóa - Nghệ thuật</span><br>",
          f"<span id='ctl00_lblTitle' class='newstitle'>{p.story['title']}</span><br>",
          "<span id='ctl00_lblTime' class='newsdate'>Cập nhật: 07:40 ngày 09/05/2012</span><br>",
          f"<span class='newsbrief'><b>{p.story['sapo']}</b></span><br>", "<div class='newscontent'>")
    p.put("<br><br>".join(p.story["text"]), "<br><br><p align='right'><b>Lan Chi</b></p></div>")
    p.furniture("Các tin khác", wrap="<div class='othertitle'>{}</div>")
    p.put("<ul>")
    p.furniture(TEASERS[1] + " (08/05/2012)", TEASERS[2] + " (07/05/2012)", wrap="<li><a href='#'>{}</a></li>")
    p.put("</ul></td></tr></table>")
    return p.put("</body></html>")


@layout("a")
def wordpress():
    p = Page("a05.html", 4, published="2023-08-02", author="admin", source="Trung tâm Y tế Kim Sa")
    p.truth["author"] = None
    head(p, p.story["title"] + " – Trung tâm Y tế Kim Sa")
    p.put("<div id='primary-menu'><ul>" + links(MENU[:7]) + "</ul></div><main><article class='post hentry'>",
          f"<header class='entry-header'><h1 class='entry-title'>{p.story['title']}</h1>",
          "<div class='entry-meta'><span class='posted-on'>Posted on <time class='entry-date published' datetime='2023-08-02T08:11:20+00:00'>Tháng Tám 2, 2023</time></span><span class='byline'> by <span class='author vcard'><a href='#'>admin</a></span></span></div></header>",
          "<div class='entry-content'>")
    p.put(f"<p><strong>{p.story['sapo']}</strong></p>")
    paragraphs(p)
    p.put("</div><footer class='entry-footer'>")
    p.furniture("Leave a Comment", wrap="<span>{}</span>")
    p.put("</footer></article><aside class='widget-area'>")
    p.furniture("Bài viết mới", wrap="<h2 class='widget-title'>{}</h2>")
    p.put("<ul>")
    p.furniture(TEASERS[0], TEASERS[3], wrap="<li><a href='#'>{}</a></li>")
    p.put("</ul></aside></main><div class='site-info'>")
    p.furniture("Copyright © 2023 Trung tâm Y tế Kim Sa", wrap="{}")
    return p.put("</div></body></html>")


@layout("a")
def gov_portal():
    """A government portal: date in brackets beside counters."""
    p = Page("a06.html", 5, published="2024-10-15T14:05", source="Cổng thông tin điện tử huyện Vàm Thủ", author=None)
    head(p, "Cổng thông tin điện tử huyện Vàm Thủ")
    p.put("<div class='portlet-boundary'><ul class='nav'>" + links(["Giới thiệu", "Tin tức - Sự kiện", "Thủ tục hành chính", "Văn bản", "Liên hệ"]) + "</ul></div>")
    p.put("<div class='journal-content-article'>", f"<div class='title'>{p.story['title']}</div>")
    p.put("<div class='date-post'>15/10/2024 14:05</div>")
    p.furniture("Lượt xem: 215", "Cỡ chữ: A- A A+", "Đọc bài viết", wrap="<span class='tool'>{}</span>")
    p.put(f"<div class='summary'>{p.story['sapo']}</div><div class='content'>")
    paragraphs(p, "<div style='text-align:justify'>{}</div>")
    p.put("</div>")
    p.furniture("Các tin đã đưa ngày:", wrap="<div class='old'>{}</div>")
    p.furniture("Tin mới hơn:", "Tin cũ hơn:", wrap="<b>{}</b>")
    p.furniture("Kế hoạch tuyển dụng viên chức năm 2024 (11/10)", wrap="<a href='#'>{}</a>")
    p.put("</div><div class='footer'>")
    p.furniture("Chịu trách nhiệm chính: Ông Lê Văn Đực - Chánh Văn phòng", wrap="<p>{}</p>")
    return p.put("</div></body></html>")


@layout("a")
def kenh():
    p = Page("a07.html", 2, published="2026-02-20T13:07", author="Thảo Vy", source="Đời sống Mây")
    head(p, p.story["title"])
    p.put("<ul class='kmli-menu-ul'>" + links(MENU) + "</ul><div class='klw-body-top'>",
          f"<h1 class='kbwc-title'>{p.story['title']}</h1>",
          "<div class='kbwc-meta'><span class='kbwcm-author'>Thảo Vy, </span><span class='kbwcm-source'><a href='#'>Theo Đời sống Mây</a></span> <span class='kbwcm-time' title='2026-02-20T13:07:00'>13:07 20/02/2026</span></div>")
    p.furniture("Chia sẻ", "Theo dõi trên Google News", wrap="<a href='javascript:;'>{}</a>")
    p.put(f"<h2 class='knc-sapo'>{p.story['sapo']}</h2><div class='knc-content'>")
    p.put(f"<p>{p.story['text'][0]}</p><ul class='krl'>")
    p.furniture(TEASERS[3], TEASERS[4], wrap="<li class='krli'><a href='#'>{}</a></li>")
    p.put("</ul>")
    p.put(*[f"<p>{t}</p>" for t in p.story["text"][1:]])
    p.put("</div>")
    p.furniture("TIN CÙNG CHUYÊN MỤC", "Xem theo ngày", "Đọc thêm", wrap="<div class='ttl'>{}</div>")
    return p.put("</div></body></html>")


@layout("a")
def arti_deta():
    """Source and byline under the text, date with AM/PM."""
    p = Page("a08.html", 1, published="2026-03-10T09:05", author="Minh Quân", source="Nông nghiệp Lộc Thạnh")
    head(p, p.story["title"] + " - 24 giờ Mây")
    p.put("<div class='mnu'>" + links(MENU, "<a href='/{n}'>{t}</a>") + "</div><div class='cate-foot'>",
          f"<h1 class='arti-deta-tit'>{p.story['title']}</h1>",
          "<time class='cre-post'>Thứ Ba, ngày 10/03/2026 09:05 AM (GMT+7)</time>",
          f"<h2 class='arti-deta-sum'>{p.story['sapo']}</h2>", "<div class='arti-deta-info'>")
    paragraphs(p)
    p.put("<div class='bv-lq'>")
    p.furniture(TEASERS[0], wrap="<a href='#'>{}</a>")
    p.put("</div><div class='nguontin'>Theo Minh Quân (Nông nghiệp Lộc Thạnh)</div></div>")
    p.furniture("Link bài gốc", "Lấy link!", wrap="<span>{}</span>")
    p.furniture("Báo lỗi nội dung", wrap="<a href='#'>{}</a>")
    return p.put("</div></body></html>")


@layout("a")
def joomla():
    p = Page("a09.html", 0, published="2018-11-20T08:22", author="Ban Tuyên giáo", source=None)
    p.truth["author"] = None
    head(p, "Huyện đoàn Đồng Mây - " + p.story["title"])
    p.put("<ul class='menu'>" + links(MENU[:6]) + "</ul><div class='item-page'>",
          f"<div class='page-header'><h2 itemprop='headline'>{p.story['title']}</h2></div>",
          "<dl class='article-info muted'><dt class='article-info-term'>Chi tiết</dt>",
          "<dd class='category-name'>Chuyên mục: <a href='#'>Tin hoạt động</a></dd>",
          "<dd class='published'><time datetime='2018-11-20T08:22:10+07:00'>Được đăng: Thứ ba, 20 Tháng 11 2018 08:22</time></dd>")
    p.furniture("Lượt xem: 1893", wrap="<dd class='hits'>{}</dd>")
    p.put("</dl><div itemprop='articleBody'>", f"<p><em>{p.story['sapo']}</em></p>")
    paragraphs(p)
    p.put("</div><ul class='pager'>")
    p.furniture("Trang trước", "Trang sau", wrap="<li><a href='#'>{}</a></li>")
    return p.put("</ul></div></body></html>")


@layout("a")
def jsonld_only():
    """What is stated stands in JSON-LD; visible date is relative."""
    p = Page("a10.html", 3, published="2025-12-01T19:30", author="Ngô Bích Hà", source=None)
    ld = {"@context": "https://schema.org", "@graph": [
        {"@type": "BreadcrumbList", "itemListElement": []},
        {"@type": "NewsArticle", "headline": p.story["title"], "datePublished": "2025-12-01T12:30:00Z",
         "dateModified": "2025-12-03T01:00:00Z", "author": [{"@type": "Person", "name": "Ngô Bích Hà"}],
         "description": p.story["sapo"]}]}
    head(p, p.story["title"], f"<script type='application/ld+json'>{json.dumps(ld, ensure_ascii=False)}</script>")
    p.put("<div class='topbar'>" + links(MENU, "<span><a href='#'>{t}</a></span>") + "</div>",
          f"<div class='story'><h1>{p.story['title']}</h1>")
    p.furniture("3 ngày trước", "5 phút đọc", wrap="<span>{}</span>")
    p.put("<span>Ngô Bích Hà</span>", f"<p class='lead'>{p.story['sapo']}</p>")
    paragraphs(p)
    p.furniture("Đăng ký nhận bản tin", "Nhập email của bạn", wrap="<p>{}</p>")
    return p.put("</div></body></html>")


@layout("a")
def blogger():
    p = Page("a11.html", 4, published="2016-09-18", author="Khải Vũ", source=None)
    head(p, "Nhật ký xứ Kim: " + p.story["title"])
    p.put("<h1 class='title'>Nhật ký xứ Kim</h1>", "<h2 class='date-header'><span>Chủ Nhật, 18 tháng 9, 2016</span></h2>",
          "<div class='post hentry'>", f"<h3 class='post-title entry-title'>{p.story['title']}</h3>",
          "<div class='post-body entry-content'>")
    paragraphs(p, "<div>{}</div>")
    p.put("</div><div class='post-footer'><span class='post-author vcard'>Người đăng: <span class='fn'>Khải Vũ</span></span> <span class='post-timestamp'>vào lúc <abbr class='published' title='2016-09-18T21:10:00+07:00'>21:10</abbr></span></div>")
    p.furniture("Gửi email bài đăng này", "BlogThis!", "Chia sẻ lên Facebook", wrap="<a href='#'>{}</a>")
    p.furniture("Không có nhận xét nào:", "Đăng nhận xét", wrap="<h4>{}</h4>")
    return p.put("</div></body></html>")


@layout("a")
def vov_like():
    p = Page("a12.html", 5, published="2026-04-14T05:50", author="Thanh Tùng", source="VOV-Đồng bằng sông Cửu Long")
    p.truth["source"] = None
    head(p, p.story["title"])
    p.put("<nav>" + links(MENU, "<a href='#'>{t}</a>") + "</nav>", "<div class='col article-page'>",
          f"<h1 class='article-title'>{p.story['title']}</h1>", "<div class='article-date'>Thứ Ba, 05:50, 14/04/2026</div>",
          "<div class='article-author'><a href='#'>Thanh Tùng</a></div>",
          f"<div class='article-summary'>{p.story['sapo']}</div>", "<div class='article-content'>")
    paragraphs(p)
    p.put(f"<div class='image-caption'>{p.story['caption']}</div></div>")
    p.furniture("Mời quý độc giả theo dõi VOV.VN trên", wrap="<div class='social'>{}</div>")
    p.furniture("Viết bình luận", "Tin cùng chuyên mục", wrap="<h3>{}</h3>")
    p.furniture(TEASERS[0], wrap="<h5><a href='#'>{}</a></h5>")
    return p.put("</div></body></html>")


# ------------------------------------------------------------------ batch a: Markdown

@layout("a")
def md_crawl():
    p = Page("a20.md", 0, published="2026-05-03T10:20", author="Lê Thu", source=None)
    p.put("[ ![Báo Mây](https://bao.example/logo.svg) ](https://bao.example/ \"Báo Mây\")", "Chủ nhật, 7/6/2026")
    crawl_menu(p)
    p.put("", f"# {p.story['title']}", "Lê Thu  03/05/2026 10:20 GMT+7", "",
          "[ Chia sẻ ](https://facebook.com/x) [ Lưu bài ](javascript:;)", f"## {p.story['sapo']}", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.put(f"![{p.story['caption']}](https://bao.example/1.jpg)", p.story["caption"], "")
    p.furniture("Tin liên quan", wrap="### {}")
    p.furniture(TEASERS[0], TEASERS[1], wrap="  * [{}](https://bao.example/t)")
    p.furniture("Ý kiến của bạn", "Đăng nhập để bình luận", "Tối đa: 1500 ký tự")
    return p.furniture("Tổng biên tập: Nguyễn Văn Mây", "Giấy phép số 41/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 28/2/2020",
                       "© Bản quyền thuộc về Báo Mây")


@layout("a")
def md_front_matter():
    p = Page("a21.md", 1, published="2025-02-11", author="Hà Đông", source="Báo Mây")
    p.put("---", f"title: \"{p.story['title']}\"", "date: 2025-02-11", "author: Hà Đông", "source: Báo Mây",
          "url: https://baomay.example/kinh-te/gia-ho-tieu-123.html", "tags: [hồ tiêu, nông sản]", "---", "",
          f"**{p.story['sapo']}**", "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("a")
def md_html2text():
    """html2text with hard-wrapped lines and inline links."""
    p = Page("a22.md", 2, published="2024-06-25T07:00", author="Bích Liên", source=None)
    crawl_menu(p, MENU[:8])
    p.put("", f"#  {p.story['title']}", "", "_Thứ ba, 25/06/2024 - 07:00_", "", "**Bích Liên**", "")
    for t in [p.story["sapo"]] + p.story["text"]:
        words, line = t.split(), ""
        for w in words:
            if len(line) + len(w) > 76:
                p.put(line.strip())
                line = ""
            line += w + " "
        p.put(line.strip(), "")
    p.furniture("Từ khóa:", wrap="{}")
    p.furniture("dạy bơi", "Hải Triều", wrap="  * [{}](/tag)")
    p.furniture("Cùng chuyên mục", wrap="##  {}")
    return p.furniture(TEASERS[2], TEASERS[4], wrap="### [{}](/t)")


@layout("a")
def md_jina():
    """Title:, URL Source:, Published Time:, Markdown Content: in front."""
    p = Page("a23.md", 3, published="2025-10-30T08:45", author=None, source="trungdu.example")
    p.put(f"Title: {p.story['title']}", "", "URL Source: https://trungdu.example/van-hoa/vo-dien-88.html", "",
          "Published Time: 2025-10-30T08:45:00+07:00", "", "Markdown Content:",
          f"{p.story['title']}", "=" * 40, "", "30/10/2025 08:45", "")
    for t in [p.story["sapo"]] + p.story["text"]:
        p.put(t, "")
    p.furniture("Xem thêm:", wrap="{}")
    return p.furniture(TEASERS[5], wrap="*   [{}](https://trungdu.example/1)")


@layout("a")
def md_markitdown():
    p = Page("a24.md", 4, published="2026-01-08T20:15", author="Nhật Hạ", source="Báo Kim Sa")
    p.put(f"# {p.story['title']} - Báo Kim Sa", "", "[Trang chủ](/) > [Sức khỏe](/suc-khoe)", "")
    p.furniture("Hotline: 0912 000 111", "Đăng nhập", "32°C", "Quảng cáo")
    p.put("", f"# {p.story['title']}", "", "Nhật Hạ", "", "Thứ năm, 08/01/2026 - 20:15", "")
    p.furniture("Nghe bài viết", "0:00 / 0:00", "Giọng nữ miền Bắc", "1x")
    p.put("", f"**(Báo Kim Sa) - {p.story['sapo']}**", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.furniture("Tin nổi bật", wrap="## {}")
    p.furniture(TEASERS[0], TEASERS[1], wrap="### [{}](/x)")
    return p.furniture("Dòng sự kiện:", "Đọc nhiều trong Sức khỏe")


@layout("a")
def md_crawler_block():
    p = Page("a25.md", 5, published="2026-02-02", author=None, source="vamthu.example")
    p.put(f"# {p.story['title']}", "", "- **URL**: https://vamthu.example/cho-noi-2.html", "- **Date**: 2026-02-02",
          "- **Fetched at**: 2026-06-09 10:11:12", "", "---", "")
    p.furniture("Thứ ba, 9/6/2026", "Mới nhất", "Tin theo khu vực")
    p.put("", f"# {p.story['title']}", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p.furniture("Trở lại Xã hội", "Copy link thành công", "×", "Gửi")


@layout("a")
def md_related_inside():
    p = Page("a26.md", 1, published="2026-04-01T11:00", author="Phúc An", source=None)
    crawl_menu(p, MENU[1:9])
    p.put("", f"# {p.story['title']}", "11:00 | 01/04/2026", "Phúc An", "", p.story["sapo"], "", p.story["text"][0], "")
    p.furniture(TEASERS[2], TEASERS[3], wrap="* [{}](https://b.example/c)")
    p.put("", *p.story["text"][1:], "")
    p.furniture("Theo dõi Báo Mây trên Zalo", "Xem nhiều", wrap="{}")
    p.furniture(TEASERS[4], wrap="1. [{}](https://b.example/d)")
    return p.furniture("Cơ quan chủ quản: Tỉnh ủy Lộc Thạnh", "Tòa soạn: Số 1 đường Mây, phường Sông Kon", "Điện thoại: 0260 3 999 888")


@layout("a")
def md_pandoc():
    p = Page("a27.md", 0, published="2022-12-24T15:30", author="Xuân Bách", source=None)
    p.put("::: {#menu}", *[f"-   [{m}](/{i}){{.nav-link}}" for i, m in enumerate(MENU[:6])], ":::", "",
          f"# {p.story['title']} {{#title .headline}}", "", "[24/12/2022 15:30]{.date}", "", "::: lead", p.story["sapo"], ":::", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.put("**Xuân Bách**", "")
    p.odd += ["Trang chủ"]
    p.furniture("Gửi bình luận", wrap="[{}]{{.btn}}")
    return p


# ------------------------------------------------------------------ batch a: text

@layout("a")
def txt_trafilatura():
    p = Page("a40.txt", 0, published=None, author=None, source="TTXVN")
    p.put(p.story["title"], p.story["sapo"], *p.story["text"], "Theo TTXVN")
    return p


@layout("a")
def txt_newspaper():
    p = Page("a41.txt", 1, published="2026-03-22T08:00", author="Kim Ngân", source=None)
    p.put(p.story["title"], "", "Kim Ngân - 22/03/2026 08:00", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p.furniture("Quý độc giả quan tâm mời xem thêm video đang được xem nhiều trên Báo Mây:", "Chia sẻ bài viết")


@layout("a")
def txt_copy():
    """Copied out of a browser, whole page."""
    p = Page("a42.txt", 2, published="2025-05-19T16:08", author="Hồng Ánh", source=None)
    p.furniture("Đăng nhập", "E-magazine", "Podcast", "Thứ Hai, 19/05/2025")
    p.furniture(*MENU)
    p.put("Giáo dục", p.story["title"], "19/05/2025 16:08", "Hồng Ánh")
    p.furniture("Facebook", "Zalo", "Sao chép liên kết", "A+", "A-")
    p.put(p.story["sapo"], *p.story["text"], p.story["caption"] + " Ảnh: Hồng Ánh")
    p.furniture("BÌNH LUẬN (0)", "TIN LIÊN QUAN", TEASERS[0], TEASERS[3], "ĐỌC NHIỀU", "1", TEASERS[5])
    return p.furniture("Trụ sở: 12 Sông Kon, phường Mây", "Ghi rõ nguồn khi phát hành lại thông tin từ website này")


@layout("a")
def txt_party():
    p = Page("a43.txt", 3, published="2021-06-06T10:33", author="Bài, ảnh: Minh Ngọc", source=None)
    p.truth["author"] = "Minh Ngọc"
    p.put("Văn hóa", p.story["title"], "Chủ nhật - 06/06/2021 10:33")
    p.furniture("1.204 lượt xem", "In bài viết", "Gửi Email")
    p.put(p.story["sapo"], *p.story["text"], "Bài, ảnh: Minh Ngọc")
    return p.furniture("Tổng số điểm của bài viết là: 0 trong 0 đánh giá", "Click để đánh giá bài viết", "Những tin mới hơn",
                       TEASERS[1], "Những tin cũ hơn", TEASERS[2])


@layout("a")
def txt_agency():
    p = Page("a44.txt", 4, published="2019-03-14", author="Hoàng Nam", source="TTXVN")
    p.put(p.story["title"].upper(), "", "Kim Sa (TTXVN 14/3/2019) - " + p.story["sapo"], *p.story["text"], "Hoàng Nam (TTXVN)")
    p.truth["title"] = p.story["title"].upper()
    return p


@layout("a")
def txt_keys():
    p = Page("a45.txt", 5, published="2020-09-01", author="Duy Khang", source="Báo Vàm Thủ")
    p.put(f"Tiêu đề: {p.story['title']}", "Ngày đăng: 01/09/2020", "Tác giả: Duy Khang", "Nguồn: Báo Vàm Thủ",
          "URL: https://vamthu.example/a", "Nội dung:", p.story["sapo"], *p.story["text"])
    return p


@layout("a")
def txt_wrapped():
    p = Page("a46.txt", 0, published="2017-04-30T09:00", author="Đinh Trọng", source=None)
    p.put(p.story["title"], "09:00 30/04/2017", "")
    for t in [p.story["sapo"]] + p.story["text"]:
        line = ""
        for w in t.split():
            if len(line) + len(w) > 60:
                p.put(line.strip())
                line = ""
            line += w + " "
        p.put(line.strip(), "")
    p.put("Đinh Trọng")
    return p


@layout("a")
def html_notice():
    p = Page("a13.html", 5, published="2025-08-28", author=None, source="UBND thị trấn Vàm Thủ", title="Thông báo tạm ngừng đò ngang bến Ninh Thuận")
    p.story = dict(p.story, title=p.truth["title"], text=["Do nước sông dâng cao, bến đò Ninh Thuận tạm ngừng chở khách từ 17 giờ ngày 28/8 đến khi có thông báo mới."], sapo="")
    head(p, p.truth["title"] + " - UBND thị trấn Vàm Thủ")
    p.put("<ul id='nav'>" + links(["Trang chủ", "Tin tức", "Thông báo", "Văn bản", "Hỏi đáp"]) + "</ul>",
          f"<h1>{p.truth['title']}</h1><p class='meta'>Ngày đăng: 28/08/2025 | Chuyên mục: Thông báo</p>", f"<p>{p.story['text'][0]}</p>",
          "<p>UBND thị trấn Vàm Thủ mong bà con thông cảm.</p>")
    p.furniture("Thông báo khác", wrap="<h3>{}</h3>")
    p.put("<ul>")
    p.furniture("Lịch cắt điện tuần đầu tháng 9", "Lịch tiếp công dân quý III", "Danh sách thí sinh dự tuyển", wrap="<li><a href='#'>{}</a> <span>25/08/2025</span></li>")
    return p.put("</ul></body></html>")


@layout("a")
def html_qa():
    p = Page("a14.html", 1, published="2026-03-05T17:00", author="Bảo Trân thực hiện", source="Tạp chí Nhà Nông")
    p.truth["author"] = "Bảo Trân"
    head(p, p.story["title"] + " | Tạp chí Nhà Nông")
    p.put("<div class='top-menu'>" + links(MENU, "<a href='#'>{t}</a>") + "</div>", f"<h1 class='title-news'>{p.story['title']}</h1>",
          "<div class='info'><span class='time'>17:00 | 05/03/2026</span></div>", f"<p class='sapo'>{p.story['sapo']}</p><div class='fulltext'>")
    paragraphs(p)
    p.put("<p style='text-align:right'><strong>Bảo Trân</strong> (thực hiện)</p></div>")
    p.furniture("Có thể bạn quan tâm", "Đọc tiếp", wrap="<div class='t'>{}</div>")
    return p.put("</body></html>")


@layout("a")
def html_video():
    p = Page("a15.html", 5, published="2026-05-01T21:00", author=None, source=None)
    head(p, p.story["title"] + " - Truyền hình Mây", "<meta name='pubdate' content='2026-05-01T21:00:00+07:00'>")
    p.put("<div class='menu-wrap'>" + links(MENU) + "</div>", "<div class='video-player'>")
    p.furniture("Trình duyệt của bạn không hỗ trợ video", "Tốc độ phát", wrap="<span>{}</span>")
    p.put("</div>", f"<h1>{p.story['title']}</h1>", "<div class='video-time'>21:00 - 01/05/2026</div>", f"<div class='des'>{p.story['sapo']}</div>")
    p.put(f"<div class='body'><p>{p.story['text'][0]}</p><p>{p.story['text'][1]}</p></div>")
    p.story = dict(p.story, text=p.story["text"][:2])
    p.furniture("Video mới nhất", wrap="<h2>{}</h2>")
    p.furniture(*TEASERS[:5], wrap="<div class='item'><a href='#'><img src='t.jpg'></a><h3><a href='#'>{}</a></h3></div>")
    return p.put("</body></html>")
