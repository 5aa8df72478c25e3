#include <cstdio>
#include <ostream>

#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/render/render.h"

namespace khobao::show {
namespace {

// Ids and paths may hold control characters, which a spreadsheet has no use for and a terminal
// would obey.
std::string csv_field(const std::string& raw) {
  const std::string value = text::printable(raw);
  if (value.find_first_of(",\"") == std::string::npos) return value;
  std::string out = "\"";
  for (char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

std::string in_one_cell(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::string score_text(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", searcher::kScoreDecimals, score);
  return text;
}

// Spaces, control characters and malformed bytes percent-encoded.
std::string percent_encoded(const std::string& id) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (size_t pos = 0; pos < id.size();) {
    const size_t begin = pos;
    const char32_t c = text::next_code_point(id, pos);
    if (c > 0x20 && c != '%' && !(c >= 0x7F && c <= 0xA0) && c != text::kReplacement) {
      out.append(id, begin, pos - begin);
      continue;
    }
    for (const char byte : id.substr(begin, pos - begin)) {
      out += '%';
      out += kDigits[static_cast<unsigned char>(byte) >> 4];
      out += kDigits[static_cast<unsigned char>(byte) & 15];
    }
  }
  return out;
}

}  // namespace

void render_csv(const searcher::SearchResponse& response, const RenderOptions& options,
                std::ostream& out) {
  out << "rank,id,score,match,title,published,source,outlet,author,path,url,snippet";
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.answer_key.empty()) out << ',' << field.answer_key;
  }
  out << "\r\n";
  for (size_t i = 0; i < response.hits.size(); ++i) {
    const searcher::Hit& hit = response.hits[i];
    const archive::Article& a = hit.article;
    out << options.first_rank + i << ',' << csv_field(a.id) << ',' << score_text(hit.score) << ','
        << (hit.full ? "full" : "partial");
    for (const std::string* s : {&a.title, &a.published, &a.source, &a.outlet, &a.author, &a.path,
                                 &a.url, &hit.snippet.text}) {
      out << ',' << csv_field(*s);
    }
    for (const archive::FieldRow& field : archive::kFields) {
      if (!field.answer_key.empty()) out << ',' << csv_field(in_one_cell(field.reader(a)));
    }
    out << "\r\n";
  }
}

void render_trec(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out) {
  const std::string query_id = options.query_id.empty() ? "1" : percent_encoded(options.query_id);
  for (size_t i = 0; i < response.hits.size(); ++i) {
    const searcher::Hit& hit = response.hits[i];
    out << query_id << " Q0 " << percent_encoded(hit.article.id) << ' ' << options.first_rank + i
        << ' ' << score_text(hit.score) << " khobao\n";
  }
}

}  // namespace khobao::show
