#include "searcher/show/render/line_answers.h"

#include <cstdio>
#include <ostream>

#include "common/text/letters/byte_order_mark.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"

namespace khobao::show {
namespace {

using text::csv_cell;
using text::percent_encoded;

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

// TREC runs are sorted by score: in date orders it is that of the rank.
std::string trec_score(const searcher::Hit& hit, const RenderOptions& options, size_t rank) {
  if (!options.by_date) return score_text(hit.score);
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", 1.0 / static_cast<double>(rank));
  return text;
}

// Facets as a table of their own: no hit has a place in it.
void render_facets(const searcher::SearchResponse& response, std::ostream& out) {
  out << "facet,value,count\r\n";
  for (const searcher::Facet& facet : response.facets) {
    for (const searcher::FacetCount& count : facet.counts) {
      out << archive::field(facet.field).name << ',' << csv_cell(count.value) << ',' << count.count
          << "\r\n";
    }
  }
}

}  // namespace

void render_csv(const searcher::SearchResponse& response, const RenderOptions& options,
                std::ostream& out) {
  if (options.first_hits && options.byte_order_mark) out << text::kUtf8Mark;
  if (options.facets_alone) return render_facets(response, out);
  if (options.first_hits) {
    out << "rank,id,score,match,title,published,source,outlet,author,path,url,snippet";
    for (const archive::FieldRow& field : archive::kFields) {
      if (!field.answer_key.empty()) out << ',' << field.answer_key;
    }
    out << ",documents\r\n";
  }
  for (size_t i = 0; i < response.hits.size(); ++i) {
    const searcher::Hit& hit = response.hits[i];
    const archive::Article& a = hit.article;
    out << options.first_rank + i << ',' << csv_cell(a.id) << ',' << score_text(hit.score) << ','
        << (hit.full ? "full" : "partial");
    for (const std::string* s : {&a.title, &a.published, &a.source, &a.outlet, &a.author, &a.path,
                                 &a.url, &hit.snippet.text}) {
      out << ',' << csv_cell(*s);
    }
    for (const archive::FieldRow& field : archive::kFields) {
      if (!field.answer_key.empty()) out << ',' << csv_cell(in_one_cell(field.reader(a)));
    }
    out << ',' << csv_cell(in_one_cell(a.documents));
    out << "\r\n";
  }
}

void render_tsv(const searcher::SearchResponse& response, const RenderOptions&, std::ostream& out) {
  for (const searcher::Hit& hit : response.hits) {
    const archive::Article& a = hit.article;
    out << text::printable(a.id) << '\t' << score_text(hit.score) << '\t'
        << (hit.full ? "full" : "partial");
    for (const std::string* s : {&a.published, &a.outlet, &a.display_title, &a.path, &a.url})
      out << '\t' << text::printable(*s);
    out << '\n';
  }
}

void render_trec(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out) {
  const std::string query_id = options.query_id.empty() ? "1" : percent_encoded(options.query_id);
  for (size_t i = 0; i < response.hits.size(); ++i) {
    const searcher::Hit& hit = response.hits[i];
    out << query_id << " Q0 " << percent_encoded(hit.article.id) << ' ' << options.first_rank + i
        << ' ' << trec_score(hit, options, options.first_rank + i) << " khobao\n";
  }
}

}  // namespace khobao::show
