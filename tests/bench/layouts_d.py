"""Layouts of content systems and tools that no rule was written beside: NukeViet, WordPress, Joomla, Drupal, SharePoint,
Blogger, AMP, print views, forums, live blogs, longform, trafilatura's front matter, lynx, pdftotext."""
from layout_pages import MENU, TEASERS, Page, head, layout, links, paragraphs, wrapped


@layout("d")
def d_nukeviet():
    p = Page("d01.html", 0, published="2022-03-16T09:41", author="Nguyễn Thị Lài", source="Cổng thông tin huyện Đồng Mây")
    head(p, p.story["title"] + " - Tin hoạt động - Trường THCS Đồng Mây")
    p.put("<nav id='menusite'><ul>" + links(MENU[:8]) + "</ul></nav><div class='breadcrumbs-wrap'><a href='/'>Trang nhất</a> <a href='/n'>Tin tức</a> <a href='/h'>Tin hoạt động</a></div>",
          f"<div class='news_column panel'><h1 class='title margin-bottom-lg'>{p.story['title']}</h1>",
          "<div class='row'><span class='h5'>Thứ tư - 16/03/2022 09:41</span></div>",
          "<ul class='list-inline'><li><a title='Gửi bài viết qua email' href='#'></a></li></ul>",
          f"<div class='hometext m-bottom'>{p.story['sapo']}</div><div class='bodytext margin-bottom-lg' id='news-bodyhtml'>")
    paragraphs(p)
    p.put("</div><p class='h5 text-right'><strong>Tác giả: </strong>Nguyễn Thị Lài</p><p class='h5 text-right'><strong>Nguồn tin: </strong>Cổng thông tin huyện Đồng Mây</p>")
    p.furniture("Tổng số điểm của bài viết là: 5 trong 1 đánh giá", "Xếp hạng: 5 - 1 phiếu bầu", "Click để đánh giá bài viết", wrap="<div>{}</div>")
    p.furniture("Những tin mới hơn", "Những tin cũ hơn", wrap="<h4>{}</h4>")
    p.put("<ul class='related'><li><a href='/x1'>" + TEASERS[0] + "</a> <em>(18/03/2022)</em></li><li><a href='/x2'>" + TEASERS[2] + "</a> <em>(02/02/2022)</em></li></ul>")
    p.furniture("Đang truy cập", "Hôm nay", wrap="<li>{}<span>14</span></li>")
    return p.put("</div></body></html>")


@layout("d")
def d_wordpress_newspaper():
    p = Page("d02.html", 1, published="2023-07-09T15:20", author="Minh Thảo", source=None)
    head(p, p.story["title"] + " - Tạp chí Đồi Xanh", "<meta name='generator' content='WordPress 6.2'><meta property='article:published_time' content='2023-07-09T08:20:11+00:00'><meta name='author' content='Minh Thảo'>")
    p.put("<div class='td-header-menu-wrap'><ul>" + links(MENU) + "</ul></div><div class='td-crumb-container'><a>Trang chủ</a> <a>Kinh tế</a></div>",
          f"<header class='td-post-title'><ul class='td-category'><li><a href='/kt'>Kinh tế</a></li></ul><h1 class='entry-title'>{p.story['title']}</h1>",
          "<div class='td-module-meta-info'><div class='td-post-author-name'><div class='td-author-by'>Bởi</div> <a href='/author/mt'>Minh Thảo</a><div class='td-author-line'> - </div></div><span class='td-post-date'><time class='entry-date updated td-module-date' datetime='2023-07-09T15:20:11+07:00'>9 Tháng Bảy, 2023</time></span><div class='td-post-comments'><a href='#c'>0</a></div><div class='td-post-views'>1284</div></div></header>",
          f"<div class='td-post-content'><p><strong>{p.story['sapo']}</strong></p>")
    paragraphs(p)
    p.put("</div>")
    p.truth["source"] = "Tạp chí Đồi Xanh"
    p.furniture("Bài trước", "Bài tiếp theo", wrap="<span>{}</span>")
    p.furniture("BÀI LIÊN QUAN", "XEM THÊM", wrap="<h4>{}</h4>")
    p.furniture("BÌNH LUẬN", "Vui lòng nhập bình luận của bạn", "Vui lòng nhập tên của bạn ở đây", wrap="<p>{}</p>")
    return p.put("</body></html>")


