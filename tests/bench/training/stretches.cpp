#include "tests/bench/training/stretches.h"

#include "indexer/recognise/learned/name_features.h"

namespace khobao::training {
namespace {

void read_paragraph(const recognise::NameWords& words, size_t number,
                    const std::vector<uint8_t>& allowed, std::vector<Stretch>& out,
                    Material& material) {
  const auto paragraph = words.paragraph(number);
  material.words += paragraph.size();
  for (size_t i = 0; i < paragraph.size();) {
    if (!paragraph[i].near) {
      material.beyond += allowed[i] != 1;
      ++i;
      continue;
    }
    Stretch stretch;
    for (; i < paragraph.size() && paragraph[i].near; ++i, ++material.near) {
      recognise::for_each_feature(words, number, i, [&](uint32_t feature) {
        stretch.features.push_back(feature);
      });
      stretch.ends.push_back(stretch.features.size());
      stretch.allowed.push_back(allowed[i]);
      stretch.joints.push_back(recognise::joint_at(paragraph, i));
    }
    out.push_back(std::move(stretch));
  }
}

// Features by the rows of those seen often enough.
void number_features(Material& material) {
  std::unordered_map<uint32_t, uint32_t> seen, rows;
  for (const auto& article : material.stretches) {
    for (const Stretch& stretch : article) {
      for (const uint32_t feature : stretch.features) ++seen[feature];
    }
  }
  material.features.push_back(0);
  for (const auto& [feature, times] : seen) {
    if (times < kLeastSeen) continue;
    rows.emplace(feature, static_cast<uint32_t>(material.features.size()));
    material.features.push_back(feature);
  }
  for (auto& article : material.stretches) {
    for (Stretch& stretch : article) {
      for (uint32_t& feature : stretch.features) {
        const auto row = rows.find(feature);
        feature = row == rows.end() ? 0 : row->second;
      }
    }
  }
}

}  // namespace

Material read_material(recognise::ArticleReading& reading, std::span<const Annotated> articles) {
  Material material;
  for (const Annotated& article : articles) {
    reading.read_words(text_of(article.article));
    reading.read_names();
    auto& stretches = material.stretches.emplace_back();
    for (size_t p = 0; p < reading.words().paragraphs(); ++p) {
      const auto allowed = allowed_tags(article.names, reading.paragraphs()[p]);
      read_paragraph(reading.words(), p, allowed, stretches, material);
    }
  }
  number_features(material);
  return material;
}

}  // namespace khobao::training
