"""What the pages of layouts.py are made of: invented stories, and a page that knows its truth."""
import html

STORIES = [
    dict(title="Xã Đồng Mây khánh thành cầu treo bắc qua sông Kon",
         sapo="Cây cầu dài 86 m nối hai thôn vùng cao giúp hơn 400 hộ dân không còn phải lội suối mỗi mùa mưa lũ.",
         text=["Sáng nay, hàng trăm người dân thôn Tà Lang và thôn Suối Bạc có mặt từ sớm để chứng kiến lễ khánh thành cây cầu mà họ chờ đợi suốt nhiều năm.",
               "Theo Chủ tịch UBND xã Đồng Mây Hồ Văn Lực, công trình có tổng vốn 4,2 tỷ đồng, trong đó người dân đóng góp gần 600 triệu đồng và hơn một nghìn ngày công.",
               "Trước đây, học sinh hai thôn phải đi bè qua sông để tới trường, nhiều hôm nước lớn các em đành nghỉ học cả tuần liền.",
               "Chính quyền xã cho biết sẽ cử người trông coi cầu và bảo dưỡng dây cáp sáu tháng một lần để bảo đảm an toàn cho bà con."],
         caption="Người dân thôn Tà Lang đi trên cây cầu mới."),
    dict(title="Giá hồ tiêu ở vùng đồi Lộc Thạnh tăng trở lại sau ba năm",
         sapo="Nhiều nhà vườn chăm lại những trụ tiêu bỏ hoang khi giá thu mua vượt mốc 150.000 đồng mỗi kg.",
         text=["Gia đình bà Trần Thị Nhài có hơn 800 trụ tiêu trồng từ mười năm trước, từng định chặt bỏ để trồng sầu riêng vì giá xuống quá thấp.",
               "Thương lái tại chợ đầu mối cho hay lượng hàng về mỗi ngày chỉ bằng một nửa năm ngoái, trong khi đơn đặt mua của các nhà máy vẫn tăng đều.",
               "Phòng Kinh tế huyện Lộc Thạnh khuyến cáo nông dân không mở rộng diện tích ồ ạt mà tập trung tưới tiết kiệm và phòng bệnh chết nhanh.",
               "Năm nay toàn huyện còn khoảng 1.900 ha hồ tiêu cho thu hoạch, năng suất bình quân đạt 2,4 tấn mỗi ha."],
         caption="Nông dân Lộc Thạnh phơi tiêu trên sân nhà."),
    dict(title="Trường tiểu học ven biển mở lớp dạy bơi miễn phí cho học trò",
         sapo="Bể bơi di động do một nhóm cựu học sinh góp tiền mua được đặt ngay giữa sân trường Hải Triều.",
         text=["Mỗi buổi chiều, hơn 60 em nhỏ chia thành bốn nhóm xuống nước cùng hai thầy giáo thể dục và ba tình nguyện viên.",
               "Cô Lê Thị Mận, hiệu trưởng nhà trường, nói rằng ba năm qua xã có bốn trẻ đuối nước nên việc dạy bơi không thể chậm thêm nữa.",
               "Nhóm cựu học sinh đã gom được 180 triệu đồng sau hai tháng kêu gọi, đủ mua bể và trả tiền nước cho cả mùa hè.",
               "Đến cuối tháng, nhà trường sẽ kiểm tra và cấp giấy chứng nhận cho những em bơi được 25 m liên tục."],
         caption="Học trò Hải Triều tập nổi trong bể bơi di động."),
    dict(title="Đoàn kịch Sông Thao dựng lại vở diễn nửa thế kỷ trước",
         sapo="Vở kịch từng làm say lòng khán giả vùng trung du được dàn dựng bằng bản thảo chép tay tìm thấy trong kho.",
         text=["Bản thảo gồm 74 trang giấy ố vàng được người con gái của cố tác giả trao lại cho đoàn hồi đầu năm.",
               "Đạo diễn Phan Hữu Thịnh cho biết ông giữ nguyên lời thoại, chỉ rút ngắn hai cảnh để hợp với nhịp xem của công chúng hôm nay.",
               "Các nghệ sĩ trẻ phải học lại lối ngâm thơ trung du từ những diễn viên đã nghỉ hưu, có người nay ngoài tám mươi tuổi.",
               "Đêm diễn đầu tiên bán hết vé từ trước một tuần, ban tổ chức phải kê thêm ghế dọc hai lối đi."],
         caption="Một cảnh trong vở diễn của đoàn kịch Sông Thao."),
    dict(title="Bệnh viện huyện Kim Sa lần đầu mổ nội soi khớp gối",
         sapo="Ca mổ kéo dài 70 phút giúp một phụ nữ 52 tuổi đi lại được mà không phải chuyển lên tuyến trên.",
         text=["Bệnh nhân nhập viện trong tình trạng đau khớp kéo dài, không thể gập gối quá 60 độ và phải chống nạng khi đi lại.",
               "Bác sĩ Vũ Đình Khải, trưởng khoa Ngoại, cho hay ê kíp đã học kỹ thuật này suốt sáu tháng tại bệnh viện tỉnh.",
               "Chi phí ca mổ khoảng 18 triệu đồng, bảo hiểm y tế chi trả phần lớn nên gia đình chỉ phải nộp hơn ba triệu đồng.",
               "Từ nay đến cuối năm, bệnh viện dự kiến thực hiện thêm 20 ca tương tự cho người bệnh trong vùng."],
         caption="Ê kíp mổ của bệnh viện Kim Sa."),
    dict(title="Chợ nổi Vàm Thủ họp trở lại vào sáng sớm cuối tuần",
         sapo="Gần 50 ghe xuồng chở trái cây, rau củ tụ về khúc sông quen sau hơn hai năm vắng bóng.",
         text=["Từ bốn giờ sáng, tiếng máy đuôi tôm đã rộn ràng trên ngã ba sông, người bán treo hàng lên cây bẹo để khách dễ thấy từ xa.",
               "Anh Võ Văn Lượm, người bán khóm ba đời, kể rằng mỗi phiên anh bán được chừng bốn trăm trái, lời hơn ba trăm nghìn đồng.",
               "Ủy ban nhân dân thị trấn hỗ trợ mỗi ghe một triệu đồng tiền dầu trong ba tháng đầu để níu người bán ở lại.",
               "Khách phương xa có thể đi đò từ bến Ninh Thuận, mỗi lượt hai mươi nghìn đồng, trẻ em không mất tiền."],
         caption="Ghe trái cây trên chợ nổi Vàm Thủ."),
]
MENU = ["Trang chủ", "Thời sự", "Chính trị", "Kinh tế", "Văn hóa", "Giáo dục", "Y tế", "Thể thao", "Pháp luật",
        "Quốc tế", "Bạn đọc", "Đa phương tiện"]