@layout("d")
def d_joomla():
    p = Page("d03.html", 2, published="2015-08-26T07:00", author="Trần Văn Bính", source=None)
    head(p, p.story["title"])
    p.put("<div class='moduletable_menu'><ul class='nav menu'>" + links(MENU[:7]) + "</ul></div><div class='item-page'><div class='page-header'>",
          f"<h2 itemprop='headline'>{p.story['title']}</h2></div>",
          "<dl class='article-info muted'><dt class='article-info-term'>Chi tiết</dt><dd class='createdby'>Viết bởi <span itemprop='name'>Trần Văn Bính</span></dd><dd class='category-name'>Danh mục: <a href='/gd'>Giáo dục</a></dd><dd class='published'><time datetime='2015-08-26T00:00:00+00:00'>Được đăng: 26 Tháng 8 2015</time></dd><dd class='hits'>Lượt xem: 733</dd></dl>",
          "<div itemprop='articleBody'>")
    p.truth["published"] = "2015-08-26"
    p.odd += ["Lượt xem: 733", "Chi tiết"]
    paragraphs(p)
    p.put("</div><ul class='pager pagenav'><li class='previous'><a href='/p'>Trước</a></li><li class='next'><a href='/n'>Tiếp</a></li></ul></div>")
    return p.put("</body></html>")


@layout("d")
def d_drupal():
    p = Page("d04.html", 3, published="2019-11-05T10:12", author="Hoài Phương", source=None)
    head(p, p.story["title"] + " | Nhà văn hóa Sông Thao", "<meta name='Generator' content='Drupal 8 (https://www.drupal.org)' />")
    p.truth["source"] = "Nhà văn hóa Sông Thao"
    p.put("<div class='region region-primary-menu'><ul>" + links(MENU[:9]) + "</ul></div>",
          f"<h1 class='page-title'><span class='field field--name-title'>{p.story['title']}</span></h1>",
          "<article class='node node--type-article'><footer class='node__meta'><div class='node__submitted'>Gửi bởi <span class='field field--name-uid'><span lang='' typeof='schema:Person' property='schema:name'>Hoài Phương</span></span> vào <span class='field field--name-created'>Thứ Ba, 05/11/2019 - 10:12</span></div></footer>",
          "<div class='field field--name-body'>")
    paragraphs(p)
    p.put("</div><div class='field field--name-field-tags'><div class='field__label'>Thẻ</div><a href='/t/1'>kịch</a></div></article>")
    p.furniture("Thêm bình luận", "Về các định dạng văn bản", wrap="<h3>{}</h3>")
    return p.put("</body></html>")


@layout("d")
def d_sharepoint():
    p = Page("d05.html", 4, published="2021-10-04T14:33", author=None, source=None)
    head(p, "Chi tiết tin - Sở Y tế tỉnh Kim Sa")
    p.truth["source"] = "Sở Y tế tỉnh Kim Sa"
    p.put("<table class='menu-top'><tr>" + links(MENU[:7], "<td><a href='/{n}'>{t}</a></td>") + "</tr></table>",
          "<div id='ctl00_PlaceHolderMain_g_top'><span>Thứ hai, 29/11/2021</span></div>",
          f"<div class='ArticleHeader'><span id='ctl00_lblTitle' class='title-news'>{p.story['title']}</span> <span id='ctl00_lblDate' class='date-news'>(04/10/2021 14:33)</span></div>",
          f"<div class='ArticleSummary'>{p.story['sapo']}</div><div class='ArticleContent'>")
    for t in p.story["text"]:
        p.put(f"<p class='MsoNormal' style='text-align:justify'><span style='font-size:14.0pt'>{t}</span></p>")
    p.put("</div>")
    p.furniture("Các tin khác", "In trang", "Gửi phản hồi", wrap="<div class='tool'>{}</div>")
    p.furniture("Thống kê truy cập", "Tổng lượt truy cập: 1.204.553", wrap="<div>{}</div>")
    return p.put("</body></html>")


