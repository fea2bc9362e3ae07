// SPDX-License-Identifier: Apache-2.0
// tag_model.hpp - the part-of-speech tagger: greedy from left to right over hashed features of words,
// their clusters, affixes, shapes, what a dictionary says they can be, and the tags before, in integers, so
// that every machine gives the same tags; words that have one tag alone come from a lexicon, and their tags
// are seen from either side. Where the best tag leads by little, a second pass adds what the tags behind the
// word say. Trained by tools/train_tags as averaged perceptrons (Collins, EMNLP 2002). Read-only; safe from
// several threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/language/feature_table.hpp"
#include "stages/language/lemmas.hpp"
#include "stages/language/word_clusters.hpp"
#include "stages/language/word_forms.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

/// The weights as they stand in the file. A label is a pair of UPOS and XPOS.
struct TagWeights {
  static constexpr std::string_view kKind = "tags";
  static constexpr uint32_t kVersion = 4;
  using Features = FeatureTable<13, 19>;
  using Second = FeatureTable<12, 16>;
  static constexpr uint32_t kLabels = Features::kClasses;  // from Features::kFirst; 0 is none
  static constexpr uint32_t kSlots = 1u << 13;
  struct Label {
    Upos upos;
    Xpos xpos;
  };
  struct Slot {
    uint32_t key;
    uint32_t label;  // 0 is free
  };

  Features features;  // first, for its alignment
  Second second;      // what the second pass adds to the scores of the first
  std::array<Label, kLabels> labels;
  WordClusters clusters;
  WordForms forms;
  std::array<Slot, kSlots> lexicon;  // words of one label, open addressing
  LemmaTable lemmas;

  /// The only label of a word, or 0; `key` as of TagFeatures::key.
  uint32_t only_label(uint32_t key) const {
    for (uint32_t at = key % kSlots, tried = 0; tried < kSlots && lexicon[at].label != 0;
         at = (at + 1) % kSlots, ++tried)
      if (lexicon[at].key == key) return lexicon[at].label % kLabels;
    return 0;
  }
};

/// The features of the tokens of one sentence after the other.
class TagFeatures {
 public:
  static constexpr uint32_t kCount = 41, kSecond = 18;
  using Keys = std::array<uint32_t, kCount>;
  using SecondKeys = std::array<uint32_t, kSecond>;

  TagFeatures(std::string_view text, const View<layers::Tokens>& tokens)
      : text_(text),
        spans_(tokens.spans()),
        hash_(tokens.column<"hash">()),
        shape_(tokens.column<"shape">()) {}

  /// Makes the tokens [first, last) the sentence.
  void turn_to(uint32_t first, uint32_t last, const TagWeights& weights);

  /// The word and the case of its letters, for the lexicon.
  uint32_t key(uint32_t token) const;

  /// The label that the lexicon gives a token of the sentence, or 0.
  uint32_t known(uint32_t token) const { return atoms_[token - first_ + kMargin].known; }

  /// The features of a token after labels `before` (the last) and `before2`.
  void of(uint32_t token, uint32_t before, uint32_t before2, Keys& keys) const;

  /// The features of a token for the second pass; `labels` of the sentence's tokens: of the second pass
  /// before the token, of the first from there on.
  void again(uint32_t token, std::span<const uint8_t> labels, const TagWeights& weights,
             SecondKeys& keys) const;

 private:
  struct Atoms {
    uint32_t word = 1, shape = 1, pattern = 1, known = 0, coarse = 0, fine = 0, forms = 0;
    std::array<uint32_t, 4> prefix{1, 1, 1, 1}, suffix{1, 1, 1, 1};
  };
  static constexpr uint32_t kMargin = 2;  // tokens that stand for the outside on either side

  std::string_view text_;
  std::span<const cs_span> spans_;
  std::span<const uint32_t> hash_, shape_;
  std::vector<Atoms> atoms_;
  uint32_t first_ = 0;
};

class TagModel {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit TagModel(const std::string& path);

  const TagWeights& weights() const { return *weights_; }

 private:
  ModelFile file_;
  const TagWeights* weights_;
};

/// A token of which the first pass is not sure, with its scores there.
struct TagDoubt {
  static constexpr int kGap = 150;  // by which the best label leads where it is not doubted
  uint32_t token;
  TagWeights::Features::Scores scores;
};

/// The first pass over the sentence that `features` were turned to, the tokens [first, first +
/// labels.size()); its doubts come behind those that are there.
void tag_once(const TagFeatures& features, uint32_t first, const TagWeights& weights,
              std::span<uint8_t> labels, std::vector<TagDoubt>& doubts);

/// The labels of all tokens, into `labels` of their number.
void tag(std::string_view text, const View<layers::Tokens>& tokens, const TagWeights& weights,
         std::span<uint8_t> labels);

}  // namespace claimsift
