// SPDX-License-Identifier: Apache-2.0
// syntax_net_trainer.hpp - trains the net of the parser, in floating point: reads a sentence as
// stages/language/syntax_net.hpp does, scores states and arcs, takes the gradients of these scores and
// carries them back through the sentence. With dropout of words, inputs and hidden units (Srivastava et al.,
// JMLR 2014). One thread; the same calls give the same weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "stages/language/syntax_net.hpp"
#include "tools/trained_layer.hpp"

namespace claimsift {

/// One hidden layer over what some tokens give in their roles and rows of a table; the last choice is kept,
/// so that its gradient can follow it.
template <class Inputs, uint32_t Hidden, uint32_t Scores> class TrainedChoice {
 public:
  static constexpr uint32_t kParts = Inputs::kRoles * Hidden;
  std::array<float, Scores> scores;

  explicit TrainedChoice(Chance& chance)
      : roles_(SyntaxNet::kContext, kParts, chance),
        rows_(Inputs::kRows, Hidden, 0.05F, chance),
        none_(Inputs::kRoles, Hidden, 0, chance),
        out_(Hidden, Scores, chance) {}

  /// Begins a sentence: what each token gives in each role.
  void read(const std::vector<float>& contexts, size_t count) {
    roles_.apply(contexts.data(), SyntaxNet::kContext, count, parts_);
    back_.assign(parts_.size(), 0);
  }
  void score(const Inputs& inputs, Chance& chance, float drop) {
    chosen_ = inputs;
    hidden_ = {};
    for (uint32_t r = 0; r < Inputs::kRoles; ++r) add(part(inputs.tokens[r], r));
    for (const uint32_t row : inputs.rows) add(rows_.row(row));
    for (uint32_t h = 0; h < Hidden; ++h) {
      kept_[h] = hidden_[h] > 0 && chance.uniform() >= drop ? 1 / (1 - drop) : 0;
      hidden_[h] *= kept_[h];
    }
    for (uint32_t s = 0; s < Scores; ++s) scores[s] = out_.bias(s);
    for (uint32_t h = 0; h < Hidden; ++h)
      if (hidden_[h] != 0)
        for (uint32_t s = 0; s < Scores; ++s) scores[s] += hidden_[h] * out_.weight(h, s);
  }
  /// Takes the gradient of the last scores.
  void learn(const std::array<float, Scores>& d) {
    out_.learn(hidden_.data(), Hidden, 1, d.data());
    std::array<float, Hidden> error{};
    for (uint32_t h = 0; h < Hidden; ++h) {
      if (kept_[h] == 0) continue;
      for (uint32_t s = 0; s < Scores; ++s) error[h] += d[s] * out_.weight(h, s);
      error[h] *= kept_[h];
    }
    const auto pass = [&](float* to) {
      for (uint32_t h = 0; h < Hidden; ++h) to[h] += error[h];
    };
    const Inputs& inputs = *chosen_;
    for (uint32_t r = 0; r < Inputs::kRoles; ++r)
      pass(inputs.tokens[r] == SyntaxMachine::kNone ? none_.gradient(r)
                                                    : &back_[inputs.tokens[r] * kParts + r * Hidden]);
    for (const uint32_t row : inputs.rows) pass(rows_.gradient(row));
  }
  /// Ends a sentence: adds to the gradient of its contexts.
  void carry_back(const std::vector<float>& contexts, size_t count, std::vector<float>& d) {
    roles_.add_back(back_.data(), count, d);
    roles_.learn(contexts.data(), SyntaxNet::kContext, count, back_.data());
  }
  void step(float rate, float share) {
    roles_.step(rate, share);
    rows_.step(rate, share);
    none_.step(rate, share);
    out_.step(rate, share);
  }

  const TrainedLayer& roles() const { return roles_; }
  const TrainedLayer& out() const { return out_; }
  const TrainedTable& rows() const { return rows_; }
  const TrainedTable& none() const { return none_; }

 private:
  const float* part(uint32_t token, uint32_t role) const {
    return token == SyntaxMachine::kNone ? none_.row(role) : &parts_[token * kParts + role * Hidden];
  }
  void add(const float* part) {
    for (uint32_t h = 0; h < Hidden; ++h) hidden_[h] += part[h];
  }

  TrainedLayer roles_;
  TrainedTable rows_, none_;
  TrainedLayer out_;
  std::vector<float> parts_, back_;
  std::optional<Inputs> chosen_;
  std::array<float, Hidden> hidden_{}, kept_{};
};

/// What the net reads of a sentence.
struct SyntaxSentence {
  std::vector<uint32_t> hash, shape;
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
};

/// What share of words, of the values of tokens and of hidden units is left out while training.
struct SyntaxDropout {
  float words = 0.1F, values = 0.1F, hidden = 0.2F;
};

class SyntaxNetTrainer {
 public:
  using Moves = TrainedChoice<MoveInputs, SyntaxNet::kMoveHidden, SyntaxNet::kMoveScores>;
  using Relations = TrainedChoice<RelationInputs, SyntaxNet::kRelationHidden, SyntaxNet::kRelationScores>;