TEASERS = ["Ba người thoát nạn khi xuồng lật trên hồ Ea Nhái", "Vì sao nhãn lồng năm nay chín muộn nửa tháng",
           "Thầy giáo già giữ bộ sưu tập đèn dầu 300 chiếc", "Cận cảnh con dốc cong nhất phố núi Tam Giang",
           "Đội bóng làng Vọng vào chung kết nhờ loạt luân lưu", "Mùa cá cơm về, bãi Ngang thức trắng đêm"]


class Page:
    """A page being written: `own` is the article's, `odd` is furniture; both are checked."""

    def __init__(self, name, story, **truth):
        self.name, self.story, self.lines, self.odd = name, STORIES[story % len(STORIES)], [], []
        self.truth = dict(title=self.story["title"], published=None, source=None, author=None)
        self.truth.update(truth)

    def put(self, *lines):
        self.lines += lines
        return self

    def furniture(self, *lines, wrap="{}"):
        """Printed; the lines are wanted as furniture."""
        self.odd += lines
        self.lines += [wrap.format(line) for line in lines]
        return self

    def record(self):
        return dict(file=self.name, title=self.truth["title"], published=self.truth["published"],
                    published_from="line", source=self.truth["source"], author=self.truth["author"],
                    boilerplate=self.odd, organisations=[], documents=[], own=self.story["text"],
                    kind=self.truth.get("kind", "article"))

    def text(self):
        return "\n".join(self.lines) + "\n"


PAGES = {batch: [] for batch in "abcde"}


def layout(batch):
    def add(make):
        PAGES[batch].append(make)
        return make
    return add


def links(items, item="<li><a href=\"/{n}\">{t}</a></li>"):
    return "".join(item.format(n=f"tin-{i}.html", t=html.escape(t)) for i, t in enumerate(items))


def paragraphs(p, tag="<p>{}</p>"):
    return p.put(*[tag.format(t) for t in p.story["text"]])


def head(p, title=None, metas=""):
    return p.put("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\">",
                 f"<title>{title or p.story['title']}</title>", metas, "</head><body>")


def crawl_menu(p, items=MENU):
    p.put(*[f"  * [{m}](https://bao.example/{i})" for i, m in enumerate(items)])
    p.odd += items[2:5]
    return p


def wrapped(p, text, width):
    line = ""
    for w in text.split():
        if len(line) + len(w) > width:
            p.put(line.strip())
            line = ""
        line += w + " "
    p.put(line.strip(), "")
