// How fast organisations and documents are recognised, without reading and indexing.
//
// usage: names_speed ARTICLES.jsonl
//
// Prints articles, MB of text, CPU seconds of recognition alone and MB/s (1,000,000 bytes), and the
// seconds that the recogniser's tables take at startup.
#include <ctime>
#include <fstream>
#include <iostream>

#include "indexer/read/reader.h"
#include "indexer/recognise/naming.h"
#include "indexer/recognise/recogniser.h"

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace khobao;
  std::ifstream in(argc == 2 ? argv[1] : "");
  if (!in) {
    std::cerr << "usage: names_speed ARTICLES.jsonl\n";
    return 2;
  }
  const double start = cpu_seconds();
  const names::Gazetteer gazetteer;
  const double loaded = cpu_seconds() - start;
  recognise::Recogniser recogniser(gazetteer);
  text::Tokenizer tokenizer;
  double spent = 0;
  size_t articles = 0, bytes = 0, names = 0;
  for (std::string line; std::getline(in, line);) {
    auto article = read::read_json_record(line, {});
    if (!article) continue;
    ++articles;
    bytes += article->title.size();
    for (const archive::Paragraph& paragraph : article->paragraphs) bytes += paragraph.text.size();
    const double before = cpu_seconds();
    const recognise::ArticleTokens tokens = recognise::tokenise(tokenizer, *article);
    recognise::name_article(recogniser, *article, tokens);
    spent += cpu_seconds() - before;
    names += article->organisations.size();
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::cout << articles << " articles, " << megabytes << " MB of text, " << names
            << " organisations: " << spent << " s of CPU, " << megabytes / spent
            << " MB/s; tables at startup " << loaded << " s\n";
}
