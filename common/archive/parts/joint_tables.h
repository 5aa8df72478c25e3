#pragma once
/// What holds for several archives as a whole, made from what each says of itself:
///
///   deleted.marks               the archives' own, and joint_marks.h
///   statistics, rare pairs      sums of the archives' counts, less what is marked beside
///   facet.names, name.forms     of the terms of all layers
///   reposts, versions           found again among the articles of all
///   first.seen                  an article is held since the first of them has it
///   record.lines                of the archive that has the article
///   names.tsv                   joint_names.h
///
/// They are those of one archive that holds the same layers. Lessons and what else only updates read
/// stay with each archive: an article is read as its own archive taught.
#include <string>
#include <vector>

#include "common/archive/parts/open_archive.h"

namespace khobao::archive {

/// Their layers, each with the folder of its archive.
std::vector<LayerEntry> joint_layers(const std::vector<OpenArchive>& parts);

/// Writes all files of the generation `to`, an empty folder, its manifest last. Errors name the
/// archive in which something is damaged.
Result<void> write_joint_tables(const std::vector<OpenArchive>& parts, const Generation& to);

}  // namespace khobao::archive
