#include "tests/support/changing_folder.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

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
  const auto any = [&] { return articles_[random_() % articles_.size()]; };
  if (!is_lines(path)) return plain_text(any());
  std::vector<TestArticle> records;
  for (size_t n = random_() % 5; n > 0; --n) {
    records.push_back(any());
    records.back().id = random_() % 5 == 0 ? "" : "id-" + std::to_string(random_() % kIds);
  }
  std::string bytes = json_lines(records);
  if (random_() % 6 == 0) bytes += "{\"id\": oops}\n";
  return bytes;
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
  } else if (what == 10 && is_lines(path)) {
    const std::string bytes = read_file(path);
    const std::string more = bytes_for(path);
    write(path, random_() % 2 == 0 ? bytes + more : more + bytes);
  } else {
    fs::remove(path);
    paths_.erase(std::find(paths_.begin(), paths_.end(), path));
  }
}

}  // namespace khobao::test