  SyntaxNetTrainer(const WordVectors& vectors, uint64_t seed, SyntaxDropout dropout = {})
      : vectors_(vectors), chance_(seed), dropout_(dropout) {}

  /// Begins a sentence, which must live until `carry_back`.
  void read(const SyntaxSentence& sentence);
  const std::array<float, SyntaxNet::kMoveScores>& score(const MoveInputs& inputs) {
    moves_.score(inputs, chance_, dropout_.hidden);
    return moves_.scores;
  }
  const std::array<float, SyntaxNet::kRelationScores>& score(const RelationInputs& inputs) {
    relations_.score(inputs, chance_, dropout_.hidden);
    return relations_.scores;
  }
  /// Take the gradient of the last scores.
  void learn(const std::array<float, SyntaxNet::kMoveScores>& d) { moves_.learn(d); }
  void learn(const std::array<float, SyntaxNet::kRelationScores>& d) { relations_.learn(d); }
  /// Ends a sentence.
  void carry_back();
  /// Changes the weights by the mean of the gradients of `sentences` sentences.
  void step(float rate, uint32_t sentences);

  Chance& chance() { return chance_; }
  /// The weights in integers.
  void store(SyntaxNet& net) const;

 private:
  static constexpr uint32_t kInput = SyntaxNet::kInput, kUnits = SyntaxNet::kUnits,
                            kContext = SyntaxNet::kContext, kGates = SyntaxNet::kGates,
                            kMargin = SyntaxNet::kWindow / 2;
  static constexpr uint32_t kDimensions = WordVectors::kDimensions;

  /// What is left of the gradient of a value that is cut to -1..1: beyond these only what leads back.
  static float through_cut(float value, float d) {
    if (std::abs(value) < 1) return d;
    return d * value > 0 ? 0.3F * d : 0;
  }
  void run(const std::vector<float>& gates, std::vector<float>& states) const;
  void run_back(const std::vector<float>& gates, const std::vector<float>& states,
                const std::vector<float>& d, std::vector<float>& d_gates) const;
  void learn_tokens(const std::vector<float>& d_values);

  const WordVectors& vectors_;
  Chance chance_;
  SyntaxDropout dropout_;
  TrainedLayer words_{kDimensions, kInput, chance_};
  TrainedTable tokens_{TokenInputs::kRows, kInput, 0.1F, chance_};
  TrainedLayer first_{SyntaxNet::kWindow * kInput, kGates, chance_}, second_{kContext, kGates, chance_};
  Moves moves_{chance_};
  Relations relations_{chance_};

