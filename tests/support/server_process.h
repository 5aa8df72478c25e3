#pragma once
/// A server of Xapian's on loopback, for as long as the object lives.
#include <sys/types.h>

#include <string>
#include <vector>

namespace khobao::test {

/// False, with a message that the test is skipped, where xapian-tools is not installed.
bool can_serve();

/// A port on which nobody listens now.
unsigned free_port();

class ServerProcess {
 public:
  /// Starts the program and waits until it listens on the port; throws where it does not.
  ServerProcess(const std::string& program, const std::vector<std::string>& args, unsigned port);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

 private:
  pid_t process_ = 0;
};

/// xapian-tcpsrv with these databases.
ServerProcess serve_databases(const std::vector<std::string>& databases, unsigned port);

}  // namespace khobao::test
