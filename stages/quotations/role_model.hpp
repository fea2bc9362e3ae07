// SPDX-License-Identifier: Apache-2.0
// role_model.hpp - the trained tagger: a linear chain over hashed features of words, shapes, quotation marks
// and the cue lexicon, with the tags of the rules among them, decoded by Viterbi paragraph by paragraph in
// integers, so that every machine gives the same tags. Trained by tools/train_attribution as a conditional
// random field (Lafferty, McCallum and Pereira, ICML 2001). Read-only; safe from several threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "stages/quotations/roles.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

/// Labels: none, then begin and inside of source, cue and content.
inline constexpr uint32_t kRoleLabels = 7;
constexpr RoleTag tag_of_label(uint32_t label) {
  return {static_cast<Role>((label + 1) / 2), label % 2 == 1};
}
constexpr uint32_t label_of_tag(RoleTag t) {
  return t.role == Role::none ? 0 : 2 * static_cast<uint32_t>(t.role) - (t.begins ? 1 : 0);
}
/// "Inside" follows only "begin" or "inside" of the same role.
constexpr bool may_follow(uint32_t label, uint32_t previous) {
  return label == 0 || label % 2 == 1 || previous == label || previous + 1 == label;
}

/// The weights as they stand in the file, little-endian; the eighth column pads a row to 16 bytes.
struct RoleWeights {
  static constexpr std::string_view kKind = "attribution";
  static constexpr uint32_t kVersion = 3;
  static constexpr uint32_t kBits = 18;
  static constexpr uint32_t kColumns = 8;
  using Row = std::array<int16_t, kColumns>;

  std::array<Row, kColumns>
      transitions;  // [previous][label]; the last row stands for the begin of a paragraph
  std::array<Row, 1u << kBits> features;
};

/// The features of a document's tokens, as rows of RoleWeights::features.
class RoleFeatures {
 public:
  static constexpr uint32_t kCount = 96;
  using Rows = std::array<uint32_t, kCount>;

  /// `hints` are the tags of the rules.
  RoleFeatures(const Reading& reading, const std::vector<RoleTag>& hints);

  /// The features of a token of the paragraph `range`.
  void of(uint32_t token, const TokenRange& range, Rows& rows) const;

 private:
  struct Atoms {  // what the features of a token and its neighbours are made of
    uint32_t word = 1, suffix = 1;
    uint32_t shape = 1, word_class = 1, quote = 1, cue = 1, hint = 1, kind = 1;
    uint32_t upos = 1, xpos = 1, coarse = 1, fine = 1, head_fine = 1, above_fine = 1;
    uint32_t relation = 1, head_word = 1, head_xpos = 1, head_cue = 1, head_side = 1;
    uint32_t above = 1, above_kind = 1, above_relation = 1,
             above_steps = 1;  // the nearest cue over it in the tree
    uint32_t clause = 1, clause_cue = 1, beside = 1;
    uint32_t left_cue = 1, left_distance = 0, right_cue = 1, right_distance = 0, commas = 0, place = 0;
  };
  void climb(const Reading& reading, uint32_t token);
  void place_beside(const Reading& reading, const TokenRange& sentence);

  std::vector<Atoms> atoms_;
  Atoms outside_;
};

/// The stretches that are decoded on their own: paragraphs, cut at sentences where they are very long.
std::vector<TokenRange> decoding_ranges(const Reading& reading);

/// The first pass with given weights.
std::vector<RoleTag> tag_roles(const Reading& reading, const RoleWeights& weights);

struct AttributionWeights;  // RoleWeights and PairWeights, see pair_model.hpp

class RoleModel {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit RoleModel(const std::string& path);

  /// The attributions of a document.
  std::vector<Attribution> attributions(const Reading& reading) const;
  const WordClusters& clusters() const;

 private:
  ModelFile file_;
  const AttributionWeights* weights_;
};

}  // namespace claimsift
