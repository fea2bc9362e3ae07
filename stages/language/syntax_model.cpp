// SPDX-License-Identifier: Apache-2.0
#include "stages/language/syntax_model.hpp"

#include <algorithm>
#include <stdexcept>

namespace claimsift {
namespace {

constexpr uint32_t kNone = SyntaxMachine::kNone;

/// Fills keys with hashes of the template's number and up to four atoms.
struct Templates {
  uint32_t* to;
  uint64_t number;  // of the next template, so that equal atoms mean different things in each

  void add(uint64_t a, uint64_t b = 0, uint64_t c = 0, uint64_t d = 0) {
    uint64_t h = (a + (++number << 40)) * 0x9E3779B97F4A7C15ULL;
    h = ((h ^ (h >> 29)) + b * 0xC2B2AE3D27D4EB4FULL + c * 0x165667B19E3779F9ULL +
         d * 0xD6E8FEB86659FD93ULL) *
        0xBF58476D1CE4E5B9ULL;
    h ^= h >> 32;
    *to++ = static_cast<uint32_t>((h * 0x94D049BB133111EBULL) >> 32);
  }
};

uint32_t distance_class(uint32_t distance) {
  return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

/// How many separators and verbs stand between two tokens, in few bits.
uint32_t between(const SyntaxAtom& before, const SyntaxAtom& after) {
  const uint32_t d = after.separators - before.separators;
  return std::min(d & 0xffff, 3u) * 4 + std::min(d >> 16, 3u);
}

bool separates(Upos u, Xpos x) {
  return x == Xpos::comma || x == Xpos::colon || x == Xpos::lrb || x == Xpos::rrb || u == Upos::cconj;
}

}  // namespace

void SyntaxFeatures::turn_to(std::span<const uint32_t> hash, std::span<const uint32_t> shape,
                             std::span<const Upos> upos, std::span<const Xpos> xpos, uint32_t first,
                             uint32_t last) {
  atoms_.assign(last - first + 2 * kMargin, SyntaxAtom{});
  uint32_t separators = 0, verbs = 0;
  for (uint32_t i = first; i < last; ++i) {
    SyntaxAtom& a = atoms_[i - first + kMargin];
    a.word = hash[i];
    a.tag = static_cast<uint32_t>(xpos[i]) + 64 * static_cast<uint32_t>(upos[i]);
    a.shape = shape[i] & (shape::initial | shape::digit);
    if (separates(upos[i], xpos[i])) ++separators;
    if (upos[i] == Upos::verb || upos[i] == Upos::aux) ++verbs;
    a.separators = (separators & 0xffff) | verbs << 16;
  }
}

void SyntaxFeatures::moves(const SyntaxMachine& machine, MoveKeys& keys) const {
  using Node = SyntaxMachine::Node;
  static constexpr Node nobody{};
  const uint32_t s = machine.stack(0), n = machine.next();
  const auto at = [&](uint32_t token) -> const SyntaxAtom& {
    return token == kNone ? atoms_[0] : atom(token);
  };
  const auto node = [&](uint32_t token) -> const Node& {
    return token == kNone ? nobody : machine.node(token);
  };
  const SyntaxAtom &s0 = at(s), &s1 = at(machine.stack(1)), &s2 = at(machine.stack(2)), &n0 = atom(n),
                   &n1 = atom(n + 1), &n2 = atom(n + 2), &n3 = atom(n + 3), &before = atom(n - 1),
                   &after = s == kNone ? atoms_[0] : atom(s + 1);
  const Node &sn = node(s), &nn = machine.node(n), &s1n = node(machine.stack(1));
  const SyntaxAtom &sl = at(sn.left[0]), &sl2 = at(sn.left[1]), &sr = at(sn.right[0]), &sr2 = at(sn.right[1]),
                   &nl = at(nn.left[0]), &nl2 = at(nn.left[1]);
  const auto label = [&](uint32_t token) -> uint64_t {
    return token == kNone ? 63 : static_cast<uint64_t>(machine.node(token).label);
  };
  const uint64_t held = sn.head != kNone;
  const uint64_t s0t = s0.tag | held << 12, s0w = s0.word | held << 36, n0t = n0.tag, n0w = n0.word;
  const uint64_t s1t = s1.tag | uint64_t{s1n.head != kNone} << 12, s1w = s1.word;
  const uint64_t far = s == kNone ? 0 : distance_class(n - s), gap = s == kNone ? 0 : between(s0, before);
  const uint64_t s0l = held ? static_cast<uint64_t>(sn.label) : 63;
  const uint64_t sll = label(sn.left[0]), srl = label(sn.right[0]), nll = label(nn.left[0]);

  Templates t{keys.data(), 0};
  // Single words.
  t.add(s0w, s0t);
  t.add(s0w);
  t.add(s0t);
  t.add(n0w, n0t);
  t.add(n0w, held);
  t.add(n0t, held);
  t.add(n1.word, n1.tag, held);
  t.add(n1.word, held);
  t.add(n1.tag, held);
  t.add(n2.word, held);
  t.add(n2.tag, held);
  t.add(s1w, held);
  t.add(s1t, held);
  t.add(s2.tag, s1t, s0t);
  t.add(s0l, s0t);
  t.add(s0l, s0t, n0t);
  // Pairs and triples.
  t.add(s0w, s0t, n0w, n0t);
  t.add(s0w, n0w);
  t.add(s0w, s0t, n0t);
  t.add(s0t, n0w, n0t);
  t.add(s0t, n0t);
  t.add(n0t, n1.tag, held);
  t.add(n0w, n1.word, held);
  t.add(n0w, n1.tag, s0t);
  t.add(n0t, n1.word, s0t);
  t.add(n0t, n1.tag, n2.tag, held);
  t.add(s0t, n0t, n1.tag);
  t.add(s0t, n0t, n1.tag, n2.tag);
  t.add(n1.tag, n2.tag, n3.tag, n0t | held << 12);
  t.add(s0w, n0t, n1.tag);
  t.add(s0w, n0w, n1.tag);
  t.add(s1t, s0t, n0t);
  t.add(s1t, s0t, n0t, n1.tag);
  t.add(s1w, s0t, n0t);
  t.add(s1w, s0t, n0w);
  t.add(s1t, s0w, n0t);
  t.add(s1t, s0t, n0w);
  t.add(s1w, s0w, n0t);
  t.add(s1t, n0t, held);
  t.add(s1w, n0w, held);
  t.add(s1t, s2.tag, s0t, n0t);
  t.add(s0t, before.tag, n0t);
  t.add(s0t, after.tag, n0t);
  // Distance, what stands between, how many dependents there are.
  t.add(s0w, far);
  t.add(s0t, far);
  t.add(n0w, far, held);
  t.add(n0t, far, held);
  t.add(s0w, n0w, far);
  t.add(s0t, n0t, far);
  t.add(s0t, n0t, gap);
  t.add(s0w, n0t, gap);
  t.add(s0t, n0w, gap);
  t.add(s0t, n0t, gap, n1.tag);
  t.add(s1t, s0t, n0t, gap);
  t.add(s0w, std::min<uint64_t>(sn.right_count, 4));
  t.add(s0t, std::min<uint64_t>(sn.right_count, 4), n0t);
  t.add(s0w, std::min<uint64_t>(sn.left_count, 4), n0t);
  t.add(s0t, std::min<uint64_t>(sn.left_count, 4));
  t.add(n0w, std::min<uint64_t>(nn.left_count, 4), held);
  t.add(n0t, std::min<uint64_t>(nn.left_count, 4), s0t);
  // Dependents and their relations.
  t.add(sl.word, s0t);
  t.add(sl.tag, s0t, sll);
  t.add(sr.word, s0t);
  t.add(sr.tag, s0t, srl);
  t.add(nl.word, n0t, held);
  t.add(nl.tag, n0t, nll, held);
  t.add(s0t, sl.tag, n0t);
  t.add(s0t, sr.tag, n0t);
  t.add(s0t, sr.word, n0t);
  t.add(s0t, n0t, nl.tag);
  t.add(s0t, srl, n0t, n0w);
  t.add(s0t, sll, n0t);
  t.add(s0t, srl, n0t);
  t.add(s0t, sl.tag, sl2.tag, n0t);
  t.add(s0t, sr.tag, sr2.tag, n0t);
  t.add(n0t, nl.tag, nl2.tag, s0t);
  t.add(s1t, s0t, srl, n0t);
  // A preposition or conjunction that depends on the next word decides where the word belongs.
  t.add(s0w, nl.word);
  t.add(s0t, nl.word, n0t);
  t.add(s1w, nl.word, s0t);
  t.add(s1t, nl.word, s0t);
  t.add(s0w, nl.word, n0w);
  t.add(s0w, nll, n0t);
  t.add(s0t, nl.word, nl2.word, n0t);
  t.add(s1t, s0t, nll, n0t);
  // The sets of relations.
  t.add(s0w, sn.right_labels);
  t.add(s0t, sn.right_labels, n0t);
  t.add(s0w, sn.left_labels, n0t);
  t.add(s0t, sn.left_labels, n0t);
  t.add(n0w, nn.left_labels, held);
  t.add(n0t, nn.left_labels, s0t);
  t.add(n0t, nn.left_labels, s0t, s1t);
  t.add(s1t, s1n.right_labels, s0t, n0t);
  t.add(s0t, n0t, s0.shape, n0.shape);
  t.add(n, std::min<uint64_t>(count() - n, 3), n0t, held);
  t.add(s0t, s1t, n0t, far);
}

void SyntaxFeatures::label(const SyntaxMachine& machine, uint32_t token, uint32_t head,
                           LabelKeys& keys) const {
  using Node = SyntaxMachine::Node;
  const auto at = [&](uint32_t i) -> const SyntaxAtom& { return i == kNone ? atoms_[0] : atom(i); };
  const SyntaxAtom &d = atom(token), &h = atom(head);
  const Node &dn = machine.node(token), &hn = machine.node(head);
  const SyntaxAtom &dl = at(dn.left[0]), &dl2 = at(dn.left[1]), &dr = at(dn.right[0]), &hh = at(hn.head);
  const uint64_t right = token > head;
  const uint64_t far = distance_class(right ? token - head : head - token);
  const uint64_t gap = right ? between(h, atom(token - 1)) : between(d, atom(head - 1));
  const uint64_t dt = d.tag, ht = h.tag | right << 12, dw = d.word, hw = h.word | right << 36;
  const uint64_t first = token == 0;

  Templates t{keys.data(), 1000};
  t.add(dw, right);
  t.add(dt, right);
  t.add(hw);
  t.add(ht);
  t.add(dt, ht);
  t.add(dw, ht);
  t.add(dt, hw);
  t.add(dw, hw);
  t.add(dt, ht, far);
  t.add(dt, ht, gap);
  t.add(dw, ht, far);
  t.add(dt, ht, first);
  t.add(dl.word, dt, ht);
  t.add(dl.word, dw);
  t.add(dl.word, hw);
  t.add(dl.word, dl2.word, ht);
  t.add(dl.tag, dt, ht);
  t.add(dl2.tag, dl.tag, dt, ht);
  t.add(dr.tag, dt, ht);
  t.add(dn.left_labels, dt, ht);
  t.add(dn.left_labels, hw);
  t.add(dn.right_labels, dt, ht);
  t.add(hn.left_labels, dt, ht);
  t.add(hn.right_labels, dt, ht);
  t.add(hn.left_labels, hn.right_labels, dt, ht);
  t.add(hn.right_labels, dt, hw);
  t.add(hn.left_labels, dw, ht);
  t.add(atom(token - 1).word, dt, ht);
  t.add(atom(token + 1).word, dt, ht);
  t.add(atom(token - 1).tag, dt, ht);
  t.add(atom(token + 1).tag, dt, ht);
  t.add(atom(token + 1).tag, atom(token + 2).tag, dt, ht);
  t.add(atom(head - 1).tag, dt, ht);
  t.add(atom(head + 1).tag, dt, ht);
  t.add(atom(head - 1).tag, atom(head + 1).tag, dt, ht);
  t.add(static_cast<uint64_t>(hn.label), hn.head != kNone, dt, ht);
  t.add(hh.tag, dt, ht);
  t.add(hh.word, dt, ht);
  t.add(d.shape, h.shape, dt, ht);
  t.add(dw, gap, ht);
  t.add(far, gap, dt, ht);
  t.add(dw, atom(token + 1).word, right);
  t.add(dl.word, far, dt, ht);
  t.add(dw, atom(token + 1).tag, ht);
}

uint32_t root_of(const SyntaxMachine& machine, const SyntaxFeatures& features) {
  uint32_t root = kNone;
  for (const uint32_t token : machine.stack_items()) {
    if (machine.node(token).head != kNone) continue;
    if (root == kNone) root = token;
    if (features.upos(token) == Upos::verb) return token;
  }
  return root;
}

SyntaxModel::SyntaxModel(const std::string& path)
    : file_(find_model(path, "syntax.model"), SyntaxWeights::kKind, SyntaxWeights::kVersion) {
  if (file_.payload().size() != sizeof(SyntaxWeights))
    throw std::runtime_error("the syntax model has a wrong size");
  weights_ = reinterpret_cast<const SyntaxWeights*>(file_.payload().data());
}

namespace {

Move best_move(const SyntaxWeights& weights, const SyntaxFeatures::MoveKeys& keys, uint32_t allowed) {
  SyntaxWeights::Moves::Scores scores;
  weights.moves.sum(keys, scores);
  uint32_t best = kMoves;
  for (uint32_t m = 0; m < kMoves; ++m)
    if ((allowed >> m & 1) && (best == kMoves || scores[m] > scores[best])) best = m;
  return static_cast<Move>(best);
}

Deprel best_label(const SyntaxWeights& weights, const SyntaxFeatures::LabelKeys& keys) {
  constexpr uint32_t kFirst = SyntaxWeights::Labels::kFirst;
  SyntaxWeights::Labels::Scores scores;
  weights.labels.sum(keys, scores);
  std::fill(scores.begin() + kFirst + kDeprels, scores.end(), INT16_MIN);
  scores[kFirst + static_cast<uint32_t>(Deprel::root)] = INT16_MIN;
  return static_cast<Deprel>(best_class(scores, kFirst) - kFirst);
}

}  // namespace

void parse(const SyntaxFeatures& features, const SyntaxWeights& weights, SyntaxMachine& machine) {
  SyntaxFeatures::MoveKeys move_keys;
  SyntaxFeatures::LabelKeys label_keys;
  machine.start(features.count());
  while (!machine.done()) {
    const uint32_t allowed = machine.allowed();
    Move move = Move::shift;
    if (allowed != 1u << static_cast<int>(Move::shift)) {
      features.moves(machine, move_keys);
      move = best_move(weights, move_keys, allowed);
    }
    Deprel label = Deprel::root;
    if (move == Move::left || move == Move::right) {
      const uint32_t top = machine.stack(), next = machine.next();
      features.label(machine, move == Move::left ? top : next, move == Move::left ? next : top, label_keys);
      label = best_label(weights, label_keys);
    }
    machine.make(move, label);
  }
  if (machine.count() > 0) machine.settle(root_of(machine, features));
}

}  // namespace claimsift
