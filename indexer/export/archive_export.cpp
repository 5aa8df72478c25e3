#include "indexer/export/archive_export.h"

#include <fstream>
#include <functional>
#include <optional>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/export/export_record.h"

namespace khobao::exporting {
namespace {

using archive::Article;
using text::csv_cell;

// An article and the id of the first of its reposts; "" where it has none.
using Take = std::function<void(const Article&, const std::string& repost_of)>;

class Export {
 public:
  explicit Export(const std::string& db) : db_(db) {}

  Result<ExportReport> each(const Take& take) {
    if (auto opened = open(); !opened) return opened.error();
    return archive::guarded(say("read its articles"), db_, [&]() -> Result<ExportReport> {
      ExportReport report{.generation = generation_.name, .articles = 0};
      const Xapian::Database& database = index_->database();
      for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
        if (index_->is_deleted(*it)) continue;
        const auto article = index_->article(*it);
        if (!article) return article.error();
        const auto first = first_of_group(*it);
        if (!first) return first.error();
        take(*article, *first);
        ++report.articles;
      }
      return report;
    });
  }

  const archive::Generation& generation() const { return generation_; }

 private:
  Result<void> open() {
    auto generation = archive::live_generation(db_);
    if (!generation) return generation.error();
    generation_ = std::move(*generation);
    auto use = archive::GenerationUse::begin(generation_);
    if (!use) return archive::part_error(db_, use.error());
    use_ = std::move(*use);
    auto manifest = archive::read_manifest(db_, generation_);
    if (!manifest) return manifest.error();
    auto index = archive::LayeredIndex::open(db_, generation_, *manifest);
    if (!index) return index.error();
    index_ = std::move(*index);
    auto groups = archive::RepostGroups::open(generation_.reposts());
    if (!groups) return archive::part_error(db_, groups.error());
    groups_ = std::move(*groups);
    return {};
  }

  Result<std::string> first_of_group(Xapian::docid docid) {
    const auto group = groups_->of(docid);
    if (!group) return std::string();
    for (const uint32_t other : groups_->articles(*group)) {
      if (index_->is_deleted(other)) continue;
      if (other == group_first_) return group_first_id_;
      const auto article = index_->article(other);
      if (!article) return article.error();
      group_first_ = other;
      return group_first_id_ = article->id;
    }
    return std::string();
  }

  const std::string& db_;
  archive::Generation generation_;
  std::optional<archive::GenerationUse> use_;
  std::optional<archive::LayeredIndex> index_;
  std::optional<archive::RepostGroups> groups_;
  Xapian::docid group_first_ = 0;
  std::string group_first_id_;
};

// A file of an export; what could not be written is known at its end.
class ExportFile {
 public:
  explicit ExportFile(const std::string& path) : path_(path), out_(path, std::ios::binary) {}

  std::ostream& out() { return out_; }

  Result<void> finish() {
    out_.close();
    if (!out_) return archive::file_error("write", path_);
    return archive::sync_path(path_);
  }

 private:
  std::string path_;
  std::ofstream out_;
};

template <class Mentions>
void write_names(const Article& article, const char* field, const std::vector<Mentions>& mentions,
                 std::ostream& out) {
  for (const Mentions& one : mentions) {
    out << csv_cell(article.id) << ',' << field << ',' << csv_cell(one.name) << ',' << one.mentions
        << "\r\n";
  }
}

void write_row(const Article& article, std::ostream& out) {
  std::string text;
  for (const archive::Paragraph& paragraph : article.paragraphs)
    text += (text.empty() ? "" : " ") + paragraph.text;
  out << csv_cell(article.id);
  for (const std::string& cell :
       {article.published, std::string(archive::published_from_name(article.published_from)),
        article.display_title, article.source, article.outlet, article.credit, article.author,
        article.section, article.url, article.path, text})
    out << ',' << csv_cell(cell);
  out << "\r\n";
}

// The user's own settings, where the archive keeps them.
Result<void> copy_setting(const std::string& from, const std::string& to) {
  const auto there = archive::path_exists(from);
  if (!there) return there.error();
  if (!*there) return {};
  auto bytes = archive::read_file(from);
  if (!bytes) return bytes.error();
  // The archive's own copy of corrections ends with its checksum, which is no correction.
  const size_t checksum = bytes->rfind("{\"checksum\":");
  if (checksum != std::string::npos && from.ends_with(".jsonl")) bytes->resize(checksum);
  return archive::replace_file(to, *bytes);
}

}  // namespace

Result<ExportReport> export_lines(const std::string& db, std::ostream& out) {
  return Export(db).each([&](const Article& article, const std::string& repost_of) {
    out << export_record(article, repost_of) << '\n';
  });
}

Result<ExportReport> export_archive(const std::string& db, const std::string& folder) {
  if (auto made = archive::make_folder(folder); !made) return made.error();
  const auto names = archive::names_in(folder);
  if (!names) return names.error();
  if (!names->empty()) {
    return Error{ErrorCode::input, say("cannot export to '{}': it is not empty", folder),
                 say("name a new folder")};
  }
  ExportFile lines(folder + "/articles.jsonl"), articles(folder + "/articles.csv"),
      named(folder + "/names.csv"), reposts(folder + "/reposts.csv");
  articles.out() << "id,published,published_from,title,source,outlet,credit,author,section,url,path,"
                    "text\r\n";
  named.out() << "id,field,name,mentions\r\n";
  reposts.out() << "group,id\r\n";
  Export whole(db);
  auto report = whole.each([&](const Article& article, const std::string& repost_of) {
    lines.out() << export_record(article, repost_of) << '\n';
    write_row(article, articles.out());
    write_names(article, "organisation", article.organisations, named.out());
    write_names(article, "person", article.people, named.out());
    write_names(article, "place", article.places, named.out());
    for (const std::string& document : article.documents)
      named.out() << csv_cell(article.id) << ",document," << csv_cell(document) << ",1\r\n";
    if (!repost_of.empty())
      reposts.out() << csv_cell(repost_of) << ',' << csv_cell(article.id) << "\r\n";
  });
  if (!report) return report;
  for (ExportFile* file : {&lines, &articles, &named, &reposts}) {
    if (auto done = file->finish(); !done) return done.error();
  }
  for (const auto& [from, name] : {std::pair{whole.generation().names(), "/names.tsv"},
                                   {whole.generation().corrections(), "/corrections.jsonl"}}) {
    if (auto done = copy_setting(from, folder + name); !done) return done.error();
  }
  return report;
}

}  // namespace khobao::exporting
