#pragma once
/// Before any use of libxml2 in a thread: what its first call sets up is the process's, and unguarded.
#include <libxml/parser.h>

namespace khobao::read {

inline void make_xml_ready() { [[maybe_unused]] static const bool ready = (xmlInitParser(), true); }

}  // namespace khobao::read
