#pragma once
/// What is recognised in an article: the organisations it names and the numbered documents it
/// cites.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace khobao::names {

/// An article as the recogniser needs it. The views must outlive the call.
struct ArticleText {
  std::string_view title;
  std::vector<std::string_view> paragraphs;  ///< body and captions, in reading order
  std::string_view published;                ///< begins YYYY-MM-DD, or "" where not known
  std::string_view outlet;                   ///< who ran it; "" where not known
  /// Of the title and of each paragraph; empty: the recogniser makes them itself.
  std::span<const std::vector<text::Token>> tokens = {};
};

/// One place in the article's text.
struct Mention {
  size_t paragraph = 0;  ///< 0 is the title, 1 the first paragraph
  size_t begin_byte = 0;
  size_t end_byte = 0;  ///< half-open

  bool operator==(const Mention&) const = default;
};

struct Organisation {
  std::string name;  ///< canonical
  int mentions = 0;
  std::vector<Mention> where;         ///< in reading order
  std::vector<std::string> surfaces;  ///< the distinct strings as printed
};

struct Person {
  std::string name;  ///< the fullest form printed, without titles
  int mentions = 0;
  std::vector<Mention> where;         ///< in reading order
  std::vector<std::string> surfaces;  ///< the distinct strings as printed
  std::vector<std::string> posts;     ///< as printed beside the name
};

struct PlaceNamed {
  std::string name;  ///< with its kind where it is an administrative unit: "tỉnh Bình Định"
  std::string kind;  ///< "tỉnh", "xã", "quốc gia" …; "" where neither text nor gazetteer tells
  int mentions = 0;
  std::vector<Mention> where;         ///< in reading order
  std::vector<std::string> surfaces;  ///< the distinct strings as printed
};

struct Document {
  std::string printed;  ///< as printed at its first place: "Chỉ thị số 35-CT/TW"
  std::string key;      ///< kind|number|issuer|term or year, lower case, "" where not known
  std::string kind, number, issuer, year;
  std::string term;  ///< of party documents (document_term.h)
  std::vector<Mention> where;
};

struct Findings {
  std::vector<Organisation> organisations;  ///< in the order of their first mention
  std::vector<Person> people;               ///< likewise
  std::vector<PlaceNamed> places;           ///< likewise
  std::vector<Document> documents;          ///< likewise
};

}  // namespace khobao::names