@layout("d")
def d_blogger():
    p = Page("d06.html", 5, published="2014-04-13T20:07", author="Lão Ngư", source=None)
    head(p, "Góc Quê: " + p.story["title"], "<meta content='blogger' name='generator'/>")
    p.put("<div class='header-inner'><h1 class='title'><a href='/'>Góc Quê</a></h1><p class='description'>Ghi chép miền sông nước</p></div>",
          "<div class='date-outer'><h2 class='date-header'><span>Chủ Nhật, 13 tháng 4, 2014</span></h2>",
          f"<div class='post hentry'><h3 class='post-title entry-title'>{p.story['title']}</h3><div class='post-body entry-content'>")
    for t in p.story["text"]:
        p.put(t + "<br /><br />")
    p.put("</div><div class='post-footer'><span class='post-author vcard'>Người đăng: <span class='fn'>Lão Ngư</span></span> <span class='post-timestamp'>vào lúc <a class='timestamp-link' href='/x'><abbr class='published' title='2014-04-13T20:07:00+07:00'>20:07</abbr></a></span></div></div>")
    p.furniture("Gửi email bài đăng này", "BlogThis!", "Chia sẻ lên Facebook", wrap="<a href='#'>{}</a>")
    p.furniture("Không có nhận xét nào:", "Đăng nhận xét", "Bài đăng Mới hơn", "Trang chủ", "Đăng ký: Đăng Nhận xét (Atom)", wrap="<div>{}</div>")
    return p.put("</body></html>")


@layout("d")
def d_amp():
    p = Page("d07.html", 0, published="2020-06-18T06:30", author="Quang Hải", source="bao.example")
    p.put("<!doctype html><html amp lang='vi'><head><meta charset='utf-8'><script async src='https://cdn.ampproject.org/v0.js'></script>",
          f"<title>{p.story['title']}</title><link rel='canonical' href='https://bao.example/xa-hoi/cau-treo-2020061806.html'></head><body>")
    p.put("<amp-sidebar id='sidebar'><ul>" + links(MENU) + "</ul></amp-sidebar><header><a href='/'><amp-img src='/l.png'></amp-img></a></header>",
          f"<main><h1 class='title'>{p.story['title']}</h1><p class='meta'><span>18/06/2020 06:30 (GMT+7)</span></p><h2 class='sapo'>{p.story['sapo']}</h2><div class='content'>")
    paragraphs(p)
    p.put(f"<amp-img src='/a.jpg'></amp-img><p class='PhotoCMS_Caption'>{p.story['caption']}</p></div><p class='author'>Quang Hải</p></main>")
    p.furniture("Phiên bản đầy đủ", wrap="<a href='/full'>{}</a>")
    p.furniture("© 2020 Bản quyền thuộc về báo. Cấm sao chép dưới mọi hình thức nếu không có sự chấp thuận bằng văn bản.", wrap="<footer>{}</footer>")
    return p.put("</body></html>")


@layout("d")
def d_print_view():
    p = Page("d08.html", 1, published="2012-05-21T08:15", author="Ngọc Diệp", source="Báo Lộc Thạnh")
    head(p, "In bài viết")
    p.put("<div><img src='/logo.gif' alt='Báo Lộc Thạnh'></div>")
    p.furniture("In trang này", "Đóng cửa sổ", wrap="<a href='javascript:window.print()'>{}</a>")
    p.put(f"<div><b>{p.story['title']}</b></div><div><i>Cập nhật lúc 08:15, Thứ Hai, 21/05/2012 (GMT+7)</i></div>",
          f"<div><b>{p.story['sapo']}</b></div>")
    paragraphs(p, "<div>{}</div>")
    p.put("<div align=right><b>Ngọc Diệp</b></div><hr><div>Nguồn: Báo Lộc Thạnh</div>")
    p.furniture("URL: http://baolocthanh.example/kinh-te/2012/05/ho-tieu-13344/", wrap="<div>{}</div>")
    return p.put("</body></html>")


