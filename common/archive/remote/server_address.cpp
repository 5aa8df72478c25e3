#include "common/archive/remote/server_address.h"

#include <algorithm>
#include <charconv>

#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kTcp = "tcp://", kSsh = "ssh://";
constexpr unsigned kMostPort = 65'535;

Error no_address(std::string_view typed) {
  return {ErrorCode::usage, say("'{}' is no address of a shard", typed),
          say("as in: {}, or: {}", "tcp://127.0.0.1:6601", "ssh://user@host/srv/live/shard-01")};
}

bool is_plain(std::string_view part, std::string_view signs) {
  return !part.empty() && part.front() != '-' && std::all_of(part.begin(), part.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           signs.find(c) != std::string_view::npos;
  });
}

bool read_port(std::string_view typed, unsigned& port) {
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), port);
  return error == std::errc() && end == typed.data() + typed.size() && port > 0 &&
         port <= kMostPort;
}

// "host:6601", "[fd00::7]:6601"; without a port where none is wanted.
bool read_host(std::string_view typed, bool port_wanted, ServerAddress& address) {
  const bool bracketed = typed.starts_with('[');
  const size_t behind = bracketed ? typed.find(']') : typed.rfind(':');
  if (bracketed && behind == std::string_view::npos) return false;
  std::string_view host = bracketed ? typed.substr(1, behind - 1) : typed.substr(0, behind);
  std::string_view rest = bracketed ? typed.substr(behind + 1)
                          : behind == std::string_view::npos ? std::string_view()
                                                             : typed.substr(behind);
  if (!is_plain(host, bracketed ? "._:%" : "._-@")) return false;
  const size_t at = host.find('@');
  if (at != std::string_view::npos && !is_plain(host.substr(at + 1), "._-")) return false;
  address.host = host;
  if (rest.empty()) return !port_wanted;
  return rest.starts_with(':') && read_port(rest.substr(1), address.port);
}

bool read_address(std::string_view typed, ServerAddress& address) {
  address.shown = typed;
  if (typed.starts_with(kTcp)) {
    typed.remove_prefix(kTcp.size());
    return typed.find('@') == std::string_view::npos && read_host(typed, true, address);
  }
  typed.remove_prefix(kSsh.size());
  const size_t slash = typed.find('/');
  if (slash == std::string_view::npos) return false;
  address.path = typed.substr(slash);
  return address.path.size() > 1 && is_plain(address.path, "._-+@%=:/") &&
         read_host(typed.substr(0, slash), false, address);
}

}  // namespace

bool is_address(std::string_view name) {
  const size_t scheme = name.find("://");
  return scheme != std::string_view::npos && scheme > 0 &&
         std::all_of(name.begin(), name.begin() + static_cast<long>(scheme),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

Result<std::vector<ServerAddress>> server_addresses(const std::string& name) {
  std::vector<ServerAddress> addresses;
  std::string_view rest = name, scheme;
  while (true) {
    const size_t comma = rest.find(',');
    std::string typed(rest.substr(0, comma));
    if (typed.starts_with(kTcp)) {
      scheme = kTcp;
    } else if (typed.starts_with(kSsh)) {
      scheme = kSsh;
    } else if (scheme.empty() || is_address(typed)) {
      return no_address(name);
    } else {
      typed.insert(0, scheme);
    }
    ServerAddress& address = addresses.emplace_back();
    if (!read_address(typed, address)) return no_address(typed);
    if (comma == std::string_view::npos) return addresses;
    rest.remove_prefix(comma + 1);
  }
}

std::string ssh_arguments(const ServerAddress& address, unsigned connect_timeout_s) {
  std::string arguments = "-o BatchMode=yes -o ConnectTimeout=" + std::to_string(connect_timeout_s);
  if (address.port != 0) arguments += " -p " + std::to_string(address.port);
  return arguments + " -- " + address.host + " xapian-progsrv " + address.path;
}

}  // namespace khobao::archive
