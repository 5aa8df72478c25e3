#pragma once
/// An averaged structured perceptron (Collins 2002) with a margin: the best sequence of tags, where
/// each wrong one is worth a point more, is held against the annotated one. Where a surface is
/// annotated with two kinds, the better of both by the weights so far is taken.
#include <string>
#include <vector>

#include "tests/bench/training/stretches.h"

namespace khobao::training {

/// The file of weights (learned/name_model.h) learned from the articles that `wanted` numbers, with
/// `buckets` of eight features. The same for the same material.
std::string learn_weights(const Material& material, const std::vector<size_t>& wanted,
                          size_t buckets);

}  // namespace khobao::training