  const SyntaxSentence* sentence_ = nullptr;
  uint32_t count_ = 0;
  std::vector<float> vector_rows_, uncut_, values_, kept_;  // of tokens; values with margins
  std::vector<float> first_gates_, second_gates_, states_, upper_states_, contexts_;
  std::vector<uint8_t> hidden_words_;
};

inline void SyntaxNetTrainer::run(const std::vector<float>& gates, std::vector<float>& states) const {
  states.assign(size_t{count_} * kContext, 0);
  for (uint32_t side = 0; side < 2; ++side) {
    std::array<float, kUnits> average{};
    for (uint32_t k = 0; k < count_; ++k) {
      const size_t t = side ? count_ - 1 - k : k;
      const float* const value = &gates[t * kGates + side * 2 * kUnits];
      for (uint32_t u = 0; u < kUnits; ++u) {
        const float fresh = std::clamp(value[u], -1.F, 1.F);
        const float keep = std::clamp(0.5F + 0.25F * value[kUnits + u], 0.F, 1.F);
        average[u] += (1 - keep) * (fresh - average[u]);
        states[t * kContext + side * kUnits + u] = average[u];
      }
    }
  }
}

inline void SyntaxNetTrainer::run_back(const std::vector<float>& gates, const std::vector<float>& states,
                                       const std::vector<float>& d, std::vector<float>& d_gates) const {
  constexpr float kSlope = 0.25F, kSlopeBeyond = 0.02F;
  d_gates.assign(gates.size(), 0);
  for (uint32_t side = 0; side < 2; ++side) {
    std::array<float, kUnits> later{};
    for (uint32_t k = count_; k-- > 0;) {
      const size_t t = side ? count_ - 1 - k : k;
      const float* const value = &gates[t * kGates + side * 2 * kUnits];
      float* const to = &d_gates[t * kGates + side * 2 * kUnits];
      for (uint32_t u = 0; u < kUnits; ++u) {
        const size_t at = t * kContext + side * kUnits + u;
        const float fresh = std::clamp(value[u], -1.F, 1.F), gate = value[kUnits + u];
        const float keep = std::clamp(0.5F + kSlope * gate, 0.F, 1.F);
        const float before = k == 0 ? 0 : states[side ? at + kContext : at - kContext];
        const float error = later[u] + d[at];
        to[u] = through_cut(value[u], error * (1 - keep));
        to[kUnits + u] = (std::abs(gate) < 2 ? kSlope : kSlopeBeyond) * error * (before - fresh);
        later[u] = error * keep;
      }
    }
  }
}

inline void SyntaxNetTrainer::read(const SyntaxSentence& sentence) {
  sentence_ = &sentence;
  count_ = static_cast<uint32_t>(sentence.hash.size());
  vector_rows_.assign(size_t{count_} * kDimensions, 0);
  hidden_words_.assign(count_, 0);
  for (uint32_t t = 0; t < count_; ++t) {
    hidden_words_[t] = chance_.uniform() < dropout_.words;
    const auto* const vector = vectors_.find(sentence.hash[t]).values;
    if (!vector || hidden_words_[t]) continue;
    for (uint32_t d = 0; d < kDimensions; ++d)
      vector_rows_[size_t{t} * kDimensions + d] = static_cast<float>((*vector)[d]) / SyntaxNet::kVectorOne;
  }
  words_.apply(vector_rows_.data(), kDimensions, count_, uncut_);
  values_.assign(size_t{count_ + 2 * kMargin} * kInput, 0);
  kept_.assign(uncut_.size(), 0);
  for (uint32_t t = 0; t < count_; ++t) {
    const auto rows =
        TokenInputs::rows(sentence.hash[t], sentence.shape[t], sentence.upos[t], sentence.xpos[t]);
    for (uint32_t n = 0; n < rows.size() - hidden_words_[t]; ++n)  // the word's comes last
      for (uint32_t i = 0; i < kInput; ++i) uncut_[size_t{t} * kInput + i] += tokens_.row(rows[n])[i];
    for (uint32_t i = 0; i < kInput; ++i) {
      const size_t at = size_t{t} * kInput + i;
      kept_[at] = chance_.uniform() < dropout_.values ? 0 : 1 / (1 - dropout_.values);
      values_[at + kMargin * kInput] = kept_[at] * std::clamp(uncut_[at], -1.F, 1.F);
    }
  }
  first_.apply(values_.data(), kInput, count_, first_gates_);
  run(first_gates_, states_);
  second_.apply(states_.data(), kContext, count_, second_gates_);
  run(second_gates_, upper_states_);
  contexts_ = states_;
  for (size_t i = 0; i < contexts_.size(); ++i) contexts_[i] += upper_states_[i];
  moves_.read(contexts_, count_);
  relations_.read(contexts_, count_);
}

inline void SyntaxNetTrainer::carry_back() {
  std::vector<float> d(contexts_.size(), 0), d_gates;
  moves_.carry_back(contexts_, count_, d);
  relations_.carry_back(contexts_, count_, d);
  run_back(second_gates_, upper_states_, d, d_gates);
  second_.learn(states_.data(), kContext, count_, d_gates.data());
  second_.add_back(d_gates.data(), count_, d);  // beside what comes past the second layer
  run_back(first_gates_, states_, d, d_gates);
  first_.learn(values_.data(), kInput, count_, d_gates.data());
  std::vector<float> d_windows(size_t{count_} * first_.inputs(), 0), d_values(values_.size(), 0);
  first_.add_back(d_gates.data(), count_, d_windows);
  for (size_t t = 0; t < count_; ++t)
    for (size_t i = 0; i < first_.inputs(); ++i)
      d_values[t * kInput + i] += d_windows[t * first_.inputs() + i];
  learn_tokens(d_values);
}

inline void SyntaxNetTrainer::learn_tokens(const std::vector<float>& d_values) {
  std::vector<float> d(uncut_.size());
  for (size_t i = 0; i < d.size(); ++i)
    d[i] = through_cut(uncut_[i], kept_[i] * d_values[i + kMargin * kInput]);
  words_.learn(vector_rows_.data(), kDimensions, count_, d.data());
  for (uint32_t t = 0; t < count_; ++t) {
    const auto rows =
        TokenInputs::rows(sentence_->hash[t], sentence_->shape[t], sentence_->upos[t], sentence_->xpos[t]);
    for (uint32_t n = 0; n < rows.size() - hidden_words_[t]; ++n) {
      float* const to = tokens_.gradient(rows[n]);
      for (uint32_t i = 0; i < kInput; ++i) to[i] += d[size_t{t} * kInput + i];
    }
  }
}

inline void SyntaxNetTrainer::step(float rate, uint32_t sentences) {
  const float share = 1 / static_cast<float>(sentences);
  words_.step(rate, share);
  tokens_.step(rate, share);
  first_.step(rate, share);
  second_.step(rate, share);
  moves_.step(rate, share);
  relations_.step(rate, share);
}

/// A number as a multiple of 1/one, at most `most` either way.
inline int32_t in_fixed_point(float x, int32_t one, float most) {
  return static_cast<int32_t>(std::lround(std::clamp(x, -most, most) * static_cast<float>(one)));
}

template <class Layer>
void store_layer(const TrainedLayer& from, int32_t weight_one, float most, int32_t sum_one, Layer& to) {
  constexpr float kMostBias = 90;
  for (uint32_t o = 0; o < Layer::kOutputs; ++o) {
    to.bias[o] = in_fixed_point(from.bias(o), sum_one, kMostBias);
    for (uint32_t i = 0; i < Layer::kInputs; ++i)
      to.weight(i, o) = static_cast<int16_t>(in_fixed_point(from.weight(i, o), weight_one, most));
  }
}

template <class Table> void store_table(const TrainedTable& from, int32_t one, float most, Table& to) {
  for (uint32_t r = 0; r < to.size(); ++r)
    for (uint32_t i = 0; i < to[r].size(); ++i)
      to[r][i] = static_cast<int16_t>(in_fixed_point(from.at(r, i), one, most));
}

inline void SyntaxNetTrainer::store(SyntaxNet& net) const {
  using N = SyntaxNet;
  constexpr float kMostPart = static_cast<float>(N::kMostPart) / N::kHiddenOne;
  constexpr float kMostValue = static_cast<float>(INT16_MAX) / N::kOne - 1;
  store_layer(words_, N::kVectorWeight, N::kMostVectorWeight, N::kSum, net.vectors);
  store_layer(first_, N::kWeight, N::kMostWeight, N::kSum, net.first);
  store_layer(second_, N::kWeight, N::kMostWeight, N::kSum, net.second);
  store_layer(moves_.roles(), N::kWeight, N::kMostWeight, N::kSum, net.move_roles);
  store_layer(relations_.roles(), N::kWeight, N::kMostWeight, N::kSum, net.relation_roles);
  store_layer(moves_.out(), N::kOutWeight, N::kMostOut, N::kHiddenOne * N::kOutWeight, net.moves);
  store_layer(relations_.out(), N::kOutWeight, N::kMostOut, N::kHiddenOne * N::kOutWeight, net.relations);
  store_table(tokens_, N::kOne, kMostValue, net.tokens);
  store_table(moves_.rows(), N::kHiddenOne, kMostPart, net.move_rows);
  store_table(moves_.none(), N::kHiddenOne, kMostPart, net.no_token);
  store_table(relations_.rows(), N::kHiddenOne, kMostPart, net.relation_rows);
}

}  // namespace claimsift
