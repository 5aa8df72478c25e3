#pragma once
/// Which sites of a run have no dated article, and stated days that are none: a form of page whose
/// dates are not read shows first as a site that has none.
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "indexer/pipeline/pipeline.h"

namespace khobao::indexer {

class UndatedSites {
 public:
  /// Several threads may call it at once.
  void count(const pipeline::ReadArticle& article);

  /// A line for each site of several articles, none of which is dated, and one for all stated days
  /// that could not be read.
  std::vector<Message> notes() const;

 private:
  struct Site {
    uint64_t articles = 0, undated = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Site> outlets_;
  std::map<std::string, Site> roots_;  ///< their articles of no known outlet
  std::map<std::string, uint64_t> of_outlets_;  ///< articles of a root, counted there
  uint64_t unread_ = 0;
  std::pair<std::string, std::string> unread_example_;
};

}  // namespace khobao::indexer
