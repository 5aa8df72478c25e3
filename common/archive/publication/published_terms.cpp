#include "common/archive/publication/published_terms.h"

#include <algorithm>
#include <cstring>

#include "common/archive/disk/checked_map.h"
#include "common/archive/schema.h"
#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kMagic = "KBTM";
constexpr uint32_t kVersion = 1;
constexpr size_t kTermsInBlock = 16;
constexpr size_t kHeaderBytes = 32;

template <class Number>
void put_number(std::string& out, Number value) {
  for (size_t i = 0; i < sizeof value; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

template <class Number>
Number number_at(std::string_view bytes, size_t at) {
  Number value = 0;
  for (size_t i = 0; i < sizeof value; ++i)
    value |= static_cast<Number>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

bool is_counted(std::string_view term) {
  return !term.starts_with(kIdPrefix) && !term.starts_with(kVersionPrefix);
}

}  // namespace

std::string published_terms(const Xapian::Database& shards) {
  std::string blocks, begins, before;
  uint32_t count = 0;
  const auto end = shards.allterms_end();
  for (auto at = shards.allterms_begin(); at != end; ++at) {
    const std::string term = *at;
    if (!is_counted(term)) continue;
    if (count++ % kTermsInBlock == 0) {
      put_number(begins, static_cast<uint32_t>(blocks.size()));
      before.clear();
    }
    const auto apart = std::mismatch(term.begin(), term.end(), before.begin(), before.end());
    const auto shared = static_cast<size_t>(apart.first - term.begin());
    put_varint(blocks, shared);
    put_string(blocks, std::string_view(term).substr(shared));
    put_varint(blocks, at.get_termfreq());
    before = term;
  }
  std::string bytes(kMagic);
  put_number(bytes, kVersion);
  put_number(bytes, uint64_t{shards.get_doccount()});
  put_number(bytes, uint64_t{shards.get_total_length()});
  put_number(bytes, count);
  put_number(bytes, static_cast<uint32_t>(begins.size() / sizeof(uint32_t)));
  return bytes + begins + blocks;
}

// The terms of a block, one after another.
class PublishedTerms::Block {
 public:
  Block(std::string_view bytes, const std::string& path) : in_(bytes), path_(path) {}

  /// False at its end. Throws DamagedBytes.
  bool next() {
    if (in_.empty()) return false;
    uint64_t shared = 0;
    std::string_view rest;
    if (!take_varint(in_, shared) || shared > term_.size() || !take_string(in_, rest) ||
        !take_varint(in_, holders_))
      throw DamagedBytes(say("'{}' is damaged", path_));
    term_.resize(shared);
    term_ += rest;
    return true;
  }
  const std::string& term() const { return term_; }
  uint64_t holders() const { return holders_; }

 private:
  std::string_view in_;
  const std::string& path_;
  std::string term_;
  uint64_t holders_ = 0;
};

Result<PublishedTerms> PublishedTerms::open(const std::string& folder) {
  PublishedTerms terms;
  terms.path_ = folder + "/" + kPublishedTerms;
  auto file = MappedFile::open(terms.path_);
  if (!file) return file.error();
  terms.file_ = std::move(*file);
  const std::string_view bytes = terms.file_.bytes();
  const Error damaged{ErrorCode::index_corrupt, say("'{}' is damaged", terms.path_), ""};
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic) ||
      number_at<uint32_t>(bytes, kMagic.size()) != kVersion)
    return damaged;
  terms.articles_ = number_at<uint64_t>(bytes, 8);
  terms.words_ = number_at<uint64_t>(bytes, 16);
  terms.count_ = number_at<uint32_t>(bytes, 24);
  terms.blocks_ = number_at<uint32_t>(bytes, 28);
  if (terms.blocks_ > (bytes.size() - kHeaderBytes) / sizeof(uint32_t)) return damaged;
  return terms;
}

double PublishedTerms::mean_words() const {
  return articles_ == 0 ? 0 : static_cast<double>(words_) / static_cast<double>(articles_);
}

std::string_view PublishedTerms::block(size_t n) const {
  const std::string_view bytes = file_.bytes();
  const std::string_view all = bytes.substr(kHeaderBytes + blocks_ * sizeof(uint32_t));
  const auto begin_of = [&](size_t at) -> size_t {
    return at == blocks_ ? all.size()
                         : number_at<uint32_t>(bytes, kHeaderBytes + at * sizeof(uint32_t));
  };
  const size_t begin = begin_of(n), end = begin_of(n + 1);
  if (begin > end || end > all.size()) throw DamagedBytes(say("'{}' is damaged", path_));
  return all.substr(begin, end - begin);
}

// The last block that begins with a term no greater than this one, or the first.
size_t PublishedTerms::block_of(std::string_view term) const {
  size_t low = 0, high = blocks_;
  while (low + 1 < high) {
    const size_t middle = (low + high) / 2;
    Block first(block(middle), path_);
    if (first.next() && first.term() <= term) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

uint64_t PublishedTerms::holders(std::string_view term) const {
  if (blocks_ == 0) return 0;
  Block at(block(block_of(term)), path_);
  while (at.next()) {
    if (at.term() == term) return at.holders();
  }
  return 0;
}

std::vector<PublishedTerms::Counted> PublishedTerms::beginning_with(std::string_view prefix,
                                                                    size_t most) const {
  std::vector<Counted> found;
  if (blocks_ == 0) return found;
  for (size_t n = block_of(prefix); n < blocks_; ++n) {
    Block at(block(n), path_);
    while (at.next()) {
      if (at.term().starts_with(prefix)) {
        if (found.size() == most) return found;
        found.push_back({at.term(), at.holders()});
      } else if (at.term() > prefix) {
        return found;
      }
    }
  }
  return found;
}

}  // namespace khobao::archive
