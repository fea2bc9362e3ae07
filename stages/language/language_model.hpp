// SPDX-License-Identifier: Apache-2.0
// language_model.hpp - which language a text is in: sums of the weights of its character n-grams and short
// words (Cavnar and Trenkle, 1994, for the idea; naive Bayes for the weights), in integers, over a sample of
// the text, so that the cost does not grow with it. Trained by tools/train_language. Read-only; safe from
// several threads.
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "stages/text/model_file.hpp"

namespace claimsift {

/// ISO 639-1 codes in the order of the model's columns. Written forms that are one language to most readers
/// share a code: "no" has both Norwegians, "hr" also Bosnian and Serbian in Latin letters, "id" stands for
/// Malay too.
inline constexpr std::string_view kLanguages[] = {
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "et", "lv", "lt", "pl", "cs",
    "sk", "sl", "hr", "hu", "ro", "bg", "ru", "uk", "be", "mk", "sr", "el", "tr", "az", "ar", "fa",
    "ur", "he", "hi", "bn", "ta", "te", "mr", "gu", "th", "vi", "id", "tl", "ja", "ko", "zh", "sw",
    "af", "ca", "eu", "gl", "cy", "ga", "is", "sq", "hy", "ka", "kk", "ne", "so", "ha", "yo", "am"};

struct LanguageWeights {
  static constexpr std::string_view kKind = "language";
  static constexpr uint32_t kVersion = 1;
  static constexpr uint32_t kBits = 15, kColumns = 64;

  std::array<std::array<int8_t, kColumns>, 1u << kBits> rows;
};
static_assert(std::size(kLanguages) == LanguageWeights::kColumns);

/// Calls `gram(row)` for the n-grams of a piece of text: two to four characters of a word with its edges,
/// single characters beyond ASCII, and words of up to twelve characters.
template <class F> void each_gram(std::string_view text, F&& gram);

struct Language {
  uint32_t column = 0;  // of kLanguages
  double score = 0;     // how sure it is, 0 to 1
  bool known = false;   // whether there were letters enough to say
};

class LanguageModel {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit LanguageModel(const std::string& path);
  /// Of weights that outlive it, for trainers.
  explicit LanguageModel(const LanguageWeights& weights) : weights_(&weights) {}

  Language of(std::string_view text) const;

 private:
  std::shared_ptr<const ModelFile> file_;
  const LanguageWeights* weights_;
};

namespace detail {

/// The characters of a word as they are gathered, for its n-grams.
class GramWord {
 public:
  template <class F> void add(char32_t c, F&& gram) {
    if (size_ == 0) push(' ', gram);
    push(c, gram);
  }
  template <class F> void close(F&& gram) {
    if (size_ == 0) return;
    push(' ', gram);
    if (size_ <= 14) gram(row(word_, 9));
    *this = {};
  }

 private:
  static uint32_t row(uint64_t h, uint64_t kind) {
    h = (h + kind) * 0x9E3779B97F4A7C15ULL;
    h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<uint32_t>(h >> (64 - LanguageWeights::kBits));
  }
  template <class F> void push(char32_t c, F&& gram) {
    ++size_;
    word_ = (word_ ^ c) * 0x100000001B3ULL;
    if (c >= 0x80) gram(row(c, 1));
    if (size_ > 1) gram(row(uint64_t{last_[0]} << 21 | c, 2));
    if (size_ > 2) gram(row((uint64_t{last_[1]} << 42) ^ (uint64_t{last_[0]} << 21) ^ c, 3));
    if (size_ > 3)
      gram(row((uint64_t{last_[2]} * 0x9E3779B97F4A7C15ULL) ^ (uint64_t{last_[1]} << 42) ^
                   (uint64_t{last_[0]} << 21) ^ c,
               4));
    last_ = {c, last_[0], last_[1]};
  }

  std::array<char32_t, 3> last_{};
  uint64_t word_ = 0xCBF29CE484222325ULL;
  uint32_t size_ = 0;
};

}  // namespace detail

template <class F> void each_gram(std::string_view text, F&& gram) {
  detail::GramWord word;
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > text.size()) break;
    char32_t c = lead < 0x80 ? lead : lead & (0xFFu >> (length + 1));
    for (size_t k = 1; k < length; ++k) c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    i += length;
    if (c >= 'A' && c <= 'Z') c += 32;
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 0xC0 && !(c >= 0x2000 && c < 0x2E80) && c != 0xFEFF &&
                                   !(c >= 0x3000 && c < 0x3040) && !(c >= 0xFF00 && c < 0xFF20));
    if (letter)
      word.add(c, gram);
    else
      word.close(gram);
  }
  word.close(gram);
}

}  // namespace claimsift
