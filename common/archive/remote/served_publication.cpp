#include "common/archive/remote/served_publication.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <thread>
#include <utility>

#include "common/archive/damage.h"
#include "common/archive/publication/publication_tables.h"
#include "common/archive/remote/broken_pipes.h"
#include "common/archive/xapian_guard.h"
#include "common/language/figures.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

// A publication that takes the place of this one between two connections: all are made again.
constexpr int kTries = 5;
constexpr auto kPause = std::chrono::milliseconds(20);
// Of one question: commits into a database that is served, connections that break off.
constexpr int kMostFailures = 3;

Xapian::Database connected(const ServerAddress& address, const ServerLimits& limits) {
  const auto timeout = static_cast<unsigned>(std::lround(limits.timeout_s * 1000));
  if (!address.by_ssh())
    return Xapian::Remote::open(address.host, address.port, timeout, timeout);
  const auto seconds = static_cast<unsigned>(std::max(1.0, std::ceil(limits.timeout_s)));
  return Xapian::Remote::open("ssh", ssh_arguments(address, seconds), timeout);
}

// What Xapian's errors call a connection.
bool is_of(const Xapian::Error& error, const ServerAddress& address) {
  const std::string at = address.by_ssh() ? " -- " + address.host + " xapian-progsrv " + address.path
                                          : "(" + address.host + ":" + std::to_string(address.port);
  return error.get_context().find(at + ")") != std::string::npos;
}

Error unreachable(const std::string& name, const Xapian::Error& error, const ServerLimits& limits) {
  const std::string type = error.get_type();
  if (type == "NetworkTimeoutError") {
    return {ErrorCode::index_missing,
            say("'{}' did not answer within {} s", name, decimal_shown(limits.timeout_s, 1)),
            say("--shard-timeout SECONDS waits longer")};
  }
  return {ErrorCode::index_missing, say("'{}' cannot be asked: {}", name, told_by_xapian(error)),
          say("see that its server runs, and whether the address is right")};
}

}  // namespace

struct ServedPublication::Shard {
  std::string name;
  std::vector<ServerAddress> addresses;
  size_t at = 0;  // of the address that is asked
  Xapian::Database database;
  PublicationHeader header;
  std::optional<Error> failure;
  bool left_out = false;  // told by missing()

  // Connects to the first address from this one on that can be asked; without one, `failure` says
  // what the last one lacks.
  void connect(const ServerLimits& limits) noexcept {
    const NoBrokenPipes quiet;
    for (; at < addresses.size(); ++at) {
      const ServerAddress& address = addresses[at];
      try {
        database = connected(address, limits);
        auto told = read_publication_header(database, address.shown);
        if (told) {
          header = std::move(*told);
          failure.reset();
          return;
        }
        failure = told.error();
      } catch (const Xapian::Error& error) {
        failure = unreachable(address.shown, error, limits);
      } catch (...) {
        failure = thrown_error(say("ask '{}'", address.shown), address.shown);
      }
      database = {};
    }
  }
};

ServedPublication::~ServedPublication() {
  const NoBrokenPipes quiet;
  all_ = {};
  shards_.clear();
}

Result<std::shared_ptr<ServedPublication>> ServedPublication::open(
    const std::vector<std::string>& names, const ServerLimits& limits) {
  std::shared_ptr<ServedPublication> served(new ServedPublication);
  served->limits_ = limits;
  for (const std::string& name : names) {
    auto addresses = server_addresses(name);
    if (!addresses) return addresses.error();
    auto shard = std::make_unique<Shard>();
    shard->name = name;
    shard->addresses = std::move(*addresses);
    served->shards_.push_back(std::move(shard));
  }
  if (auto connected = served->connect_first(); !connected) return connected.error();
  return served;
}

