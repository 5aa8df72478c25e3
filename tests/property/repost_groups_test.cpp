// Groups of reposts are those that comparing every two articles finds, whatever order they are in.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "common/archive/reposts/grouping.h"

using namespace khobao;

namespace {

struct Text {
  std::vector<uint32_t> runs;
  archive::Fingerprint view() const { return {.runs = runs, .numbers = {}}; }
};

using Groups = std::vector<std::vector<uint32_t>>;

// Texts of which some share most, some a few, of their runs with another.
std::vector<Text> random_texts(std::mt19937& random, size_t count) {
  std::vector<Text> texts(count);
  for (size_t i = 0; i < count; ++i) {
    const unsigned copied = i == 0 ? 0 : random() % 3;
    const size_t size = 16 + random() % 30;
    if (copied > 0) {
      texts[i] = texts[random() % i];
      std::shuffle(texts[i].runs.begin(), texts[i].runs.end(), random);
      texts[i].runs.resize(texts[i].runs.size() * (copied == 1 ? 3 : 9) / 10);
    }
    while (texts[i].runs.size() < size) texts[i].runs.push_back(random());
    std::sort(texts[i].runs.begin(), texts[i].runs.end());
  }
  return texts;
}

Groups naive_groups(const std::vector<Text>& texts) {
  std::vector<size_t> set(texts.size());
  std::iota(set.begin(), set.end(), size_t{0});
  for (size_t i = 0; i < texts.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (set[i] == set[j] || !is_repost(archive::likeness(texts[i].view(), texts[j].view())))
        continue;
      const size_t from = std::max(set[i], set[j]), to = std::min(set[i], set[j]);
      std::replace(set.begin(), set.end(), from, to);
    }
  }
  Groups groups;
  for (size_t s = 0; s < texts.size(); ++s) {
    std::vector<uint32_t> group;
    for (size_t i = 0; i < texts.size(); ++i) {
      if (set[i] == s) group.push_back(static_cast<uint32_t>(i));
    }
    if (group.size() > 1) groups.push_back(std::move(group));
  }
  return groups;
}

Groups found(const std::vector<Text>& texts) {
  return archive::group_reposts(static_cast<uint32_t>(texts.size()),
                                [&](uint32_t i) { return texts[i].view(); });
}

}  // namespace

TEST_CASE("repost groups: they are those that comparing all with all finds, in any order") {
  size_t groups_met = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<Text> texts = random_texts(random, 2 + random() % 7);
    const Groups want = naive_groups(texts);
    CHECK(found(texts) == want);
    groups_met += want.size();
    std::shuffle(texts.begin(), texts.end(), random);
    CHECK(found(texts) == naive_groups(texts));
  }
  CHECK(groups_met > 100);
}

TEST_CASE("repost groups: a thousand copies are one group, though few are compared") {
  std::mt19937 random(1);
  std::vector<Text> texts(1000, random_texts(random, 1).front());
  const Groups groups = found(texts);
  REQUIRE(groups.size() == 1);
  CHECK(groups.front().size() == texts.size());
}

TEST_CASE("repost groups: boilerplate that all share joins nothing") {
  std::mt19937 random(2);
  std::vector<Text> texts(1000);
  for (Text& text : texts) {
    text.runs = {1, 2, 3, 4};
    while (text.runs.size() < 40) text.runs.push_back(random());
    std::sort(text.runs.begin(), text.runs.end());
  }
  CHECK(found(texts).empty());
}
