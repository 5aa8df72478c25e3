// How fast organisations and documents are recognised, without reading and indexing.
//
// usage: names_speed ARTICLES.jsonl
//
// Prints articles, MB of text, CPU seconds of recognition alone, MB/s (1,000,000 bytes) and tokens/s,
// the seconds that the recogniser's tables take at startup, and tokens/s of the learned part alone:
// a word's questions, their weights and the best sequence of tags.
#include <ctime>
#include <fstream>
#include <iostream>

#include "indexer/read/reader.h"
#include "indexer/recognise/article_reading.h"
#include "indexer/recognise/learned/name_tagger.h"
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
  recognise::ArticleReading reading(gazetteer);
  const recognise::NameModel model;
  recognise::NameTagger tagger(model);
  double spent = 0, tagging = 0;
  size_t articles = 0, bytes = 0, names = 0, words = 0, found = 0;
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
    names::ArticleText text{.title = article->title,
                            .paragraphs = {},
                            .published = article->published,
                            .outlet = article->outlet,
                            .tokens = tokens};
    for (const archive::Paragraph& paragraph : article->paragraphs)
      text.paragraphs.push_back(paragraph.text);
    reading.read_words(text);
    reading.read_names();
    for (const auto& paragraph : tokens) words += paragraph.size();
    const double tagged_from = cpu_seconds();
    found += tagger.find(reading.words()).size();
    tagging += cpu_seconds() - tagged_from;
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::cout << articles << " articles, " << megabytes << " MB of text, " << names
            << " organisations: " << spent << " s of CPU, " << megabytes / spent
            << " MB/s, " << static_cast<double>(words) / 1e6 / spent
            << " million tokens/s; tables at startup " << loaded << " s; " << found
            << " names tagged at " << static_cast<double>(words) / 1e6 / tagging
            << " million tokens/s\n";
}
