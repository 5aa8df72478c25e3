#pragma once
/// The shards of a publication, each served on loopback by a server of Xapian's.
#include <memory>
#include <string>
#include <vector>

#include "tests/support/archive.h"
#include "tests/support/server_process.h"

namespace khobao::test {

/// Articles bai-FROM up to, but not with, bai-TO, every seventh undated, all about lúa.
std::vector<TestArticle> numbered_articles(size_t from, size_t to);

/// xapian-tcpsrv of each shard, for as long as the object lives.
class ServedShards {
 public:
  /// `into`: the folder of publications.
  ServedShards(const std::string& into, size_t shards);

  /// "tcp://127.0.0.1:PORT" of each.
  const std::vector<std::string>& addresses() const { return addresses_; }
  unsigned port(size_t shard) const { return ports_[shard]; }
  /// Ends the server of one.
  void end(size_t shard) { servers_[shard].reset(); }

 private:
  std::vector<unsigned> ports_;
  std::vector<std::string> addresses_;
  std::vector<std::unique_ptr<ServerProcess>> servers_;
};

/// slow_proxy.py (tests/remote) in front of a port, for as long as the object lives.
class SlowProxy {
 public:
  SlowProxy(unsigned to, const std::vector<std::string>& options);

  std::string address() const { return "tcp://127.0.0.1:" + std::to_string(port_); }

 private:
  unsigned port_;
  ServerProcess proxy_;
};

}  // namespace khobao::test
