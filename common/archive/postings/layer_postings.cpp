#include "common/archive/postings/layer_postings.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "common/archive/schema.h"
#include "common/archive/streams/stream_file.h"
#include "common/archive/streams/token_stream_scan.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/vocabulary.h"

namespace khobao::archive {
namespace {

constexpr uint64_t kArticlesOfWord = 32, kArticlesOfPair = 64, kFewestHolders = 64;
// The commonest words of a layer; a table of their pairs takes 18 MB.
constexpr size_t kMostPairedWords = 1500;
// What was read of the streams is let go from memory after so many articles.
constexpr uint64_t kPassedAtOnce = 1024;

uint32_t fewest_holders(uint64_t articles, uint64_t of) {
  return static_cast<uint32_t>(std::max(kFewestHolders, articles / of));
}

// The streams of a layer, one after another; damaged ones end the reading.
class LayerStreams {
 public:
  static Result<LayerStreams> open(const Layer& layer, uint64_t articles) {
    auto file = StreamFile::open(layer.streams(), articles);
    if (!file) return file.error();
    return LayerStreams(std::move(*file), layer.streams());
  }

  // Calls `use(docid, parts)`.
  template <class Use>
  Result<void> each(Use use) const {
    StreamParts parts;
    for (uint64_t docid = 1; docid <= file_.articles(); ++docid) {
      if (!open_stream(file_.of(docid), parts)) {
        return Error{ErrorCode::index_corrupt,
                     say("the words of article {} in '{}' are not what was written", docid, path_),
                     ""};
      }
      use(static_cast<uint32_t>(docid), parts);
      if (docid % kPassedAtOnce == 0) file_.passed(docid);
    }
    return {};
  }

 private:
  LayerStreams(StreamFile file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

  StreamFile file_;
  std::string path_;
};

std::optional<text::WordId> word_at(const StreamView& view, uint32_t place) {
  const unsigned unit = view.unit_at(place);
  if (unit < stream_unit::kFirstWord || unit >= stream_unit::kFirstOwn) return std::nullopt;
  return unit - stream_unit::kFirstWord;
}

// Calls `use(first, second)` for each two words of the vocabulary that stand side by side in an article,
// as often as they do. A compound stands where its first part does.
template <class Use>
void each_pair(const StreamParts& parts, Use use) {
  const StreamView& view = parts.view;
  std::optional<text::WordId> before;
  for (uint32_t place = 0; place < view.units; ++place) {
    const auto word = word_at(view, place);
    if (before && word) use(*before, *word);
    before = word;
  }
  for (const Compound& compound : parts.compounds) {
    if (compound.word >= kOwnWord) continue;
    if (compound.place > 0) {
      if (const auto word = word_at(view, compound.place - 1)) use(*word, compound.word);
    }
    if (compound.place + 1 < view.units) {
      if (const auto word = word_at(view, compound.place + 1)) use(compound.word, *word);
    }
    for (const Compound& next : parts.compounds) {
      if (next.place == compound.place + 1 && next.word < kOwnWord) use(compound.word, next.word);
    }
  }
}

// Numbers for the commonest words, from 0; the others have none.
class PairedWords {
 public:
  static constexpr uint16_t kNone = UINT16_MAX;

  static Result<PairedWords> of(const LayerStreams& streams, uint32_t fewest) {
    const size_t size = text::vocabulary().size();
    std::vector<uint32_t> holders(size), last(size);
    auto read = streams.each([&](uint32_t docid, const StreamParts& parts) {
      for (uint32_t place = 0; place < parts.view.units; ++place) {
        const auto word = word_at(parts.view, place);
        if (word && *word < size && std::exchange(last[*word], docid) != docid) ++holders[*word];
      }
    });
    if (!read) return read.error();
    PairedWords out;
    out.numbers_.assign(size, kNone);
    for (text::WordId word = 0; word < size; ++word) {
      if (holders[word] >= fewest) out.words_.push_back(word);
    }
    std::stable_sort(out.words_.begin(), out.words_.end(), [&](text::WordId a, text::WordId b) {
      return holders[a] > holders[b];
    });
    out.words_.resize(std::min(out.words_.size(), kMostPairedWords));
    for (size_t number = 0; number < out.words_.size(); ++number)
      out.numbers_[out.words_[number]] = static_cast<uint16_t>(number);
    return out;
  }

