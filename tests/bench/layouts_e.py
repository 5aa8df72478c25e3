"""A last batch, made after the misses of batch d had been mended and measured once: hashed class names, tables of 2003,
Liferay, Flatsome, newsletters, archived copies, minutes, interviews, extractors without blank lines."""
from layout_pages import MENU, TEASERS, Page, head, layout, links, paragraphs


@layout("e")
def e_hashed():
    p = Page("e01.html", 0, published="2025-09-14T07:20", author="Phan Hoài", source=None)
    head(p, p.story["title"], "<script id='__NEXT_DATA__' type='application/json'>{\"props\":{}}</script>")
    p.put("<div id='__next'><div class='sc-a1b2c3'>" + links(MENU, "<a class='sc-x9' href='/{n}'>{t}</a>") + "</div>",
          f"<div class='css-1q2w'><h1 class='css-9z8y'>{p.story['title']}</h1><div class='css-77aa'><span>Phan Hoài</span><span>14 tháng 9 2025</span><span>07:20</span></div>",
          f"<div class='css-5t6y'><p><b>{p.story['sapo']}</b></p>")
    p.truth["published"] = "2025-09-14"
    paragraphs(p)
    p.put("</div></div>")
    p.furniture("Có thể bạn quan tâm", "Xem tất cả", wrap="<div class='css-0p'>{}</div>")
    p.furniture(TEASERS[0], TEASERS[1], wrap="<a class='css-1l' href='/z'>{}</a>")
    return p.put("</div></body></html>")


@layout("e")
def e_tables_2003():
    p = Page("e02.html", 1, published="2003-11-24", author="NGỌC HÀ", source=None)
    head(p, "Báo Lộc Thạnh điện tử")
    p.truth["source"] = "Báo Lộc Thạnh điện tử"
    p.put("<table width=780><tr><td width=130 bgcolor=#eeeeee>" + links(MENU, "<a href='/{n}'><font size=2>{t}</font></a><br>") + "</td><td>",
          "<font size=1 color=gray>Thứ Hai, 24/11/2003</font><br>",
          f"<font size=4 color=navy><b>{p.story['title']}</b></font><br><br><b>{p.story['sapo']}</b><br><br>")
    for t in p.story["text"]:
        p.put(f"<font size=2>{t}</font><br><br>")
    p.put("<p align=right><b>NGỌC HÀ</b></p>")
    p.furniture("Về đầu trang", "Gửi tin qua E-mail", wrap="<a href='#'><font size=1>{}</font></a>")
    p.furniture("CÁC TIN KHÁC:", wrap="<b>{}</b><br>")
    p.put("<a href='/a'>" + TEASERS[3] + " (23/11)</a><br><a href='/b'>" + TEASERS[4] + " (22/11)</a></td></tr></table>")
    return p.put("</body></html>")


@layout("e")
def e_liferay():
    p = Page("e03.html", 2, published="2020-02-17T16:05", author=None, source=None)
    head(p, p.story["title"] + " - Phòng Giáo dục và Đào tạo Hải Triều")
    p.truth["source"] = "Phòng Giáo dục và Đào tạo Hải Triều"
    p.put("<ul class='nav sf-menu'>" + links(MENU[:8]) + "</ul><div class='portlet-body'><div class='detail-news'>",
          f"<div class='header-title'><h3>{p.story['title']}</h3></div><div class='sub-title'><span>17/02/2020 16:05</span><span class='view'>Số lượt xem: 215</span></div>",
          f"<div class='summary'>{p.story['sapo']}</div><div class='journal-content'>")
    p.odd.append("Số lượt xem: 215")
    paragraphs(p)
    p.put("</div></div></div>")
    p.furniture("Tin nổi bật", "Thư viện ảnh", "Liên kết website", wrap="<h4>{}</h4>")
    return p.put("</body></html>")


@layout("e")
def e_flatsome():
    p = Page("e04.html", 3, published="2021-03-05", author=None, source="Sân khấu Xưa")
    head(p, p.story["title"] + " - Sân khấu Xưa", "<meta property='og:site_name' content='Sân khấu Xưa'>")
    p.put("<ul class='header-nav'>" + links(MENU[:6]) + "</ul><article class='post-12 post type-post hentry'>",
          f"<h6 class='entry-category is-xsmall'><a href='/vh'>Văn hóa</a></h6><h1 class='entry-title'>{p.story['title']}</h1><div class='entry-meta uppercase is-xsmall'><span class='posted-on'>Posted on <a href='/x'><time class='entry-date published updated' datetime='2021-03-05T09:11:02+07:00'>5 Tháng Ba, 2021</time></a></span><span class='byline'> by <span class='meta-author vcard'><a class='url fn n' href='/author/admin'>admin</a></span></span></div>",
          "<div class='entry-content single-page'>")
    paragraphs(p)
    p.put("</div></article>")
    p.furniture("Trả lời Hủy", "Email của bạn sẽ không được hiển thị công khai.", wrap="<h3>{}</h3>")
    return p.put("</body></html>")


@layout("e")
def e_wayback():
    p = Page("e05.html", 4, published="2010-07-12T09:03", author="Tuấn Anh", source=None)
    head(p, p.story["title"] + " - Kim Sa Online")
    p.truth["source"] = "Kim Sa Online"
    p.furniture("86 captures", "12 Jul 2010 - 24 Nov 2022", wrap="<div id='wm-ipp-base'>{}</div>")
    p.put("<div id='menu'>" + links(MENU, "<a href='/web/20100714/{n}'>{t}</a> | ") + "</div>",
          f"<div id='main'><p class='date'>Thứ Hai, 12/07/2010 09:03</p><h2>{p.story['title']}</h2><p class='intro'>{p.story['sapo']}</p>")
    paragraphs(p)
    p.put("<p class='sign'>Tuấn Anh</p></div>")
    p.furniture("Ý kiến bạn đọc (0)", wrap="<h4>{}</h4>")
    return p.put("</body></html>")


