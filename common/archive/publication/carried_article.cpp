#include "common/archive/publication/carried_article.h"

#include "common/archive/disk/hash.h"
#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr size_t kSumBytes = 8;
enum Flag : unsigned char { kUndated = 1, kListing = 2, kKept = 4 };

// Two bytes 0 end it: no byte of a key makes them.
void put_order(std::string& out, std::string_view order) {
  for (const char c : order) {
    out += c;
    if (c == '\0') out += '\1';
  }
  out.append(2, '\0');
}

bool take_order(std::string_view& in, std::string& order) {
  while (in.size() >= 2) {
    const char c = in[0], next = in[1];
    in.remove_prefix(c == '\0' ? 2 : 1);
    if (c == '\0' && next == '\0') return true;
    if (c == '\0' && next != '\1') return false;
    order += c;
  }
  return false;
}

void put_sum(std::string& out) {
  const uint64_t sum = hash64(out);
  for (size_t i = 0; i < kSumBytes; ++i) out += static_cast<char>(sum >> (8 * i) & 0xFF);
}

bool take_sum(std::string_view whole, std::string_view& in) {
  if (in.size() < kSumBytes) return false;
  uint64_t sum = 0;
  for (size_t i = 0; i < kSumBytes; ++i)
    sum |= uint64_t{static_cast<unsigned char>(in[i])} << (8 * i);
  const bool same = sum == hash64(whole.substr(0, whole.size() - in.size()));
  in.remove_prefix(kSumBytes);
  return same;
}

void put_ids(std::string& out, std::string_view ids) {
  put_varint(out, facet_id_count(ids));
  out += ids;
}

bool take_ids(std::string_view& in, std::string_view& ids) {
  uint64_t count = 0;
  if (!take_varint(in, count) || count > in.size() / kFacetIdBytes) return false;
  ids = in.substr(0, count * kFacetIdBytes);
  in.remove_prefix(ids.size());
  return true;
}

bool take_facets(std::string_view& in, CarriedArticle& article) {
  for (const FieldRow& row : kFields) {
    if (row.kind == FieldKind::name && !take_ids(in, article.facets[static_cast<size_t>(row.id)]))
      return false;
  }
  return true;
}

}  // namespace

std::string pack_carried(const CarriedArticle& article) {
  std::string out;
  put_order(out, article.order);
  put_varint(out, article.words);
  out += static_cast<char>((article.undated ? kUndated : 0) | (article.listing ? kListing : 0) |
                           (article.kept ? kKept : 0));
  put_string(out, article.content_hash);
  for (const FieldRow& row : kFields) {
    if (row.kind == FieldKind::name) put_ids(out, article.facets_of(row.id));
  }
  put_ids(out, article.place_terms);
  put_sum(out);
  return out += article.stream;
}

Result<CarriedArticle> read_carried(std::string_view bytes) {
  CarriedArticle article;
  std::string_view in = bytes;
  uint64_t words = 0;
  const bool whole = [&] {
    if (!take_order(in, article.order) || article.order.size() < kOrderDateBytes) return false;
    if (!take_varint(in, words) || words > UINT32_MAX || in.empty()) return false;
    const auto flags = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    article.undated = (flags & kUndated) != 0;
    article.listing = (flags & kListing) != 0;
    article.kept = (flags & kKept) != 0;
    return take_string(in, article.content_hash) && take_facets(in, article) &&
           take_ids(in, article.place_terms) && take_sum(bytes, in);
  }();
  if (!whole) {
    return Error{ErrorCode::index_corrupt,
                 say("what a published article carries is not what was written"), ""};
  }
  article.words = static_cast<uint32_t>(words);
  article.stream = in;
  return article;
}

}  // namespace khobao::archive
