#include "tests/support/server_process.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace khobao::test {
namespace {

constexpr const char* kServer = "/usr/bin/xapian-tcpsrv";

sockaddr_in on_loopback(unsigned port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<uint16_t>(port));
  return address;
}

bool listens(unsigned port) {
  const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = on_loopback(port);
  const bool there =
      connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(file);
  return there;
}

}  // namespace

bool can_serve() {
  if (std::filesystem::exists(kServer)) return true;
  MESSAGE("SKIPPED: xapian-tools is not installed");
  return false;
}

unsigned free_port() {
  const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = on_loopback(0);
  socklen_t size = sizeof address;
  const bool bound = bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                     getsockname(file, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  close(file);
  if (!bound) throw std::runtime_error("no port is free");
  return ntohs(address.sin_port);
}

ServerProcess::ServerProcess(const std::string& program, const std::vector<std::string>& args,
                             unsigned port) {
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const std::string& arg : args) argv.push_back(const_cast<char*>(arg.c_str()));
  argv.push_back(nullptr);
  process_ = fork();
  if (process_ == 0) {
    setpgid(0, 0);  // when it is ended, Xapian's server ends all of its process group
    const int null = open("/dev/null", O_RDWR);
    for (const int file : {0, 1, 2}) dup2(null, file);
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  for (int tries = 0; tries < 500; ++tries) {
    if (listens(port)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  throw std::runtime_error(program + " does not listen");
}

ServerProcess::~ServerProcess() {
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
}

ServerProcess serve_databases(const std::vector<std::string>& databases, unsigned port) {
  std::vector<std::string> args{"--quiet", "--interface", "127.0.0.1", "--port",
                                std::to_string(port)};
  args.insert(args.end(), databases.begin(), databases.end());
  return ServerProcess(kServer, args, port);
}

}  // namespace khobao::test