// Which publication it is, the shards themselves tell: the one that most of them hold.
Result<void> ServedPublication::connect_first() {
  for (int attempt = 1;; ++attempt) {
    connect();
    std::map<std::string, size_t> publications;
    for (const auto& shard : shards_) {
      if (!shard->failure) ++publications[shard->header.publication];
    }
    if (publications.empty()) return shards_.front()->failure.value();
    if (publications.size() > 1 && attempt < kTries) {
      std::this_thread::sleep_for(kPause);
      continue;
    }
    const auto most = std::max_element(
        publications.begin(), publications.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& shard : shards_) {
      if (shard->failure || shard->header.publication == most->first) continue;
      shard->failure = Error{ErrorCode::index_incompatible,
                             say("'{}' is a shard of another publication", shard->name), ""};
    }
    break;
  }
  std::map<size_t, std::string> numbers;
  for (const auto& shard : shards_) {
    if (shard->failure) continue;
    header_ = shard->header;
    const auto [other, fresh] = numbers.emplace(shard->header.shard, shard->name);
    if (fresh) continue;
    return Error{ErrorCode::usage, say("'{}' and '{}' are the same shard", other->second, shard->name),
                 say("places of one shard are written as one address, with a comma between")};
  }
  if (shards_.size() != header_.shards) {
    return Error{ErrorCode::usage,
                 say_count(shards_.size(), "{} shard was named, and the published archive has {}",
                           "{} shards were named, and the published archive has {}", header_.shards),
                 ""};
  }
  leave_failed();
  join();
  return {};
}

// All that are not left out, at the same time.
void ServedPublication::connect() {
  const NoBrokenPipes quiet;  // threads inherit it
  std::vector<std::thread> threads;
  for (const auto& shard : shards_) {
    if (shard->left_out) continue;
    shard->database = {};
    threads.emplace_back([&shard = *shard, this] { shard.connect(limits_); });
  }
  for (std::thread& thread : threads) thread.join();
}

void ServedPublication::leave_failed() {
  for (const auto& shard : shards_) {
    if (!shard->failure || std::exchange(shard->left_out, true)) continue;
    missing_.push_back({shard->name, *shard->failure});
  }
}

void ServedPublication::join() {
  all_ = {};
  joined_.clear();
  std::vector<const Shard*> there;
  for (const auto& shard : shards_) {
    if (!shard->failure) there.push_back(shard.get());
  }
  std::sort(there.begin(), there.end(), [](const Shard* a, const Shard* b) {
    return a->header.shard < b->header.shard;
  });
  for (const Shard* shard : there) {
    all_.add_database(shard->database);
    joined_.push_back(shard->header.shard);
  }
  connected_ = true;
}

uint64_t ServedPublication::missing_articles() const {
  uint64_t here = 0;
  for (const auto& shard : shards_) here += shard->failure ? 0 : shard->header.articles_here;
  return header_.articles - std::min(header_.articles, here);
}

// It goes on to its next address.
void ServedPublication::blame(Shard& shard, const Xapian::Error& error) {
  give_up_address(shard, unreachable(shard.addresses[shard.at].shown, error, limits_));
}

void ServedPublication::give_up_address(Shard& shard, Error why) {
  connected_ = false;
  if (++shard.at == shard.addresses.size()) shard.failure = std::move(why);
  leave_failed();
}

void ServedPublication::refuse(Xapian::docid docid) {
  for (const auto& shard : shards_) {
    if (shard->failure || shard->header.shard != (docid - 1) % header_.shards) continue;
    give_up_address(*shard, damaged_shard(shard->addresses[shard->at].shown,
                                          say("what an article carries is not what was written")));
    throw RefusedShardError();
  }
  throw Xapian::DatabaseCorruptError(say("what an article carries is not what was written"));
}

// False where the error does not say where it came from: of a connection that is closed Xapian does not.
bool ServedPublication::blame_named(const Xapian::Error& error) {
  for (const auto& shard : shards_) {
    if (shard->failure || !is_of(error, shard->addresses[shard->at])) continue;
    blame(*shard, error);
    return true;
  }
  return false;
}

