#include "common/archive/remote/server_address.h"

#include <doctest/doctest.h>

using namespace khobao;
using namespace khobao::archive;

TEST_CASE("server address: what is typed is read") {
  struct Case {
    const char *typed, *host;
    unsigned port;
    const char* path;
  };
  for (const Case& c : {Case{"tcp://may-chu:6601", "may-chu", 6601, ""},
                        Case{"tcp://127.0.0.1:1", "127.0.0.1", 1, ""},
                        Case{"tcp://[fd00::7]:65535", "fd00::7", 65535, ""},
                        Case{"ssh://doc@may-chu/srv/live/shard-01", "doc@may-chu", 0,
                             "/srv/live/shard-01"},
                        Case{"ssh://may.chu:2222/s", "may.chu", 2222, "/s"}}) {
    CAPTURE(c.typed);
    const auto addresses = server_addresses(c.typed);
    REQUIRE(addresses);
    REQUIRE(addresses->size() == 1);
    CHECK(addresses->front().shown == c.typed);
    CHECK(addresses->front().host == c.host);
    CHECK(addresses->front().port == c.port);
    CHECK(addresses->front().path == c.path);
  }
}

TEST_CASE("server address: places of one shard stand in their order") {
  const auto addresses = server_addresses("tcp://a:1,b:2,ssh://c/d,e/f");
  REQUIRE(addresses);
  REQUIRE(addresses->size() == 4);
  CHECK((*addresses)[1].shown == "tcp://b:2");
  CHECK((*addresses)[3].shown == "ssh://e/f");
  CHECK((*addresses)[3].host == "e");
}

TEST_CASE("server address: nothing that a command line or a shell could take for more is let through") {
  for (const char* typed :
       {"tcp://-oProxyCommand=x:1", "ssh://-oProxyCommand=x/y", "ssh://doc@-x/y", "ssh://-u@x/y",
        "ssh://x/y z", "ssh://x/y;reboot", "ssh://x/$(reboot)", "ssh://x/'", "ssh://x y/z",
        "ssh://x/", "ssh://x", "ssh:///y", "ssh://x:0/y", "ssh://x:-1/y", "tcp://x", "tcp://x:",
        "tcp://x:0", "tcp://x:65536", "tcp://x:1x", "tcp://u@x:1", "tcp://:1", "tcp://[::1:1",
        "tcp://[]:1", "tcp://x:1,", "tcp://x:1,-y:2", "http://x:1", "tcp://x:1,http://y:1", "tcp://"}) {
    CAPTURE(typed);
    const auto addresses = server_addresses(typed);
    REQUIRE(!addresses);
    CHECK(addresses.error().code == ErrorCode::usage);
  }
}

TEST_CASE("server address: ssh starts the server, asks nobody, and takes no name for an option") {
  const auto addresses = server_addresses("ssh://doc@may-chu:2222/srv/shard-01");
  REQUIRE(addresses);
  CHECK(ssh_arguments(addresses->front(), 7) ==
        "-o BatchMode=yes -o ConnectTimeout=7 -p 2222 -- doc@may-chu xapian-progsrv /srv/shard-01");
}

TEST_CASE("server address: folders are none") {
  for (const char* name : {"", "/srv/bao", "bao", "C:/x", "://x", "Tcp://x:1", "a1://x"})
    CHECK_FALSE(is_address(name));
  CHECK(is_address("tcp://x:1"));
}
