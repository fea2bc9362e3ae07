// SPDX-License-Identifier: Apache-2.0
// entity_model.hpp - the tagger of names: a linear chain over hashed features of words, affixes, shapes, word
// clusters and the document's other mentions of a word, decoded by Viterbi on the stretches that have
// capitals, in integers, so that every machine gives the same names. Trained by tools/train_entities as an
// averaged structured perceptron (Collins, EMNLP 2002). Read-only; safe from several threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/quotations/role_viterbi.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

/// The weights as they stand in the file. Labels are those of role_viterbi: none, then begin and inside of
/// person, organisation and place.
struct EntityWeights {
  static constexpr std::string_view kKind = "entities";
  static constexpr uint32_t kVersion = 1;
  static constexpr uint32_t kBits = 18;
  static constexpr uint32_t kSlots = 1u << 17;
  using Row = RoleWeights::Row;
  struct Clusters {
    uint16_t coarse = 0, fine = 0;  // 0: none
  };

  std::array<Row, RoleWeights::kColumns> transitions;
  std::array<uint32_t, kSlots> words;  // hash of a word with clusters, open addressing; 0 is free
  std::array<Clusters, kSlots> clusters;
  std::array<Row, 1u << kBits> features;

  Clusters clusters_of(uint32_t hash) const {
    for (uint32_t at = hash % kSlots, tried = 0; tried < kSlots && words[at] != 0;
         at = (at + 1) % kSlots, ++tried)
      if (words[at] == hash) return clusters[at];
    return {};
  }
};

/// The features of a document's tokens.
class EntityFeatures {
 public:
  static constexpr uint32_t kCount = 64;
  using Rows = std::array<uint32_t, kCount>;

  EntityFeatures(std::string_view text, const View<layers::Tokens>& tokens, const EntityWeights& weights);

  /// The stretches that may hold names: tokens with capitals and short gaps between them, within a sentence.
  const std::vector<TokenRange>& ranges() const { return ranges_; }

  void of(uint32_t token, Rows& rows) const;

 private:
  struct Atoms {
    uint32_t word = 1, shape = 1, pattern = 1, coarse = 0, fine = 0;
    std::array<uint32_t, 4> prefix{1, 1, 1, 1}, suffix{1, 1, 1, 1};
    uint32_t evidence = 0, left = 1, right = 1;
  };
  struct Evidence {  // of a capitalised word, over the document
    uint32_t word = 0, bits = 0, left = 1, right = 1;
  };
  void gather();
  Evidence& evidence(uint32_t word);
  const Atoms& atoms(uint32_t token, int offset) const;

  std::span<const uint32_t> hash_, shape_;
  std::vector<Atoms> atoms_;
  std::vector<Evidence> table_;
  std::vector<TokenRange> ranges_;
  std::vector<uint32_t> sentence_;
  Atoms outside_;
};

class EntityModel {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit EntityModel(const std::string& path);

  const EntityWeights& weights() const { return *weights_; }

 private:
  ModelFile file_;
  const EntityWeights* weights_;
};

}  // namespace claimsift
