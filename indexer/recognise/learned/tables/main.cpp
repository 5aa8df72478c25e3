/// make_learned DATA FOLDER: writes the tables of words and phrases (linked/linked_tables.h) of the
/// files in DATA as files of FOLDER. Run by the build alone.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "indexer/recognise/learned/phrase_kinds.h"
#include "indexer/recognise/learned/post_phrases.h"
#include "indexer/recognise/learned/word_facts.h"
#include "indexer/recognise/learned/word_pairs.h"

namespace {

using namespace khobao::recognise;

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool written(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  if (out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) return true;
  std::cerr << "make_learned: error: cannot write '" << path << "'\n";
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_learned DATA FOLDER\n";
    return 2;
  }
  const std::string data = std::string(arguments[1]) + "/", folder = std::string(arguments[2]) + "/";
  const WordFactsTable facts(contents(data + "word_facts.tsv"), contents(data + "name_hints.tsv"));
  const PhraseKinds phrases(contents(data + "phrase_kinds.bin"));
  const WordPairs pairs(contents(data + "word_pairs.bin"));
  const PostPhrases posts(contents(data + "posts.tsv"));
  const bool all = written(folder + "word_facts.bin", facts.bytes()) &&
                   written(folder + "phrase_kinds.bin", phrases.bytes()) &&
                   written(folder + "word_pairs.bin", pairs.bytes()) &&
                   written(folder + "posts.bin", posts.bytes());
  return all ? 0 : 4;
}