@layout("e")
def e_interview():
    p = Page("e06.html", 5, published="2024-05-06T11:30", author="Hồng Vân", source=None)
    head(p, p.story["title"], "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2024-05-06T11:30:00+07:00\"},{\"@type\":\"NewsArticle\",\"headline\":\"" + p.story["title"] + "\",\"datePublished\":\"2024-05-06T11:30:00+07:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Hồng Vân\"}]}]}</script>")
    p.put("<nav>" + links(MENU) + "</nav>", f"<main><h1>{p.story['title']}</h1><p class='standfirst'>{p.story['sapo']}</p>")
    for i, t in enumerate(p.story["text"]):
        p.put(f"<p><strong>- {'PV: Bà con nghĩ gì về việc này?' if i % 2 == 0 else 'Còn chuyện mua bán thì sao, thưa bà?'}</strong></p><p>- {t}</p>")
    p.story = dict(p.story, text=[t for t in p.story["text"]])
    p.put("<p>- Xin cảm ơn bà!</p></main>")
    p.furniture("Nhận thông báo", "Tải ứng dụng", wrap="<button>{}</button>")
    return p.put("</body></html>")


@layout("e")
def e_search():
    p = Page("e07.html", 0, title=None)
    p.truth["kind"], p.story = "listing", dict(p.story, text=[])
    head(p, "Kết quả tìm kiếm: cầu treo")
    p.put("<ul>" + links(MENU) + "</ul><h1>Tìm thấy 1.204 kết quả</h1><table>")
    for i in range(10):
        p.put(f"<tr><td><img></td><td><a href='/k{i}.html'><b>{TEASERS[i % 6]} kỳ {i}</b></a><br><span>1{i % 9}/06/2022</span><br>Bà con quanh vùng góp công góp của, mong một mùa no đủ và con trẻ được tới lớp đều đặn mỗi ngày.</td></tr>")
    return p.put("</table></body></html>")


@layout("e")
def e_newsletter_html():
    p = Page("e08.html", 1, published="2019-08-01", author=None, source=None)
    head(p, "Bản tin Nông nghiệp số 31")
    p.truth["source"] = "Bản tin Nông nghiệp số 31"
    p.put("<center><b>BẢN TIN NÔNG NGHIỆP</b><br>Số 31, ngày 1/8/2019</center>", f"<h2>{p.story['title']}</h2>")
    p.odd.append("BẢN TIN NÔNG NGHIỆP")
    paragraphs(p)
    p.furniture("Hủy đăng ký nhận bản tin", wrap="<a href='/unsub'>{}</a>")
    return p.put("</body></html>")


@layout("e")
def e_md_plain_dates():
    p = Page("e20.md", 2, published="2022-05-30", author="Bảo Trâm", source=None)
    p.put("* [Trang nhất](/)", "* [Giáo dục](/gd)", "* [Du học](/dh)", "", f"# {p.story['title']}", "", "30-05-2022 - 06:40 | Giáo dục", "", "Bảo Trâm", "", f"*{p.story['sapo']}*", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.furniture("Tin liên quan")
    p.furniture(TEASERS[1], TEASERS[2], wrap="* [{}](/q)")
    return p


@layout("e")
def e_md_toml():
    p = Page("e21.md", 3, published="2018-10-08", author="Vĩnh Hà", source=None)
    p.put("+++", f"title = \"{p.story['title']}\"", "date = 2018-10-08", "authors = [\"Vĩnh Hà\"]", "draft = false", "+++", "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("e")
def e_txt_no_blanks():
    p = Page("e40.txt", 4, published="2024-07-22T13:45", author="Thái Hòa", source=None)
    p.put("Sức khỏe", p.story["title"], "Thái Hòa", "22/07/2024 13:45 GMT+7", p.story["sapo"])
    p.odd.append("Sức khỏe")
    return p.put(*p.story["text"], "Chia sẻ", "Lưu bài viết")


@layout("e")
def e_txt_tail_date():
    p = Page("e41.txt", 5, published="2013-01-20T18:11", author="Kim Chi", source="Báo Vàm Thủ")
    p.put(p.story["title"], "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p.put("Theo Kim Chi (Báo Vàm Thủ)", "Ngày đăng: 20/01/2013 18:11")


@layout("e")
def e_txt_epaper():
    p = Page("e42.txt", 0, published="2016-04-27", author="VĂN ĐÀN", source=None)
    p.put("Trang 3", "Thứ Tư 27/4/2016 - Số 5.118", "", "XÃ HỘI", "", p.story["title"], "")
    p.odd += ["Trang 3"]
    for t in p.story["text"]:
        p.put("  " + t)
    return p.put("VĂN ĐÀN")


@layout("e")
def e_txt_skip():
    p = Page("e43.txt", 1, published="2026-02-03T08:00", author="Mai Phương", source=None)
    p.furniture("Skip to content", "Menu", "Tìm kiếm")
    p.put("", p.story["title"], "", "Bởi Mai Phương", "3 Tháng 2, 2026, 8:00 sáng", "5 phút đọc", "")
    p.odd.append("5 phút đọc")
    p.put(p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p.furniture("Chia sẻ điều này:", "Thích điều này:", "Đang tải...", "Có liên quan")
