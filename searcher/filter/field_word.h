#pragma once
#include "common/archive/fields.h"
#include "common/base/message.h"

namespace khobao::filter {

/// A field as people read it: "org", "tổ chức".
Message field_word(archive::FieldId field);

}  // namespace khobao::filter
