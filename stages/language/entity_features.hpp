// SPDX-License-Identifier: Apache-2.0
// entity_features.hpp - what the tagger of names and its net see of a document's tokens: words, affixes and
// shapes, clusters and lists (word_knowledge), the whole run of capitals, the document's other mentions of a
// word and, in the second pass, what the first pass and the net made of it. Built once a document; one
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/language/entity_net.hpp"
#include "stages/quotations/reading.hpp"
#include "stages/text/word_knowledge.hpp"

namespace claimsift {

class EntityFeatures {
 public:
  static constexpr uint32_t kBits = 18;  // of a row's number

  /// Rows of the weights; how many there are differs from token to token.
  class Rows {
   public:
    void clear() { size_ = 0; }
    void add(uint32_t row) {
      if (size_ < rows_.size()) rows_[size_++] = row;
    }
    const uint32_t* begin() const { return rows_.data(); }
    const uint32_t* end() const { return rows_.data() + size_; }

   private:
    std::array<uint32_t, 160> rows_;
    uint32_t size_ = 0;
  };

  /// All arguments outlive it.
  EntityFeatures(std::string_view text, const View<layers::Tokens>& tokens, const WordKnowledge& knowledge,
                 const WordVectors& vectors);

  /// The stretches that may hold names, in text order, each within a sentence: tokens with capitals or that
  /// are names in any case, short gaps between them, "al-" before and "province" behind.
  const std::vector<TokenRange>& ranges() const { return ranges_; }
  uint32_t tokens() const { return static_cast<uint32_t>(atoms_.size()); }

  /// The features of a token of such a stretch, but for those of `learn`.
  void of(uint32_t token, Rows& rows) const;

  /// What the net sees of it.
  void input(uint32_t token, EntityNetInput& input) const;

  /// From now on features also say the parts of speech of all tokens, which outlive it.
  void tag(std::span<const Xpos> tags) { tags_ = tags; }

  /// What a first pass and the net found: a label for each token, the net's twice that and 1 more where it is
  /// sure.
  void learn(const std::vector<uint8_t>& labels, const std::vector<uint8_t>& net_labels);

  /// The features of a token that `learn` brings.
  void of_labels(uint32_t token, Rows& rows) const;

 private:
  static constexpr uint32_t kContexts = 3;  // of other mentions that are kept for a word and side
  static constexpr uint32_t kShown = 8;     // kinds of evidence, see `Shown`

  struct Atoms {
    uint32_t word = 1, shape = 1, pattern = 1, coarse = 0, middle = 0, fine = 0, flags = 0;
    std::array<uint32_t, 4> prefix{1, 1, 1, 1}, suffix{1, 1, 1, 1};
    const std::array<int8_t, WordVectors::kDimensions>* vector = nullptr;
    uint32_t name = 0;                    // bits of name_flag and its place in the known name
    uint8_t acronym = 0;                  // what is known of a short form, see entity_acronyms
    uint32_t evidence = 0;                // row of table_ + 1; 0 for none
    uint32_t run_first = 0, run_end = 0;  // the capitalised words without a gap that it is one of
  };
  struct Evidence {  // of a capitalised word, over the document
    uint32_t word = 0, left = 1, right = 1;
    uint16_t mentions = 0;
    bool small = false;               // the word stands there in small letters too
    std::array<uint16_t, 4> types{};  // of its mentions, by the first pass: none, person, organisation, place
    std::array<uint16_t, kShown> counts{};              // of mentions that show each kind of evidence
    std::array<uint32_t, kContexts> before{}, after{};  // clusters of the small words around its mentions
  };
  struct Around {  // a token and its neighbours within the sentence
    const Atoms &here, &l1, &l2, &r1, &r2;
  };
  class Adder;

  void find_ranges(const WordKnowledge& knowledge);
  uint32_t begin_of(uint32_t token) const;
  void fill(Atoms& atoms, uint32_t token, std::string_view word, const WordKnowledge& knowledge);
  void find_names(const TokenRange& range, const WordKnowledge& knowledge);
  void find_runs(const TokenRange& range);
  void prefetch_vectors(const TokenRange& range) const;
  void gather();
  void note(uint32_t token);
  uint32_t shown_by(uint32_t token) const;
  uint32_t shown_by_others(uint32_t token) const;
  uint32_t company(uint32_t token) const;
  uint32_t type_of_others(uint32_t token, uint32_t& sure) const;
  Evidence& evidence(uint32_t word);
  const Evidence& evidence_of(uint32_t token) const {
    return atoms_[token].evidence == 0 ? none_ : table_[atoms_[token].evidence - 1];
  }
  const Atoms& atoms(int64_t token, uint32_t sentence) const;
  template <class Labels> uint32_t label(const Labels& labels, int64_t token, uint32_t sentence) const;

  void add_words(const Around& a, Adder& add) const;
  void add_clusters(const Around& a, Adder& add) const;
  void add_known(const Around& a, Adder& add) const;
  void add_bridges(uint32_t token, Adder& add) const;
  void add_acronym(uint32_t token, Adder& add) const;
  void add_run(uint32_t token, Adder& add) const;
  void add_document(uint32_t token, Adder& add) const;
  void add_tags(uint32_t token, Adder& add) const;

  std::span<const uint32_t> hash_, shape_;
  std::span<const Xpos> tags_;
  const WordVectors& vectors_;
  std::vector<Atoms> atoms_;
  std::vector<uint32_t> sentence_;
  std::vector<uint8_t> core_;  // whether a token alone makes a stretch worth a look
  std::vector<TokenRange> ranges_;
  std::vector<Evidence> table_;
  std::vector<uint8_t> labels_, net_labels_;
  Atoms outside_;
  Evidence none_;
};

}  // namespace claimsift
