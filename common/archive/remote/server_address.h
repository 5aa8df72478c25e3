#pragma once
/// Where a shard of a published archive is served.
///
///   tcp://may-chu:6601                       xapian-tcpsrv
///   tcp://[fd00::7]:6601
///   ssh://doc@may-chu/srv/live/shard-01      xapian-progsrv, started there by ssh
///   tcp://may-chu:6601,may-chu-2:6601        the same shard at two places, asked in turn
///
/// What stands in an address becomes part of a command line here and, over ssh, of one that a shell
/// reads there: only letters, digits and the signs "._-+@%=:/" are let through, and no part begins
/// with '-'.
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

struct ServerAddress {
  std::string shown;  ///< as it is typed: "tcp://may-chu:6601"
  std::string host;   ///< of ssh with the user: "doc@may-chu"
  unsigned port = 0;  ///< of ssh 0 where none is named
  std::string path;   ///< of ssh: of the database there; "" for tcp

  bool by_ssh() const { return !path.empty(); }
};

/// "tcp://host:6601": letters and what follows them in the address of a server.
bool is_address(std::string_view name);

/// The places of one shard, in their order. A usage error says what an address looks like.
Result<std::vector<ServerAddress>> server_addresses(const std::string& name);

/// What xapian-progsrv is started by: arguments of ssh.
std::string ssh_arguments(const ServerAddress& address, unsigned connect_timeout_s);

}  // namespace khobao::archive
