#include "indexer/input/web/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "common/language/say.h"
#include "indexer/input/web/content_coding.h"
#include "indexer/input/web/header_fields.h"

namespace khobao::input {
namespace {

constexpr size_t kFillBytes = 128 << 10;
constexpr size_t kMostHeaderBytes = 64 << 10;
constexpr size_t kMostHttpHeaderBytes = 256 << 10;  // cookies
constexpr std::string_view kMark = "WARC/";

using Kind = WarcReader::Record::Kind;

void break_off(WarcReader::Record& record, Message message, Message hint = "") {
  record.kind = Kind::broken;
  record.broken = {ErrorCode::input, std::move(message), std::move(hint)};
}

void pass(WarcReader::Record& record, Message kind) {
  record.kind = Kind::passed;
  record.passed = std::move(kind);
}

bool is_web_address(std::string_view uri) {
  return uri.starts_with("http://") || uri.starts_with("https://");
}

bool is_page(const std::string& type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

// "HTTP/1.1 200 OK" -> 200; 0 where it is no status line.
int status_of(std::string_view header) {
  if (!header.starts_with("HTTP/")) return 0;
  const size_t space = header.find(' ');
  if (space == std::string_view::npos) return 0;
  int status = 0;
  std::from_chars(header.data() + space + 1, header.data() + header.size(), status);
  return status;
}

// "<https://…>" of old writers.
std::string target_of(const std::string& header) {
  std::string uri = header_field(header, "warc-target-uri");
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return uri;
}

}  // namespace

bool is_warc(std::string_view head) {
  return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
}

Result<bool> WarcReader::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const size_t had = buffer_.size();
  buffer_.resize(had + kFillBytes);
  const auto got = source_.read(buffer_.data() + had, kFillBytes);
  buffer_.resize(had + (got ? *got : 0));
  if (!got) return got.error();
  return *got > 0;
}

Result<bool> WarcReader::fill_to(size_t bytes) {
  while (available() < bytes) {
    auto more = fill();
    if (!more || !*more) return more;
  }
  return true;
}

Result<bool> WarcReader::next(Record& record) {
  record = {};
  auto more = read_record(record);
  if (more || !source_.skip_damage()) return more;
  break_off(record, more.error().message);
  record.number = number_ == 0 ? ++number_ : number_;
  for (;;) {
    // What came of the damaged member is no record.
    buffer_.clear();
    at_ = 0;
    const auto found = find_record(true);
    if (found) return true;
    if (!source_.skip_damage()) return found.error();
  }
}

Result<bool> WarcReader::read_record(Record& record) {
  for (;;) {  // blank lines end a record
    while (at_ < buffer_.size() && (buffer_[at_] == '\r' || buffer_[at_] == '\n')) ++at_;
    if (available() > 0) break;
    auto more = fill();
    if (!more || !*more) return more;
  }
  record.number = ++number_;
  if (auto begun = fill_to(kMark.size()); !begun) return begun.error();
  const auto end = rest().starts_with(kMark) ? header_end() : Result<size_t>(size_t{0});
  if (!end) return end.error();
  if (*end == 0) {
    break_off(record, say("no header of a WARC record"));
    if (auto found = find_record(false); !found) return found.error();
    return true;
  }
  const std::string header(rest().substr(0, *end));
  at_ += *end;
  const std::string length_text = header_field(header, "content-length");
  uint64_t length = 0;
  const auto parsed =
      std::from_chars(length_text.data(), length_text.data() + length_text.size(), length);
  if (length_text.empty() || parsed.ec != std::errc() ||
      parsed.ptr != length_text.data() + length_text.size()) {
    break_off(record, say("a WARC record without its length"));
    if (auto found = find_record(true); !found) return found.error();
    return true;
  }
  const std::string type = header_field(header, "warc-type");
  const std::string content = media_type(header_field(header, "content-type"));
  const std::string segment = header_field(header, "warc-segment-number");
  const bool holds_page =
      is_web_address(target_of(header)) && (segment.empty() || segment == "1") &&
      ((type == "response" && (content.empty() || content == "application/http")) ||
       (type == "resource" && is_page(content)));
  if (!holds_page) {
    pass(record, type == "revisit"     ? "revisits"
                 : type == "response"  ? say("responses that are not of the web")
                 : type == "resource"  ? say("resources that are no pages")
                                       : say("records of crawlers"));
    if (auto skipped = skip(length, record); !skipped) return skipped.error();
    return true;
  }
  if (auto read = read_payload(record, length, header); !read) return read.error();
  return true;
}

// Where the header at the front ends; 0 where it does not within reason.
Result<size_t> WarcReader::header_end() {
  for (;;) {
    const size_t end = header_bytes(rest().substr(0, kMostHeaderBytes));
    if (end != std::string_view::npos) return end;
    if (available() >= kMostHeaderBytes) return size_t{0};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return size_t{0};
  }
}

Result<void> WarcReader::read_payload(Record& record, uint64_t length, const std::string& header) {
  const bool over_http = header_field(header, "warc-type") == "response";
  std::string http;
  if (over_http) {
    for (;;) {
      const auto in_record =
          static_cast<size_t>(std::min<uint64_t>({length, available(), kMostHttpHeaderBytes}));
      const size_t end = header_bytes(rest().substr(0, in_record));
      if (end != std::string_view::npos) {
        http = rest().substr(0, end);
        break;
      }
      if (in_record == length || in_record == kMostHttpHeaderBytes) break;
      const auto more = fill();
      if (!more) return more.error();
      if (!*more) break;
    }
    const int status = status_of(http);
    const std::string type = media_type(header_field(http, "content-type"));
    if (http.empty() || status == 0) {
      break_off(record, say("no header of HTTP"));
      return skip(length, record);
    }
    if (status != 200 || (!type.empty() && !is_page(type))) {
      pass(record, status != 200 ? say("responses with another status") : say("images and other files"));
      return skip(length, record);
    }
    at_ += http.size();
    length -= http.size();
  }
  if (length > max_page_bytes_) {
    break_off(record, say("a page longer than {} MiB", max_page_bytes_ >> 20),
              say("raise the limit with --max-file-size"));
    return skip(length, record);
  }
  const auto size = static_cast<size_t>(length);
  const auto whole = fill_to(size);
  if (!whole) return whole.error();
  if (!*whole) {
    at_ = buffer_.size();
    break_off(record, say("the WARC record is cut short"));
    return {};
  }
  std::string body(rest().substr(0, size));
  at_ += size;
  if (header_field(http, "transfer-encoding").find("hunked") != std::string::npos)
    body = without_chunks(body);
  auto plain =
      without_coding(std::move(body), header_field(http, "content-encoding"), max_page_bytes_);
  if (!plain) {
    break_off(record, plain.error().message, plain.error().hint);
    return {};
  }
  if (plain->empty()) {
    pass(record, say("empty pages"));
    return {};
  }
  const std::string content = header_field(over_http ? http : header, "content-type");
  record.kind = Kind::page;
  record.page = {.bytes = std::move(*plain),
                 .charset = header_parameter(content, "charset"),
                 .url = target_of(header),
                 .fetched = header_field(header, "warc-date")};
  return {};
}

Result<void> WarcReader::skip(uint64_t bytes, Record& record) {
  while (bytes > 0) {
    const uint64_t step = std::min<uint64_t>(bytes, available());
    at_ += static_cast<size_t>(step);
    bytes -= step;
    if (bytes == 0) break;
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) {
      break_off(record, say("the WARC record is cut short"));
      break;
    }
  }
  return {};
}

// To the next line that begins as a record does, or to the end. `may_be_here`: it may begin where we
// stand.
Result<void> WarcReader::find_record(bool may_be_here) {
  for (;;) {
    for (size_t at = rest().find(kMark); at != std::string_view::npos;
         at = rest().find(kMark, at + 1)) {
      const bool begins_line = at == 0 ? may_be_here : rest()[at - 1] == '\n';
      if (begins_line && is_warc(rest().substr(at, kMark.size() + 2))) {
        at_ += at;
        return {};
      }
    }
    // The mark may lie across the border, with the line end in front of it.
    const size_t tail = std::min(available(), kMark.size() + 3);
    may_be_here = may_be_here && tail == available();  // nothing was passed
    at_ = buffer_.size() - tail;
    const size_t kept = available();
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) {
      at_ += kept;
      return {};
    }
  }
}

}  // namespace khobao::input
