#include "tests/support/served_shards.h"

#include <filesystem>

namespace khobao::test {
namespace {

std::vector<std::string> proxy_arguments(unsigned to, unsigned listen,
                                         const std::vector<std::string>& options) {
  std::vector<std::string> all{
      std::filesystem::path(KHOBAO_TEST_DATA).parent_path() / "remote/slow_proxy.py", "--to",
      std::to_string(to), "--listen", std::to_string(listen)};
  all.insert(all.end(), options.begin(), options.end());
  return all;
}

}  // namespace

std::vector<TestArticle> numbered_articles(size_t from, size_t to) {
  std::vector<TestArticle> all;
  for (size_t n = from; n < to; ++n) {
    all.push_back({.id = "bai-" + std::to_string(n),
                   .date = n % 7 == 0 ? "" : "2021-03-" + std::to_string(10 + n % 18),
                   .title = "Tin số " + std::to_string(n),
                   .body = "Bà con thôn " + std::to_string(n % 13) + " ra đồng gặt lúa sớm."});
  }
  return all;
}

ServedShards::ServedShards(const std::string& into, size_t shards) {
  for (size_t n = 0; n < shards; ++n) {
    const std::string name = (n < 9 ? "shard-0" : "shard-") + std::to_string(n + 1);
    ports_.push_back(free_port());
    addresses_.push_back("tcp://127.0.0.1:" + std::to_string(ports_.back()));
    servers_.push_back(std::make_unique<ServerProcess>(
        "/usr/bin/xapian-tcpsrv",
        std::vector<std::string>{"--quiet", "--interface", "127.0.0.1", "--port",
                                 std::to_string(ports_.back()), into + "/live/" + name},
        ports_.back()));
  }
}

SlowProxy::SlowProxy(unsigned to, const std::vector<std::string>& options)
    : port_(free_port()), proxy_("/usr/bin/python3", proxy_arguments(to, port_, options), port_) {}

}  // namespace khobao::test
