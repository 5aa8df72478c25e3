#include "common/base/version.h"

namespace khobao {

const char* const kVersion = KHOBAO_VERSION;

}  // namespace khobao
