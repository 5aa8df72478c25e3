#pragma once
/// What the reader hands to the workers.
#include <cstdint>
#include <string>
#include <vector>

namespace khobao::pipeline {

/// Where a record stands in the run's report.
struct RecordPlace {
  size_t file = 0;    ///< among the files of this run
  size_t record = 0;  ///< among the records of its file
};

/// The bytes of one article, not yet understood.
struct RawArticle {
  std::string bytes;
  std::string path;  ///< "file" or "file:line"
  std::string id;    ///< where the record does not bring its own
  bool json = false;
  bool page = false;  ///< HTML that came over the web, with what its container says of it:
  std::string charset = {}, url = {}, fetched = {};
  RecordPlace place = {};
};

/// Articles of one root, some at a time.
struct Batch {
  std::string root, received;
  std::vector<RawArticle> articles;
  size_t bytes = 0;
  uint64_t read_to = 0;  ///< of all bytes of the run's files, where it was full
};

}  // namespace khobao::pipeline
