#include "common/archive/postings/layer_postings.h"

#include <xapian.h>

#include <algorithm>
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
  static Result<LayerStreams> open(const std::string& path, uint64_t articles) {
    auto file = StreamFile::open(path, articles);
    if (!file) return file.error();
    return LayerStreams(std::move(*file), path);
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

// Numbers for the commonest words, from 0; the others have none.
class PairedWords {
 public:
  static constexpr uint16_t kNone = UINT16_MAX;

  static Result<PairedWords> of(const LayerStreams& streams, uint32_t fewest) {
    constexpr size_t kUnits = size_t{1} << 16;
    std::vector<uint32_t> holders(kUnits), last(kUnits);  // by element
    auto read = streams.each([&](uint32_t docid, const StreamParts& parts) {
      for (uint32_t place = 0; place < parts.view.units; ++place) {
        const unsigned unit = parts.view.unit_at(place);
        if (std::exchange(last[unit], docid) != docid) ++holders[unit];
      }
    });
    if (!read) return read.error();
    PairedWords out;
    out.numbers_.assign(kUnits, kNone);
    for (text::WordId word = 0; word < text::vocabulary().size(); ++word) {
      const unsigned unit = unit_of(word);
      if (unit < stream_unit::kFirstOwn && holders[unit] >= fewest) out.words_.push_back(word);
    }
    std::stable_sort(out.words_.begin(), out.words_.end(), [&](text::WordId a, text::WordId b) {
      return holders[unit_of(a)] > holders[unit_of(b)];
    });
    out.words_.resize(std::min(out.words_.size(), kMostPairedWords));
    for (size_t number = 0; number < out.words_.size(); ++number)
      out.numbers_[unit_of(out.words_[number])] = static_cast<uint16_t>(number);
    return out;
  }

  size_t size() const { return words_.size(); }
  std::string_view word(size_t number) const { return text::vocabulary().word(words_[number]); }

  // Calls `use(place)` for each two of them that stand side by side in an article, as often as they do, with
  // the pair's place in a table of all pairs. A compound stands where its first part does.
  template <class Use>
  void each_pair(const StreamParts& parts, Use use) const {
    const uint16_t* const numbers = numbers_.data();
    const StreamView& view = parts.view;
    const auto tell = [&](uint16_t first, uint16_t second) {
      if (first != kNone && second != kNone) use(first * words_.size() + second);
    };
    uint16_t before = kNone;
    for (uint32_t place = 0; place < view.units; ++place) {
      const uint16_t now = numbers[view.unit_at(place)];
      tell(before, now);
      before = now;
    }
    for (const Compound& compound : parts.compounds) {
      if (compound.word >= kOwnWord) continue;
      const uint16_t own = numbers[unit_of(compound.word)];
      if (compound.place > 0) tell(numbers[view.unit_at(compound.place - 1)], own);
      if (compound.place + 1 < view.units) tell(own, numbers[view.unit_at(compound.place + 1)]);
      for (const Compound& next : parts.compounds) {
        if (next.place == compound.place + 1 && next.word < kOwnWord)
          tell(own, numbers[unit_of(next.word)]);
      }
    }
  }

 private:
  static unsigned unit_of(text::WordId word) { return stream_unit::kFirstWord + word; }

  std::vector<uint16_t> numbers_;  // by element
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

Result<std::vector<PairPostings>> layer_pairs(const std::string& streams_file, uint64_t articles) {
  if (articles < kFewestHolders) return std::vector<PairPostings>();
  const uint32_t fewest = fewest_holders(articles, kArticlesOfPair);
  const auto streams = LayerStreams::open(streams_file, articles);
  if (!streams) return streams.error();
  const auto words = PairedWords::of(*streams, fewest);
  if (!words) return words.error();
  struct Counted {
    uint32_t last = 0, holders = 0;
  };
  std::vector<Counted> counted(words->size() * words->size());
  auto read = streams->each([&](uint32_t docid, const StreamParts& parts) {
    words->each_pair(parts, [&](size_t place) {
      if (std::exchange(counted[place].last, docid) != docid) ++counted[place].holders;
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
    words->each_pair(parts, [&](size_t place) {
      Counted& pair = counted[place];
      if (pair.holders > 0 && std::exchange(pair.last, docid) != docid)
        pairs[pair.holders - 1].list.add({.docid = docid});
    });
  });
  if (!read) return read.error();
  return pairs;
}

Result<void> write_layer_postings(const std::string& db, const std::string& index, uint64_t articles,
                                  const std::vector<PairPostings>& pairs, const std::string& to) {
  auto writer = PostingWriter::create(to);
  if (!writer) return writer.error();
  for (const PairPostings& pair : pairs) {
    if (auto added = writer->add(pair.key, pair.list); !added) return added;
  }
  auto added = guarded(say("read the index"), db, [&]() -> Result<void> {
    return add_words(Xapian::Database(index, Xapian::DB_BACKEND_GLASS),
                     fewest_holders(articles, kArticlesOfWord), *writer);
  });
  if (!added) return added;
  return writer->finish();
}

}  // namespace khobao::archive
