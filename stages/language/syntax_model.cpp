// SPDX-License-Identifier: Apache-2.0
#include "stages/language/syntax_model.hpp"

#include <algorithm>
#include <stdexcept>

namespace claimsift {
namespace {

constexpr uint32_t kOnlyShift = 1u << static_cast<int>(Move::shift);

Move best_move(const SyntaxReading& sentence, const SyntaxMachine& machine) {
  const uint32_t allowed = machine.allowed();
  if (allowed == kOnlyShift) return Move::shift;
  SyntaxReading::MoveScores scores;
  sentence.score(MoveInputs(machine), scores);
  uint32_t best = kMoves;
  for (uint32_t m = 0; m < kMoves; ++m)
    if ((allowed >> m & 1) && (best == kMoves || scores[m] > scores[best])) best = m;
  return static_cast<Move>(best);
}

Deprel best_relation(const SyntaxReading& sentence, const SyntaxMachine& machine, Move move) {
  if (move != Move::left && move != Move::right) return Deprel::root;
  const uint32_t top = machine.stack(), next = machine.next();
  SyntaxReading::RelationScores scores;
  sentence.score(move == Move::left ? RelationInputs(machine, top, next) : RelationInputs(machine, next, top),
                 scores);
  scores[static_cast<uint32_t>(Deprel::root)] = INT32_MIN;
  return static_cast<Deprel>(std::max_element(scores.begin(), scores.begin() + kDeprels) - scores.begin());
}

}  // namespace

SyntaxModel::SyntaxModel(const std::string& path) : file_(find_model(path, "syntax.model"), kKind, kVersion) {
  if (file_.payload().size() != sizeof(SyntaxNet))
    throw std::runtime_error("the syntax model has a wrong size");
  net_ = reinterpret_cast<const SyntaxNet*>(file_.payload().data());
}

uint32_t root_of(const SyntaxMachine& machine, const SyntaxReading& sentence) {
  uint32_t root = SyntaxMachine::kNone;
  for (const uint32_t token : machine.stack_items()) {
    if (machine.node(token).head != SyntaxMachine::kNone) continue;
    if (root == SyntaxMachine::kNone) root = token;
    if (sentence.upos(token) == Upos::verb) return token;
  }
  return root;
}

void parse(const SyntaxReading& sentence, SyntaxMachine& machine) {
  machine.start(sentence.count());
  while (!machine.done()) {
    const Move move = best_move(sentence, machine);
    machine.make(move, best_relation(sentence, machine, move));
  }
  if (machine.count() > 0) machine.settle(root_of(machine, sentence));
}

}  // namespace claimsift