@layout("d")
def d_forum():
    p = Page("d09.html", 2, published="2018-06-02T21:44", author=None, source="baohaitrieu.vn")
    head(p, p.story["title"] + " | Diễn đàn Hải Triều")
    p.put("<div class='p-nav'><ul>" + links(["Diễn đàn", "Có gì mới?", "Thành viên", "Đăng nhập", "Đăng ký"]) + "</ul></div>",
          f"<div class='p-title'><h1 class='p-title-value'>{p.story['title']}</h1></div><div class='p-description'><ul><li><a class='username'>haitrieu_xua</a></li><li><a href='/t'><time class='u-dt' datetime='2018-06-02T21:44:10+0700'>2/6/18</time></a></li></ul></div>",
          "<article class='message'><div class='message-user'><h4>haitrieu_xua</h4><h5>Thành viên tích cực</h5><dl><dt>Bài viết</dt><dd>1,042</dd></dl></div><div class='bbWrapper'>")
    paragraphs(p, "{}<br/><br/>")
    p.put("Nguồn: baohaitrieu.vn</div>")
    p.furniture("Thành viên tích cực", "#1", wrap="<div>{}</div>")
    p.put("</article>")
    p.furniture("Bạn phải đăng nhập hoặc đăng ký để trả lời tại đây.", wrap="<div class='notice'>{}</div>")
    return p.put("</body></html>")


@layout("d")
def d_longform():
    p = Page("d10.html", 3, published="2021-01-15T06:00", author="Thanh Nga", source=None)
    head(p, p.story["title"], "<meta property='og:type' content='article'>")
    p.put("<div class='emag-header'><a href='/'>Trang chủ</a></div><div class='emag-cover'><img src='/c.jpg'>",
          f"<h1 class='emag-title'>{p.story['title']}</h1></div><div class='emag-sapo'>{p.story['sapo']}</div><div class='emag-body'>")
    for i, t in enumerate(p.story["text"]):
        p.put(f"<p>{t}</p>")
        if i == 1:
            p.put(f"<figure><img src='/b.jpg'><figcaption>{p.story['caption']}</figcaption></figure>")
    p.put("</div><div class='emag-credit'><div><span>Nội dung</span><b>Thanh Nga</b></div><div><span>Ảnh</span><b>Đỗ Kiên</b></div><div><span>Thiết kế</span><b>Hoàng Linh</b></div><div class='d'>15/01/2021</div></div>")
    p.truth["published"] = "2021-01-15"
    p.furniture("Trở lên trên", wrap="<a href='#top'>{}</a>")
    return p.put("</body></html>")


@layout("d")
def d_live():
    p = Page("d11.html", 4, published="2024-09-10T05:45", author="Nhóm phóng viên", source=None)
    p.truth["author"] = None
    head(p, p.story["title"])
    p.put("<ul class='nav'>" + links(MENU) + "</ul>", f"<h1>{p.story['title']}</h1><div class='t'>10/09/2024 | 05:45</div><p class='lead'>{p.story['sapo']}</p>")
    for hour, t in zip(("11:20", "10:05", "08:30", "06:10"), p.story["text"]):
        p.put(f"<div class='live-item'><span class='time'>{hour} 10/09/2024</span><p>{t}</p></div>")
    p.put("<p><em>Tiếp tục cập nhật…</em></p>")
    p.furniture("Tin mới nhất", "Đọc nhiều", wrap="<h3>{}</h3>")
    return p.put("</body></html>")


@layout("d")
def d_tag_page():
    p = Page("d12.html", 5, title=None)
    p.truth["kind"], p.story = "listing", dict(p.story, text=[])
    head(p, "Chợ nổi - tin tức mới nhất")
    p.put("<ul class='menu'>" + links(MENU) + "</ul><h1>Tag: chợ nổi</h1>")
    for i in range(8):
        p.put(f"<article><h3><a href='/b{i}.html'>{TEASERS[i % 6]} số {i}</a></h3><time>0{i + 1}/04/2023 07:15</time><p>Phóng viên ghi lại câu chuyện của những người ở lại với nghề cũ suốt bao mùa nước nổi.</p></article>")
    p.put("<div class='pagination'><a>1</a><a>2</a><a>Tiếp</a></div>")
    return p.put("</body></html>")


