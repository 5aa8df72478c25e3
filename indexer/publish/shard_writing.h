#pragma once
#include <xapian.h>

#include <map>
#include <string>

#include "common/archive/generations/layered_index.h"
#include "common/archive/publication/publication_header.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/publish/shard_changes.h"

namespace khobao::publish {

/// The database of one shard, which nobody reads yet, while it is brought to what the archive holds.
/// Nothing is committed before finish(). One thread at a time.
class ShardWriting {
 public:
  explicit ShardWriting(std::string database) : path_(std::move(database)) {}
  ~ShardWriting();
  ShardWriting(const ShardWriting&) = delete;
  ShardWriting& operator=(const ShardWriting&) = delete;

  /// Applies the changes. `dictionary`: of the shard's stored articles.
  Result<void> write_articles(const archive::LayeredIndex& index, const ShardChanges& changes,
                              const archive::TextDictionary& dictionary,
                              const pipeline::PipelineOptions& options);

  const std::string& path() const { return path_; }
  /// As it will be, once articles are written.
  const Xapian::Database& database() const { return open_; }

  /// Writes the tables that are other than those it has, and the header, of which it fills in
  /// `tables`, and commits all.
  Result<void> finish(const std::map<std::string, std::string>& tables,
                      archive::PublicationHeader header);

 private:
  std::string path_;
  Xapian::WritableDatabase open_;
  bool finished_ = false;
};

}  // namespace khobao::publish
