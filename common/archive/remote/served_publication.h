#pragma once
/// The shards of a published archive, asked where Xapian's servers serve them.
///
/// What is asked goes to all shards at once, so that their statistics are those of all, and comes
/// back as a list of articles, each with one value of it: a list is two ways there and back, however
/// long it is (Xapian asks for the statistics first). A shard that does not answer within the limit,
/// or answers what it cannot, is asked at its next address; without one it is left out from then on,
/// and missing() says why. Whatever else fails, the connections are made afresh: what was asked of
/// the other shards may still lie on them, unread.
#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/archive/publication/publication_header.h"
#include "common/archive/remote/server_address.h"
#include "common/archive/remote/server_limits.h"
#include "common/base/message.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Thrown where the shards hold another publication than the one that was opened.
class RepublishedError : public std::runtime_error {
 public:
  RepublishedError() : std::runtime_error("published again") {}
};

/// Thrown where a shard sent what it cannot have held: it is asked at its next address, or left out,
/// and what came of it so far is to be asked for again.
class RefusedShardError : public std::runtime_error {
 public:
  RefusedShardError() : std::runtime_error("a shard is damaged") {}
};

/// One thread at a time.
class ServedPublication {
 public:
  /// `names`: addresses of the shards, in any order, each of one shard. Fails where no shard answers;
  /// a usage error where fewer are named than there are, or one twice.
  static Result<std::shared_ptr<ServedPublication>> open(const std::vector<std::string>& names,
                                                         const ServerLimits& limits);
  ~ServedPublication();
  ServedPublication(const ServedPublication&) = delete;
  ServedPublication& operator=(const ServedPublication&) = delete;

  /// Of one of the shards.
  const PublicationHeader& header() const { return header_; }

  struct Missing {
    std::string name;  ///< as it was named
    Error why;
  };
  const std::vector<Missing>& missing() const { return missing_; }
  /// How many articles these hold.
  uint64_t missing_articles() const;

  /// A table that each shard has. Throws Xapian errors and RepublishedError.
  Result<std::string> table(const std::string& name);

  struct Question {
    Xapian::Query query;
    enum class Order { by_weight, value_ascending, value_descending } order = Order::by_weight;
    size_t most = 0;          ///< articles that are wanted
    Xapian::valueno slot = 0;  ///< of the value that comes with each; orders those of equal weight
    /// Of by_weight; null where all weigh the same.
    std::shared_ptr<const Xapian::Weight> weight = nullptr;
    bool count_all = false;  ///< how many there are is told exactly
  };
  struct Found {
    Xapian::docid docid = 0;  ///< of all shards opened together, also where some are missing
    double weight = 0;
    std::string value;
  };
  struct Answer {
    std::vector<Found> found;
    uint64_t least = 0, most = 0;  ///< between which their number lies, found or not
  };
  /// Throws Xapian errors where no shard is left, and RepublishedError.
  Answer ask(const Question& question);

  /// One value of an article, at one way there and back; "" where its shard is missing, or it is not
  /// there.
  std::string value(Xapian::docid docid, Xapian::valueno slot);

  /// Throws RefusedShardError: what came of this article is not what was written.
  [[noreturn]] void refuse(Xapian::docid docid);

 private:
  struct Shard;

  ServedPublication() = default;
  Result<void> connect_first();
  void connect();
  void join();
  void reconnect();
  void leave_failed();
  void give_up_address(Shard& shard, Error why);
  void blame(Shard& shard, const Xapian::Error& error);
  bool blame_named(const Xapian::Error& error);
  template <class Work>
  bool blame_by_asking(Work work);
  template <class Work>
  auto with_retries(Work work);

  std::vector<std::unique_ptr<Shard>> shards_;  // those that answer have databases
  std::vector<size_t> joined_;                  // their numbers, in the order in which all_ has them
  Xapian::Database all_;
  PublicationHeader header_;
  std::vector<Missing> missing_;
  ServerLimits limits_;
  bool connected_ = false;
};

}  // namespace khobao::archive
