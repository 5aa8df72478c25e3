#pragma once
/// Which articles of several archives count no longer once these are searched as one:
///
///   bao/cau.txt    in the first and in the third archive: that of the third does not count
///   bao/gao.txt    hidden in the second by an order, held by the first: does not count
///
/// An id is an article's name, so what is held under one id is one article, and the archive named
/// first has it; an order to hide an article holds for all that are searched with the archive that
/// it was given to.
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "common/archive/parts/open_archive.h"

namespace khobao::archive {

/// The parts' own marks, layer by layer in the order of the parts.
Result<DeletionMarks> marks_of_parts(const std::vector<OpenArchive>& parts);

/// What is to be marked beside these, in `index`, the layers of all parts under their own marks.
/// `name`: of all, for errors.
Result<DeletionMarks> joint_marks(const std::vector<OpenArchive>& parts, const LayeredIndex& index,
                                  const std::string& name);

}  // namespace khobao::archive
