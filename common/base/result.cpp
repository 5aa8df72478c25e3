#include "common/base/result.h"

namespace khobao {

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::query: return 2;
    case ErrorCode::index_missing:
    case ErrorCode::index_incompatible:
    case ErrorCode::index_corrupt: return 3;
    case ErrorCode::input: return 4;
    case ErrorCode::locked: return 75;
    case ErrorCode::internal: return 70;
  }
  return 70;
}

}  // namespace khobao
