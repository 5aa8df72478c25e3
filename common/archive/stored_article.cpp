#include "common/archive/stored_article.h"

#include "common/archive/streams/varint.h"
#include "common/language/say.h"

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

void put_strings(std::string& out, const std::vector<std::string>& strings) {
  put_varint(out, strings.size());
  for (const std::string& s : strings) put_string(out, s);
}

bool take_strings(std::string_view& in, std::vector<std::string>& strings) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  strings.resize(count);
  for (std::string& s : strings) {
    if (!take_text(in, s)) return false;
  }
  return true;
}

bool take_mentions(std::string_view& in, int& mentions) {
  uint64_t value = 0;
  if (!take_varint(in, value) || value > kMaxListed) return false;
  mentions = static_cast<int>(value);
  return true;
}

void put_people(std::string& out, const std::vector<PersonMentions>& people) {
  put_varint(out, people.size());
  for (const PersonMentions& p : people) {
    put_string(out, p.name);
    put_varint(out, static_cast<uint64_t>(p.mentions));
    put_strings(out, p.posts);
  }
}

bool take_people(std::string_view& in, std::vector<PersonMentions>& people) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  people.resize(count);
  for (PersonMentions& p : people) {
    if (!take_text(in, p.name) || !take_mentions(in, p.mentions) || !take_strings(in, p.posts))
      return false;
  }
  return true;
}

void put_places(std::string& out, const std::vector<PlaceMentions>& places) {
  put_varint(out, places.size());
  for (const PlaceMentions& p : places) {
    put_string(out, p.name);
    put_varint(out, static_cast<uint64_t>(p.mentions));
    put_string(out, p.kind);
  }
}

bool take_places(std::string_view& in, std::vector<PlaceMentions>& places) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  places.resize(count);
  for (PlaceMentions& p : places) {
    if (!take_text(in, p.name) || !take_mentions(in, p.mentions) || !take_text(in, p.kind))
      return false;
  }
  return true;
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
    if (!take_text(in, o.name) || !take_mentions(in, o.mentions)) return false;
  }
  return true;
}

// The text fields after AsRead::published_from, in the order in which they are stored.
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
  for (const Correctable field : r.corrected) out += static_cast<char>(field);
  out += static_cast<char>(r.published_from);
  out += static_cast<char>(r.year_from_receipt);
  visit_as_read(r, [&](const std::string& s) { put_string(out, s); });
  put_organisations(out, r.organisations);
  put_people(out, r.people);
  put_places(out, r.places);
}

bool take_as_read(std::string_view& in, AsRead& r) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  if (count == 0) return true;
  for (uint64_t i = 0; i < count; ++i) {
    const auto field = static_cast<Correctable>(in[i]);
    if (field > Correctable::places || (i > 0 && field <= r.corrected.back())) return false;
    r.corrected.push_back(field);
  }
  in.remove_prefix(count);
  if (in.size() < 2) return false;
  r.published_from = static_cast<PublishedFrom>(in[0]);
  if (r.published_from > PublishedFrom::path || !take_flag(in[1], r.year_from_receipt))
    return false;
  in.remove_prefix(2);
  bool whole = true;
  visit_as_read(r, [&](std::string& s) { whole = whole && take_text(in, s); });
  return whole && take_organisations(in, r.organisations) && take_people(in, r.people) &&
         take_places(in, r.places);
}

void put_taken(std::string& out, const std::vector<TakenLine>& taken) {
  put_varint(out, taken.size());
  for (const TakenLine& line : taken) {
    put_varint(out, line.place);
    out += static_cast<char>(line.part);
    out += static_cast<char>(line.paragraph.role);
    put_string(out, line.paragraph.text);
  }
}

bool take_taken(std::string_view& in, std::vector<TakenLine>& taken) {
  uint64_t count = 0;
  if (!take_count(in, count)) return false;
  taken.resize(count);
  for (TakenLine& line : taken) {
    uint64_t place = 0;
    if (!take_varint(in, place) || place > kMaxListed || in.size() < 2) return false;
    line.place = static_cast<uint32_t>(place);
    line.part = static_cast<Part>(in[0]);
    line.paragraph.role = static_cast<Role>(in[1]);
    if (line.part > Part::end || line.paragraph.role > Role::caption) return false;
    in.remove_prefix(2);
    if (!take_text(in, line.paragraph.text)) return false;
  }
  return true;
}

// Nothing at all of an article that is at its source.
bool take_kept(std::string_view& in, Article& a) {
  return in.empty() || (take_text(in, a.version_of) && take_text(in, a.gone) && a.is_kept());
}

bool take_article(std::string_view in, Article& a) {
  if (in.size() < 3) return false;
  a.kind = static_cast<Kind>(in[0]);
  a.published_from = static_cast<PublishedFrom>(in[1]);
  if (a.kind > Kind::listing || a.published_from > PublishedFrom::path ||
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
  if (!take_strings(in, a.furniture)) return false;
  return take_organisations(in, a.organisations) && take_people(in, a.people) &&
         take_places(in, a.places) && take_strings(in, a.documents) &&
         take_strings(in, a.document_keys) && take_as_read(in, a.as_read) &&
         take_taken(in, a.taken) && take_text(in, a.doubted) && take_kept(in, a) && in.empty();
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
  put_strings(out, a.furniture);
  put_organisations(out, a.organisations);
  put_people(out, a.people);
  put_places(out, a.places);
  put_strings(out, a.documents);
  put_strings(out, a.document_keys);
  put_as_read(out, a.as_read);
  put_taken(out, a.taken);
  put_string(out, a.doubted);
  if (a.is_kept()) {
    put_string(out, a.version_of);
    put_string(out, a.gone);
  }
  return out;
}

Result<Article> decode_article(std::string_view bytes) {
  Article article;
  if (!take_article(bytes, article)) {
    return Error{ErrorCode::index_corrupt, say("a stored article is damaged"), ""};
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
