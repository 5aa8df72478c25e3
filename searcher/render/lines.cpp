#include <cstdio>
#include <ostream>

#include "searcher/render/render.h"

namespace khobao::searcher {
namespace {

std::string csv_field(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

std::string score_text(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", kScoreDecimals, score);
  return text;
}

std::string percent_encoded(const std::string& id) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && byte != '%') {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

}  // namespace

void render_csv(const SearchResponse& response, const RenderOptions& options, std::ostream& out) {
  out << "rank,id,score,match,title,published,source,outlet,author,path,url,snippet\r\n";
  for (size_t i = 0; i < response.hits.size(); ++i) {
    const Hit& hit = response.hits[i];
    const archive::Article& a = hit.article;
    out << options.first_rank + i << ',' << csv_field(a.id) << ',' << score_text(hit.score) << ','
        << (hit.full ? "full" : "partial");
    for (const std::string* s : {&a.title, &a.published, &a.source, &a.outlet, &a.author, &a.path,
                                 &a.url, &hit.snippet.text}) {
      out << ',' << csv_field(*s);
    }
    out << "\r\n";
  }
}

void render_trec(const SearchResponse& response, const RenderOptions& options, std::ostream& out) {
  const std::string query_id = options.query_id.empty() ? "1" : percent_encoded(options.query_id);
  for (size_t i = 0; i < response.hits.size(); ++i) {
    const Hit& hit = response.hits[i];
    out << query_id << " Q0 " << percent_encoded(hit.article.id) << ' ' << options.first_rank + i
        << ' ' << score_text(hit.score) << " khobao\n";
  }
}

}  // namespace khobao::searcher
