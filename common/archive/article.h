#pragma once
/// An article as the readers understand it and as everything after them sees it. Absent values are
/// empty strings; all text is UTF-8, valid, in NFC, without control characters.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::archive {

enum class Kind : unsigned char {
  article,
  listing,  ///< a section front or tag page: left out of results unless asked for
};

/// How the publication date is known.
enum class PublishedFrom : unsigned char {
  none,      ///< not known; `published` is ""
  line,      ///< an explicit date line
  dateline,  ///< "Sáng 16.12" in the text, the year from the rest of it
  manual,    ///< a correction by the archivist
  meta,      ///< stated for the article: HTML metadata, a key of a record, a crawler's header
  url,       ///< in its address
  path,      ///< in its file's path
};

/// As JSON says them: "article", "listing"; "none", "line", "dateline", "manual", "meta", "url",
/// "path".
std::string_view kind_name(Kind kind);
std::string_view published_from_name(PublishedFrom from);

enum class Role : unsigned char { body, caption };

struct Paragraph {
  std::string text;  ///< one line, trimmed, without line feeds
  Role role = Role::body;

  bool operator==(const Paragraph&) const = default;
};

/// What of a paragraph a lesson took.
enum class Part : unsigned char { whole, front, end };

/// A line or sentence that was read as text and that the archive's lessons know as furniture
/// (indexer/lessons): kept with its place, so that it can come back.
struct TakenLine {
  uint32_t place = 0;  ///< of the paragraph, counted as all were read
  Part part = Part::whole;
  Paragraph paragraph;

  bool operator==(const TakenLine&) const = default;
};

/// An organisation by its canonical name, and how often the article names it.
struct OrganisationMentions {
  std::string name;
  int mentions = 0;
  std::vector<std::string> surfaces =
      {};  ///< as printed; not stored, and nothing is told apart by them

  bool operator==(const OrganisationMentions& other) const {
    return name == other.name && mentions == other.mentions;
  }
};

/// A person by the fullest form printed, with the posts printed beside it.
struct PersonMentions {
  std::string name;
  int mentions = 0;
  std::vector<std::string> posts = {};
  std::vector<std::string> surfaces = {};  ///< as of organisations

  bool operator==(const PersonMentions& other) const {
    return name == other.name && mentions == other.mentions && posts == other.posts;
  }
};

/// A place, named with its kind where it is an administrative unit.
struct PlaceMentions {
  std::string name;
  int mentions = 0;
  std::string kind = {};                   ///< "tỉnh", "quốc gia" …; "" where not known
  std::vector<std::string> surfaces = {};  ///< as of organisations

  bool operator==(const PlaceMentions& other) const {
    return name == other.name && mentions == other.mentions && kind == other.kind;
  }
};

/// What corrections can override.
enum class Correctable : unsigned char {
  title,
  published,
  source,
  author,
  organisations,
  people,
  places,
};

/// "title", "published", "source", "author", "organisations", "people", "places".
std::string_view name_of(Correctable part);

/// The values that were read where corrections stand now, so that they come back when a correction
/// is withdrawn. Fields without a correction are empty here.
struct AsRead {
  std::vector<Correctable> corrected;  ///< ascending; empty where the article is as it was read
  std::string title, display_title;
  std::string published;
  PublishedFrom published_from = PublishedFrom::none;
  bool year_from_receipt = false;
  std::string source, outlet, credit;
  std::string author;
  std::vector<OrganisationMentions> organisations;
  std::vector<PersonMentions> people;
  std::vector<PlaceMentions> places;

  bool operator==(const AsRead&) const = default;
};

struct Article {
  std::string id;    ///< the JSON id, else root name and relative path; any length, any characters
  std::string path;  ///< as found; "file:line" in JSON Lines
  std::string url;
  Kind kind = Kind::article;
  std::string title;          ///< as printed; "" where the article has none
  std::string display_title;  ///< title, or one made from the first sentence
  std::string published;      ///< YYYY-MM-DD or YYYY-MM-DDTHH:MM, Asia/Ho_Chi_Minh
  PublishedFrom published_from = PublishedFrom::none;
  bool year_from_receipt = false;      ///< only the day of receipt decided the dateline's year
  std::string source;                  ///< as printed
  std::string outlet;                  ///< who ran it, unified: "baomoi.com", "Tuổi Trẻ Online"
  std::string credit;                  ///< whom it cites, unified: "Thông tấn xã Việt Nam"
  std::string author;                  ///< as printed
  std::string section;                 ///< the newspaper's section or category
  std::vector<Paragraph> paragraphs;   ///< lede first; in reading order
  std::vector<std::string> furniture;  ///< page lines that are no part of the article
  std::vector<TakenLine> taken;        ///< by place; of one paragraph the front first
  /// The day of a dateline far outside the span of the article's folder, which no lesson believes;
  /// `published` is "" then.
  std::string doubted;
  /// Of a text that its source no longer has (indexer/keep): the id under which it was there, and the
  /// day, YYYY-MM-DD, on which an update found it gone or overwritten. "" of all others.
  std::string version_of, gone;
  std::vector<OrganisationMentions> organisations;
  std::vector<PersonMentions> people;
  std::vector<PlaceMentions> places;
  std::vector<std::string> documents;  ///< numbered documents cited, as printed
  std::vector<std::string>
      document_keys;  ///< the same unified: kind|number|issuer|year (common/names)
  AsRead as_read;

  bool is_kept() const { return !version_of.empty(); }

  bool operator==(const Article&) const = default;
};

}  // namespace khobao::archive