// Over connections made afresh, for on the others answers may lie unread: which shard fails alone?
// False where none does.
template <class Work>
bool ServedPublication::blame_by_asking(Work work) {
  reconnect();
  for (const auto& shard : shards_) {
    if (shard->failure) continue;
    try {
      (void)work(shard->database);
    } catch (const Xapian::Error& error) {
      blame(*shard, error);
      return true;
    }
  }
  return false;
}

void ServedPublication::reconnect() {
  all_ = {};
  connect();
  for (const auto& shard : shards_) {
    if (!shard->failure && shard->header.publication != header_.publication)
      throw RepublishedError();
  }
  leave_failed();
  join();
}

// Each failure takes an address away, and what nobody is to blame for is tried a few times, so that
// this ends. `work`: of all shards together, or of one.
template <class Work>
auto ServedPublication::with_retries(Work work) {
  const NoBrokenPipes quiet;
  for (int failures = 0;;) {
    if (!connected_) reconnect();
    if (joined_.empty())
      throw Xapian::NetworkError(say("no shard of the published archive answers"));
    try {
      return work(all_);
    } catch (const Xapian::DatabaseModifiedError&) {
      connected_ = false;
      if (++failures > kMostFailures) throw;
    } catch (const Xapian::Error& error) {  // also of a shard that is damaged
      connected_ = false;
      if (blame_named(error)) continue;
      const std::string type = error.get_type();
      const bool of_one = type.starts_with("Network") || type == "SerialisationError";
      if (!of_one || (!blame_by_asking(work) && ++failures > kMostFailures)) throw;
    }
  }
}

Result<std::string> ServedPublication::table(const std::string& name) {
  // All have the same, and of all together the first is read.
  return with_retries([&](const Xapian::Database& shards) {
    return read_published_table(shards, header_, name, shards_.front()->name);
  });
}

ServedPublication::Answer ServedPublication::ask(const Question& question) {
  return with_retries([&](const Xapian::Database& shards) {
    Xapian::Enquire enquire(shards);
    enquire.set_query(question.query);
    if (question.weight) {
      enquire.set_weighting_scheme(*question.weight);
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    }
    if (question.order == Question::Order::by_weight) {
      enquire.set_sort_by_relevance_then_value(question.slot, false);
    } else {
      enquire.set_sort_by_value(question.slot,
                                question.order == Question::Order::value_descending);
    }
    const Xapian::MSet hits = enquire.get_mset(0, static_cast<Xapian::doccount>(question.most),
                                               question.count_all ? shards.get_doccount() : 0);
    Answer answer{.found = {},
                  .least = hits.get_matches_lower_bound(),
                  .most = hits.get_matches_upper_bound()};
    const size_t joined = joined_.size();
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      const Xapian::docid there = *hit;
      if (there == 0) continue;
      const auto docid = static_cast<Xapian::docid>(((there - 1) / joined) * header_.shards +
                                                    joined_[(there - 1) % joined] + 1);
      answer.found.push_back({docid, hit.get_weight(), hit.get_sort_key()});
    }
    return answer;
  });
}

std::string ServedPublication::value(Xapian::docid docid, Xapian::valueno slot) {
  const NoBrokenPipes quiet;
  const size_t number = (docid - 1) % header_.shards;
  for (;;) {
    if (!connected_) reconnect();
    const auto found = std::find_if(shards_.begin(), shards_.end(), [&](const auto& shard) {
      return !shard->failure && shard->header.shard == number;
    });
    if (found == shards_.end()) return "";
    try {
      return (*found)
          ->database.get_document(static_cast<Xapian::docid>((docid - 1) / header_.shards + 1))
          .get_value(slot);
    } catch (const Xapian::DocNotFoundError&) {
      return "";
    } catch (const Xapian::Error& error) {
      blame(**found, error);
    }
  }
}

}  // namespace khobao::archive
