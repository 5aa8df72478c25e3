#include "tests/support/changing_folder.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <sstream>

#include "tests/support/naive.h"
#include "tests/support/temp_dir.h"

namespace khobao::test {
namespace {

namespace fs = std::filesystem;

constexpr size_t kArticles = 60;
constexpr unsigned kIds = 25;  // fewer than articles, so that some ids come twice

bool is_lines(const std::string& path) { return path.ends_with(".jsonl"); }

}  // namespace

ChangingFolder::ChangingFolder(std::string folder, unsigned seed)
    : folder_(std::move(folder)), random_(seed) {
  articles_ = random_articles(random_, kArticles);
  fs::create_directories(folder_ + "/a/x");
  fs::create_directories(folder_ + "/b");
}

std::string ChangingFolder::new_path(bool lines) {
  const char* folders[] = {"/a/", "/a/x/", "/b/"};
  return folder_ + folders[random_() % 3] + std::to_string(random_() % 10) + "-" +
         std::to_string(next_++) + (lines ? ".jsonl" : ".txt");
}

std::string ChangingFolder::some_path() {
  return paths_.empty() ? "" : paths_[random_() % paths_.size()];
}

std::string ChangingFolder::bytes_for(const std::string& path) {
  if (!is_lines(path)) return plain_text(articles_[random_() % articles_.size()]);
  std::string bytes;
  for (size_t n = random_() % 5; n > 0; --n) bytes += record();
  if (random_() % 6 == 0) bytes += "{\"id\": oops}\n";
  return bytes;
}

std::string ChangingFolder::record() {
  TestArticle article = articles_[random_() % articles_.size()];
  article.id = random_() % 5 == 0 ? "" : "id-" + std::to_string(random_() % kIds);
  return json_lines({article});
}

// One to three times a line put in, taken out, moved, replaced, or put in a second time.
std::string ChangingFolder::with_other_lines(const std::string& bytes) {
  std::vector<std::string> lines;
  std::istringstream in(bytes);
  for (std::string line; std::getline(in, line);) lines.push_back(line + "\n");
  const auto any_place = [&](size_t places) {
    return lines.begin() + static_cast<std::ptrdiff_t>(random_() % places);
  };
  for (unsigned n = 1 + random_() % 3; n > 0; --n) {
    const unsigned what = lines.empty() ? 0 : random_() % 5;
    if (what == 0) {
      lines.insert(any_place(lines.size() + 1), record());
    } else if (what == 1) {
      lines.erase(any_place(lines.size()));
    } else if (what == 2) {
      std::iter_swap(any_place(lines.size()), any_place(lines.size()));
    } else if (what == 3) {
      *any_place(lines.size()) = record();
    } else {
      const std::string line = *any_place(lines.size());
      lines.insert(any_place(lines.size() + 1), line);
    }
  }
  std::string changed;
  for (const std::string& line : lines) changed += line;
  return changed;
}

void ChangingFolder::write(const std::string& path, const std::string& bytes) {
  write_file(path, bytes);
  set_time(path);
}

// Often long ago, so that size and time alone tell; else now, so that the hash has to.
void ChangingFolder::set_time(const std::string& path) {
  if (random_() % 3 == 0) return;
  fs::last_write_time(
      path, fs::file_time_type::clock::now() - std::chrono::seconds(3600 + random_() % 100000));
}

void ChangingFolder::change() {
  const std::string path = some_path();
  const unsigned what = path.empty() ? 0 : random_() % 12;
  if (is_lines(path) && random_() % 2 == 0) return write(path, with_other_lines(read_file(path)));
  if (what <= 3) {
    paths_.push_back(new_path(random_() % 3 == 0));
    write(paths_.back(), bytes_for(paths_.back()));
  } else if (what <= 5) {
    write(path, bytes_for(path));
  } else if (what == 6) {
    write(path, read_file(path));
  } else if (what == 7) {
    set_time(path);
  } else if (what <= 9) {
    const std::string to = new_path(is_lines(path));
    fs::rename(path, to);
    std::replace(paths_.begin(), paths_.end(), path, to);
  } else {
    fs::remove(path);
    paths_.erase(std::find(paths_.begin(), paths_.end(), path));
  }
}

}  // namespace khobao::test
