#pragma once
/// Articles that someone collects under a name, with notes: by id, and by the hash of their content,
/// so that one that vanished or changed is told.
///
///   {
///     "format": "khobao dossier 1",
///     "db": "/srv/khobao",
///     "articles": [
///       {"id": "bao/cau.txt", "content_hash": "…", "title": "Khánh thành cầu Bến Lội",
///        "kept": "2026-11-29", "note": "số liệu khác bài trước"}
///     ]
///   }
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/kept/kept_files.h"

namespace khobao::kept {

struct KeptArticle {
  std::string id;
  std::string content_hash;  ///< hexadecimal, as answers cite it
  std::string title;         ///< when it was kept
  std::string kept;          ///< the day
  std::string note;          ///< "" for none
};

struct Dossier {
  std::vector<std::string> db;  ///< absolute; in the file a text, or an array of several
  std::vector<KeptArticle> articles;  ///< in the order in which they were kept
};

std::string to_json(const Dossier& dossier);
Result<Dossier> read_dossier(const std::string& json, const std::string& path);

/// Adds the article, or, where it is there already, takes its text of today and a new note.
void keep(KeptArticle article, Dossier& dossier);

enum class State : unsigned char { same, changed, vanished };

/// "", "changed", "vanished".
const char* state_name(State state);

/// A kept article as the archive has it now.
struct Found {
  uint32_t docid = 0;  ///< 0 where it vanished
  State state = State::same;
};
Result<Found> find_kept(const searcher::Index& index, const KeptArticle& article);

}  // namespace khobao::kept