  size_t size() const { return words_.size(); }
  std::string_view word(size_t number) const { return text::vocabulary().word(words_[number]); }
  uint16_t number(text::WordId word) const { return word < numbers_.size() ? numbers_[word] : kNone; }
  // Where a table of all pairs has this one; nothing where it has not.
  std::optional<size_t> place(text::WordId first, text::WordId second) const {
    const uint16_t a = number(first), b = number(second);
    if (a == kNone || b == kNone) return std::nullopt;
    return a * words_.size() + b;
  }

 private:
  std::vector<uint16_t> numbers_;  // by word
  std::vector<text::WordId> words_;
};

// Whether a search reads the postings of terms that begin so: words of texts and of titles.
bool is_word(const std::string& term) {
  const auto first = static_cast<unsigned char>(term.front());
  return first < 'A' || first > 'Z' || term.starts_with(kTitlePrefix);
}

// Adds the words of one database.
Result<void> add_words(const Xapian::Database& database, uint32_t fewest, PostingWriter& writer) {
  std::vector<Posting> postings;
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end;) {
    if (!is_word(*term)) {  // on to the next prefix
      term.skip_to(std::string(1, static_cast<char>((*term).front() + 1)));
      continue;
    }
    if (term.get_termfreq() >= fewest) {
      postings.clear();
      const auto last = database.postlist_end(*term);
      for (auto at = database.postlist_begin(*term); at != last; ++at)
        postings.push_back({*at, at.get_wdf()});
      const bool counted = std::all_of(postings.begin(), postings.end(),
                                       [](const Posting& posting) { return posting.count > 0; });
      if (counted) {
        if (auto added = writer.add(*term, packed_postings(postings)); !added) return added;
      }
    }
    ++term;
  }
  return {};
}

}  // namespace

Result<std::vector<PairPostings>> layer_pairs(const Layer& layer, uint64_t articles) {
  const uint32_t fewest = fewest_holders(articles, kArticlesOfPair);
  const auto streams = LayerStreams::open(layer, articles);
  if (!streams) return streams.error();
  const auto words = PairedWords::of(*streams, fewest);
  if (!words) return words.error();
  struct Counted {
    uint32_t last = 0, holders = 0;
  };
  std::vector<Counted> counted(words->size() * words->size());
  auto read = streams->each([&](uint32_t docid, const StreamParts& parts) {
    each_pair(parts, [&](text::WordId first, text::WordId second) {
      const auto place = words->place(first, second);
      if (place && std::exchange(counted[*place].last, docid) != docid) ++counted[*place].holders;
    });
  });
  if (!read) return read.error();
  std::vector<PairPostings> pairs;
  for (size_t place = 0; place < counted.size(); ++place) {
    Counted& pair = counted[place];
    const bool common = pair.holders >= fewest;
    pair = {.last = 0, .holders = common ? static_cast<uint32_t>(pairs.size() + 1) : 0};
    if (common) {
      pairs.push_back({pair_key(words->word(place / words->size()), words->word(place % words->size())),
                       PostingPacker()});
    }
  }
  read = streams->each([&](uint32_t docid, const StreamParts& parts) {
    each_pair(parts, [&](text::WordId first, text::WordId second) {
      const auto place = words->place(first, second);
      if (!place || counted[*place].holders == 0) return;
      if (std::exchange(counted[*place].last, docid) != docid)
        pairs[counted[*place].holders - 1].list.add({.docid = docid});
    });
  });
  if (!read) return read.error();
  return pairs;
}

Result<void> write_layer_postings(const Layer& layer, uint64_t articles,
                                  const std::vector<PairPostings>& pairs) {
  auto writer = PostingWriter::create(layer.postings());
  if (!writer) return writer.error();
  for (const PairPostings& pair : pairs) {
    if (auto added = writer->add(pair.key, pair.list); !added) return added;
  }
  auto added = guarded(say("read the index"), layer.index(), [&]() -> Result<void> {
    return add_words(Xapian::Database(layer.index(), Xapian::DB_BACKEND_GLASS),
                     fewest_holders(articles, kArticlesOfWord), *writer);
  });
  if (!added) return added;
  return writer->finish();
}

}  // namespace khobao::archive
