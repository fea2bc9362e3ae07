// SPDX-License-Identifier: Apache-2.0
#include "stages/language/language_model.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace claimsift {
namespace {

constexpr size_t kPiece = 400;        // bytes of a piece that is looked at
constexpr uint32_t kLeastGrams = 40;  // under which a text says too little

/// Two pieces: the begin, and the middle of what is behind it, cut at characters.
std::array<std::string_view, 2> sample(std::string_view text) {
  if (text.size() <= 2 * kPiece) return {text, {}};
  const auto piece = [&](size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    size_t end = at + kPiece;
    while (end > at && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(at, end - at);
  };
  return {piece(0), piece(text.size() / 2)};
}

/// Sums over the columns, in 16 bits as long as they have room.
class Sums {
 public:
  void add(const std::array<int8_t, LanguageWeights::kColumns>& row) {
    for (size_t l = 0; l < row.size(); ++l) small_[l] = static_cast<int16_t>(small_[l] + row[l]);
    if (++grams_ % 256 == 0) flush();
  }
  const std::array<int32_t, LanguageWeights::kColumns>& flush() {
    for (size_t l = 0; l < small_.size(); ++l) large_[l] += small_[l];
    small_ = {};
    return large_;
  }
  uint32_t grams() const { return grams_; }

 private:
  std::array<int16_t, LanguageWeights::kColumns> small_{};
  std::array<int32_t, LanguageWeights::kColumns> large_{};
  uint32_t grams_ = 0;
};

}  // namespace

LanguageModel::LanguageModel(const std::string& path)
    : file_(std::make_shared<ModelFile>(find_model(path, "language.model"), LanguageWeights::kKind,
                                        LanguageWeights::kVersion)),
      weights_(reinterpret_cast<const LanguageWeights*>(file_->payload().data())) {
  if (file_->payload().size() != sizeof(LanguageWeights))
    throw std::runtime_error("the language model has a wrong size");
}

Language LanguageModel::of(std::string_view text) const {
  Sums sums;
  for (const std::string_view piece : sample(text))
    each_gram(piece, [&](uint32_t row) { sums.add(weights_->rows[row]); });
  const auto& by_language = sums.flush();
  Language found;
  for (uint32_t l = 1; l < by_language.size(); ++l)
    if (by_language[l] > by_language[found.column]) found.column = l;
  int32_t second = INT32_MIN;
  for (uint32_t l = 0; l < by_language.size(); ++l)
    if (l != found.column) second = std::max(second, by_language[l]);
  found.known = sums.grams() >= kLeastGrams;
  // Weights are eighths of a natural logarithm; n-grams overlap, so that their evidence counts a quarter.
  found.score = found.known ? 1 / (1 + std::exp(-(by_language[found.column] - second) / 32.0)) : 0;
  return found;
}

}  // namespace claimsift
