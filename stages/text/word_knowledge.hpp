// SPDX-License-Identifier: Apache-2.0
// word_knowledge.hpp - what is known of words before any text is read: their clusters by k-means over word
// vectors, what word lists and WordNet say of them, and names of several words. The file `words.model`, made
// by tools/train_words, is memory-mapped; it holds hashes and bits, no text. Read-only; safe from several
// threads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "stages/text/model_file.hpp"

namespace claimsift {

/// Bits of a single word, whatever its case.
namespace word_flag {
inline constexpr uint32_t female = 1u << 0;        // a first name of women
inline constexpr uint32_t male = 1u << 1;          // a first name of men
inline constexpr uint32_t surname = 1u << 2;       // last word of the name of a known person
inline constexpr uint32_t given = 1u << 3;         // an earlier word of such a name
inline constexpr uint32_t in_group = 1u << 4;      // in the name of a known organisation
inline constexpr uint32_t ends_group = 1u << 5;    // last word of one
inline constexpr uint32_t in_place = 1u << 6;      // in a name of a place of several words
inline constexpr uint32_t person_noun = 1u << 7;   // its first sense is a kind of person ("director")
inline constexpr uint32_t group_noun = 1u << 8;    // a kind of group ("committee")
inline constexpr uint32_t place_noun = 1u << 9;    // a kind of place ("province")
inline constexpr uint32_t thing_noun = 1u << 10;   // a made thing ("bridge")
inline constexpr uint32_t time_noun = 1u << 11;    // a time ("Monday")
inline constexpr uint32_t speech_verb = 1u << 12;  // a verb of communication in its first sense
inline constexpr uint32_t only_name = 1u << 13;    // a name in whatever case it stands ("berlin", not "bill")
}  // namespace word_flag

/// Bits of a name of one or several words.
namespace name_flag {
inline constexpr uint32_t person = 1u << 0;
inline constexpr uint32_t group = 1u << 1;
inline constexpr uint32_t place = 1u << 2;    // countries, rivers, regions ... of WordNet
inline constexpr uint32_t city = 1u << 3;     // populated places of GeoNames
inline constexpr uint32_t region = 1u << 4;   // first-level divisions of GeoNames
inline constexpr uint32_t company = 1u << 5;  // of a list of companies
inline constexpr uint32_t other = 1u << 6;    // events, works, things with a name
}  // namespace name_flag

class WordKnowledge {
 public:
  static constexpr uint32_t kSlots = 1u << 18;
  static constexpr uint32_t kLongestName = 5;  // words

  /// The arrays as they stand in the file, little-endian; open addressing, 0 is free.
  struct Arrays {
    static constexpr std::string_view kKind = "words";
    static constexpr uint32_t kVersion = 1;

    std::array<uint32_t, kSlots> words;     // word_hash
    std::array<uint32_t, kSlots> clusters;  // coarse + (middle << 8) + (fine << 20); 0 in each for none
    std::array<uint16_t, kSlots> flags;     // of word_flag
    std::array<uint32_t, kSlots> names;     // hash of a name by name_step
    std::array<uint8_t, kSlots> kinds;      // of name_flag
  };

  struct Word {
    uint32_t clusters = 0, flags = 0;
    uint32_t coarse() const { return clusters & 0xff; }
    uint32_t middle() const { return (clusters >> 8) & 0xfff; }
    uint32_t fine() const { return clusters >> 20; }
  };

  /// `path` as in `words:`; empty for the file that comes with claimsift. Throws std::runtime_error.
  explicit WordKnowledge(const std::string& path);
  /// Of arrays that outlive it, for trainers.
  explicit WordKnowledge(const Arrays& arrays) : arrays_(&arrays) {}

  /// What is known of a word by its word_hash; nothing for an unknown one.
  Word find(uint32_t hash) const {
    const uint32_t at = slot(arrays_->words, hash);
    return arrays_->words[at] == hash ? Word{arrays_->clusters[at], arrays_->flags[at]} : Word{};
  }

  /// Asks for what `find` reads.
  void prefetch(uint32_t hash) const {
    const uint32_t at = hash & (kSlots - 1);
    __builtin_prefetch(&arrays_->words[at]);
    __builtin_prefetch(&arrays_->flags[at]);
  }

  /// Bits of the name whose words gave `name` by name_step; 0 for none.
  uint32_t name(uint32_t name) const {
    const uint32_t at = slot(arrays_->names, name);
    return arrays_->names[at] == name ? arrays_->kinds[at] : 0;
  }

  static constexpr uint32_t kNameBegin = 0x811C9DC5u;
  /// The hash of a name that goes on with a word; never 0.
  static constexpr uint32_t name_step(uint32_t name, uint32_t word) {
    uint64_t h = (uint64_t{name} << 32 | word) * 0x9E3779B97F4A7C15ULL;
    h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ULL;
    const auto folded = static_cast<uint32_t>(h >> 32);
    return folded == 0 ? 1 : folded;
  }

  /// Where a hash stands, or the free place where it would. The tables are never full.
  static uint32_t slot(const std::array<uint32_t, kSlots>& table, uint32_t hash) {
    uint32_t at = hash & (kSlots - 1), tried = 0;
    while (table[at] != 0 && table[at] != hash && ++tried < kSlots) at = (at + 1) & (kSlots - 1);
    return at;
  }

 private:
  std::shared_ptr<const ModelFile> file_;
  const Arrays* arrays_;
};

}  // namespace claimsift
