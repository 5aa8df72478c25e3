#pragma once

namespace khobao::archive {

struct ServerLimits {
  double timeout_s = 10;  ///< for a connection, and for each answer
};

}  // namespace khobao::archive