@layout("d")
def d_front_matter():
    p = Page("d20.md", 0, published="2025-04-02", author="Lê Trung, Phạm Hà", source="baomay.example")
    p.put("---", f"title: \"{p.story['title']}\"", "authors:", "  - Lê Trung", "  - Phạm Hà", "url: https://baomay.example/cau-treo", "hostname: baomay.example",
          f"description: {p.story['sapo']}", "sitename: baomay.example", "date: 2025-04-02", "tags: ['cầu treo', 'vùng cao']", "---", "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("d")
def d_front_matter_block():
    p = Page("d21.md", 1, published="2024-12-30T18:05", author="Thu An", source=None)
    p.put("---", "title: >-", "  " + p.story["title"][:30].rsplit(" ", 1)[0], "  " + p.story["title"][len(p.story["title"][:30].rsplit(" ", 1)[0]) + 1:],
          "author:", "- name: Thu An", "  role: reporter", "pubDate: 2024-12-30 18:05:00 +0700", "draft: false", "categories:", "- Kinh tế", "---", "", p.story["sapo"], "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("d")
def d_reader_md():
    p = Page("d22.md", 2, published="2026-01-19T09:30", author="Hạ Vy", source=None)
    p.put(f"Title: {p.story['title']}", "", "URL Source: https://haitrieu.example/lop-boi-mien-phi.htm", "", "Published Time: 2026-01-19T09:30:00+07:00", "", "Markdown Content:")
    p.put(f"{p.story['title']}", "===============", "", "[Trang chủ](https://haitrieu.example/)", "", "[Giáo dục](https://haitrieu.example/gd)", "", "Thứ Hai, 19/01/2026 - 09:30", "", f"**{p.story['sapo']}**", "")
    for t in p.story["text"]:
        p.put(t, "")
    p.put("**Hạ Vy**", "")
    p.truth["source"] = "haitrieu.example"
    p.furniture("Đọc thêm", "Thích trang", "Gửi góp ý")
    return p


@layout("d")
def d_lynx():
    p = Page("d40.txt", 3, published="2011-02-08T16:22", author="Thu Hiền", source=None)
    p.put("   #[1]RSS", "", "   [2]Trang nhất [3]Xã hội [4]Kinh tế [5]Văn hoá", "", f"   {p.story['title']}", "", "   Thứ ba, 08/02/2011, 16:22 GMT+7", "")
    for t in [p.story["sapo"]] + p.story["text"]:
        line = "  "
        for w in t.split():
            if len(line) + len(w) > 70:
                p.put(line)
                line = "  "
            line += " " + w
        p.put(line, "")
    p.put("   Thu Hiền", "")
    p.furniture("[6]Gửi cho bạn bè", "[7]Bản in", wrap="   {}")
    p.put("", "References", "", "   Visible links", "   1. http://bao.example/rss", "   2. http://bao.example/", "   3. http://bao.example/xh")
    p.odd += ["References", "Visible links"]
    return p


@layout("d")
def d_extracted_after():
    """Text extractors leave lede and byline before a date without a time."""
    p = Page("d41.txt", 4, published="2023-10-11", author="Mai Lan", source=None)
    p.put(p.story["title"], "", p.story["sapo"], "", "Mai Lan", "11/10/2023", "")
    for t in p.story["text"]:
        p.put(t, "")
    return p


@layout("d")
def d_pdf_text():
    p = Page("d42.txt", 5, published="2009-09-18", author="NGUYỄN TÂM", source=None)
    p.odd += ["Số 3120 - Thứ Sáu 18-9-2009"]
    p.put("Số 3120 - Thứ Sáu 18-9-2009", "", p.story["title"].upper(), "")
    p.truth["title"] = p.story["title"].upper()
    for t in p.story["text"]:
        wrapped(p, t, 48)
    return p.put("NGUYỄN TÂM")


@layout("d")
def d_newsletter():
    p = Page("d43.txt", 0, published="2016-12-01", author=None, source="Văn phòng UBND xã Đồng Mây")
    p.put("BẢN TIN NỘI BỘ", "Ngày 01 tháng 12 năm 2016", "", p.story["title"], "")
    p.odd += ["BẢN TIN NỘI BỘ"]
    for t in p.story["text"]:
        p.put("    " + t)
    return p.put("", "Nguồn: Văn phòng UBND xã Đồng Mây")


@layout("d")
def d_facebook_copy():
    p = Page("d44.txt", 1, published="2022-08-20T07:05", author=None, source="Báo Lộc Thạnh")
    p.odd += ["Thích · Phản hồi · 3 giờ"]
    p.put("Báo Lộc Thạnh", "20 tháng 8, 2022 lúc 07:05 ·", "", p.story["title"].upper(), "")
    p.truth["title"] = p.story["title"].upper()
    for t in p.story["text"]:
        p.put(t, "")
    return p.put("Thích · Phản hồi · 3 giờ")
