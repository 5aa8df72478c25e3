#include "common/archive/stored_article.h"

#include "common/archive/streams/varint.h"

namespace khobao::archive {
namespace {

constexpr uint64_t kMaxListed = 1'000'000;  // no article has more paragraphs or names

// The single-valued text fields in the order in which they are stored.
template <class SomeArticle, class Visit>
void visit_strings(SomeArticle& a, Visit visit) {
  for (auto* s : {&a.id, &a.path, &a.url, &a.title, &a.display_title, &a.published, &a.source,
                  &a.outlet, &a.credit, &a.author, &a.section}) {
    visit(*s);
  }
}

bool take_count(std::string_view& in, uint64_t& count) {
  return take_varint(in, count) && count <= kMaxListed && count <= in.size();
}

bool take_text(std::string_view& in, std::string& out) {
  std::string_view s;
  if (!take_string(in, s)) return false;
  out = s;
  return true;
}

bool take_flag(char byte, bool& flag) {
  flag = byte == 1;
  return byte == 0 || byte == 1;
}

void put_organisations(std::string& out, const std::vector<OrganisationMentions>& organisations) {
  put_varint(out, organisations.size());
  for (const OrganisationMentions& o : organisations) {
    put_string(out, o.name);
    put_varint(out, static_cast<uint64_t>(o.mentions));
  }
}

bool take_organisations(std::string_view& in, std::vector<OrganisationMentions>& organisations) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  organisations.resize(count);
  for (OrganisationMentions& o : organisations) {
    uint64_t mentions = 0;
    if (!take_text(in, o.name) || !take_varint(in, mentions) || mentions > kMaxListed) return false;
    o.mentions = static_cast<int>(mentions);
  }
  return true;
}

// The text fields behind AsRead::published_from, in the order in which they are stored.
template <class SomeAsRead, class Visit>
void visit_as_read(SomeAsRead& r, Visit visit) {
  for (auto* s :
       {&r.title, &r.display_title, &r.published, &r.source, &r.outlet, &r.credit, &r.author}) {
    visit(*s);
  }
}

// One byte where the article is as it was read, which nearly all are.
void put_as_read(std::string& out, const AsRead& r) {
  put_varint(out, r.corrected.size());
  if (r.corrected.empty()) return;
  for (const Field field : r.corrected) out += static_cast<char>(field);
  out += static_cast<char>(r.published_from);
  out += static_cast<char>(r.year_from_receipt);
  visit_as_read(r, [&](const std::string& s) { put_string(out, s); });
  put_organisations(out, r.organisations);
}

bool take_as_read(std::string_view& in, AsRead& r) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  if (count == 0) return true;
  for (uint64_t i = 0; i < count; ++i) {
    const auto field = static_cast<Field>(in[i]);
    if (field > Field::organisations || (i > 0 && field <= r.corrected.back())) return false;
    r.corrected.push_back(field);
  }
  in.remove_prefix(count);
  if (in.size() < 2) return false;
  r.published_from = static_cast<PublishedFrom>(in[0]);
  if (r.published_from > PublishedFrom::manual || !take_flag(in[1], r.year_from_receipt))
    return false;
  in.remove_prefix(2);
  bool whole = true;
  visit_as_read(r, [&](std::string& s) { whole = whole && take_text(in, s); });
  return whole && take_organisations(in, r.organisations);
}

bool take_article(std::string_view in, Article& a) {
  if (in.size() < 3) return false;
  a.kind = static_cast<Kind>(in[0]);
  a.published_from = static_cast<PublishedFrom>(in[1]);
  if (a.kind > Kind::listing || a.published_from > PublishedFrom::manual ||
      !take_flag(in[2], a.year_from_receipt))
    return false;
  in.remove_prefix(3);
  bool whole = true;
  visit_strings(a, [&](std::string& s) { whole = whole && take_text(in, s); });
  uint64_t count = 0;
  if (!whole || !take_count(in, count)) return false;
  for (uint64_t i = 0; i < count; ++i) {
    Paragraph p;
    if (in.empty() || static_cast<unsigned char>(in[0]) > static_cast<unsigned char>(Role::caption))
      return false;
    p.role = static_cast<Role>(in[0]);
    in.remove_prefix(1);
    if (!take_text(in, p.text)) return false;
    a.paragraphs.push_back(std::move(p));
  }
  if (!take_count(in, count)) return false;
  a.furniture.resize(count);
  for (std::string& line : a.furniture) whole = whole && take_text(in, line);
  if (!whole || !take_organisations(in, a.organisations) || !take_count(in, count)) return false;
  a.documents.resize(count);
  for (std::string& d : a.documents) whole = whole && take_text(in, d);
  if (!whole || !take_count(in, count)) return false;
  a.document_keys.resize(count);
  for (std::string& key : a.document_keys) whole = whole && take_text(in, key);
  return whole && take_as_read(in, a.as_read) && in.empty();
}

}  // namespace

std::string encode_article(const Article& a) {
  std::string out;
  out += static_cast<char>(a.kind);
  out += static_cast<char>(a.published_from);
  out += static_cast<char>(a.year_from_receipt);
  visit_strings(a, [&](const std::string& s) { put_string(out, s); });
  put_varint(out, a.paragraphs.size());
  for (const Paragraph& p : a.paragraphs) {
    out += static_cast<char>(p.role);
    put_string(out, p.text);
  }
  put_varint(out, a.furniture.size());
  for (const std::string& line : a.furniture) put_string(out, line);
  put_organisations(out, a.organisations);
  put_varint(out, a.documents.size());
  for (const std::string& d : a.documents) put_string(out, d);
  put_varint(out, a.document_keys.size());
  for (const std::string& key : a.document_keys) put_string(out, key);
  put_as_read(out, a.as_read);
  return out;
}

Result<Article> decode_article(std::string_view bytes) {
  Article article;
  if (!take_article(bytes, article)) {
    return Error{ErrorCode::index_corrupt, "a stored article is damaged", ""};
  }
  return article;
}

std::string citable_text(const Article& a) {
  std::string out;
  for (const std::string* s : {&a.title, &a.published, &a.source, &a.author})
    out.append(*s) += '\n';
  for (const Paragraph& p : a.paragraphs) out.append(p.text) += '\n';
  return out;
}

}  // namespace khobao::archive
