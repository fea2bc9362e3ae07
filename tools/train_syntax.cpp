// SPDX-License-Identifier: Apache-2.0
// train_syntax - trains the parser of the stage `syntax` on JSON Lines of the shape {"text", "licence",
// "tokens":
// [[b,e]..], "upos", "xpos", "lemma", "head": [..], "deprel": [..]}, offsets in code points, heads as numbers
// of tokens, -1 for a root: a net that follows its own moves and learns from a dynamic oracle (Goldberg and
// Nivre, COLING 2012). It parses the product's own sentences and tokens with tags by taggers that did not see
// them; what the corpus does not say of them costs nothing. The same input gives the same bytes.
//
//   train_syntax MODEL VECTORS.model TRAIN.jsonl...
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "stages/language/each_sentence.hpp"
#include "stages/language/syntax_model.hpp"
#include "tools/syntax_net_trainer.hpp"
#include "tools/tag_training.hpp"
#include "tools/trainer_main.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kEpochs = 16, kBatch = 16;  // sentences of a step
constexpr float kRate = 0.002F;                // of learning at first; it falls to almost nothing
constexpr float kWarmUp = 20000;               // sentences until that rate is reached
constexpr uint32_t kFolds = 5;
constexpr uint32_t kNone = SyntaxMachine::kNone;
constexpr uint32_t kUnknown = kNone - 1;  // as a head: the corpus does not say

/// A sentence with its gold tree; labels that are not known are null.
struct Tree {
  SyntaxSentence sentence;
  std::vector<uint32_t> head;  // kNone for the root
  std::vector<Deprel> label;
  std::vector<std::vector<uint32_t>> dependents;
};

/// The gold tree of a document by rows of its tokens; heads outside the document's tokens are unknown.
struct Gold {
  TagExample tags;
  std::vector<uint32_t> head;
  std::vector<Deprel> label;
};

Gold gold_of(const simdjson::dom::element record, std::shared_ptr<TestDocument> doc,
             const std::vector<uint32_t>& at) {
  const auto tokens = doc->layer<layers::Tokens>();
  Gold g{tag_example(record, doc, at), std::vector<uint32_t>(tokens.size(), kUnknown),
         std::vector<Deprel>(tokens.size(), static_cast<Deprel>(255))};
  std::vector<uint32_t> rows;
  align(record, tokens, at, [&](uint32_t row, uint32_t, uint32_t, uint32_t) { rows.push_back(row); });
  size_t i = 0;
  for (const simdjson::dom::element value : record["head"].get_array()) {
    const int64_t head = value.get_int64().value();
    const uint32_t row = rows[i++];
    if (row == kNoTag) continue;
    if (head < 0)
      g.head[row] = kNone;
    else if (rows[static_cast<size_t>(head)] != kNoTag)
      g.head[row] = rows[static_cast<size_t>(head)];
  }
  const auto labels = strings_of(record, "deprel");
  for (i = 0; i < labels.size(); ++i)
    if (const uint32_t label = choice_of<Deprel>(labels[i]); rows[i] != kNoTag && label != kNoTag)
      g.label[rows[i]] = static_cast<Deprel>(label);
  return g;
}

/// The sentences of a document under tags by `tagger`.
void add_trees(const Gold& gold, const TagWeights& tagger, std::vector<Tree>& trees) {
  TestDocument& doc = *gold.tags.doc;
  const auto tokens = doc.layer<layers::Tokens>();
  std::vector<uint8_t> labels(tokens.size());
  tag(doc.text(), tokens, tagger, labels);
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  for (const uint8_t label : labels) {
    upos.push_back(tagger.labels[label].upos);
    xpos.push_back(tagger.labels[label].xpos);
  }
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    Tree t;
    const auto hash = tokens.column<"hash">(), shape = tokens.column<"shape">();
    t.sentence = {{hash.begin() + first, hash.begin() + last},
                  {shape.begin() + first, shape.begin() + last},
                  {upos.begin() + first, upos.begin() + last},
                  {xpos.begin() + first, xpos.begin() + last}};
    t.dependents.resize(last - first);
    bool rooted = false;
    for (uint32_t i = first; i < last; ++i) {
      uint32_t head = gold.head[i];
      if (head == kNone && std::exchange(rooted, true)) head = kUnknown;
      if (head < kUnknown) {
        head = head >= first && head < last ? head - first : kUnknown;
        if (head != kUnknown) t.dependents[head].push_back(i - first);
      }
      t.head.push_back(head);
      t.label.push_back(gold.label[i]);
    }
    trees.push_back(std::move(t));
  });
}

/// Tags each document by a tagger that was trained on the documents of the other folds.
std::vector<Tree> jackknifed(const std::vector<Gold>& golds) {
  const TagModel words("");
  std::vector<TagExample> examples;
  std::vector<size_t> fold_of;
  for (const Gold& g : golds) {
    fold_of.push_back(examples.size() % kFolds);
    examples.push_back(g.tags);
  }
  PartTaggers taggers(examples, std::move(fold_of), words.weights());
  std::vector<Tree> trees;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    const TagWeights& tagger = taggers.without(fold);
    for (size_t i = fold; i < golds.size(); i += kFolds) add_trees(golds[i], tagger, trees);
  }
  return trees;
}

/// What each move would lose of the gold tree: the number of its arcs that can no more be made.
class Oracle {
 public:
  explicit Oracle(const Tree& tree) : tree_(tree), popped_(tree.head.size(), 0) {}

  std::array<uint32_t, kMoves> costs(const SyntaxMachine& m) const {
    std::array<uint32_t, kMoves> costs{};
    const uint32_t s = m.stack(), n = m.next(), head = tree_.head[n];
    uint32_t waiting = 0;  // tokens of the stack that depend on the next
    for (const uint32_t k : tree_.dependents[n])
      if (k < n && !popped_[k] && m.node(k).head == kNone) ++waiting;
    const bool head_waits = head < n && !popped_[head];
    costs[static_cast<int>(Move::shift)] = waiting + head_waits;
    if (s == kNone) return costs;
    uint32_t to_come = 0;  // tokens of the buffer that depend on the top
    for (const uint32_t k : tree_.dependents[s]) to_come += k >= n;
    costs[static_cast<int>(Move::reduce)] = to_come;
    costs[static_cast<int>(Move::left)] =
        to_come + (tree_.head[s] == kNone || (tree_.head[s] != kUnknown && tree_.head[s] > n));
    const bool other = head == kNone || (head != kUnknown && head > n) || (head_waits && head != s);
    costs[static_cast<int>(Move::right)] = waiting + other;
    return costs;
  }

  void made(Move move, uint32_t top) {
    if (move == Move::left || move == Move::reduce) popped_[top] = 1;
  }

 private:
  const Tree& tree_;
  std::vector<uint8_t> popped_;
};

/// The probabilities of some choices from their scores; that of the others is 0.
template <size_t N, class Among>
std::array<float, N> probabilities(const std::array<float, N>& scores, Among&& among) {
  std::array<float, N> p{};
  float most = -std::numeric_limits<float>::infinity(), sum = 0;
  for (uint32_t i = 0; i < N; ++i)
    if (among(i)) most = std::max(most, scores[i]);
  for (uint32_t i = 0; i < N; ++i)
    if (among(i)) sum += p[i] = std::exp(scores[i] - most);
  for (float& x : p) x /= sum;
  return p;
}

/// Parses sentences with the net as it is, and teaches it at each step.
class Trainer {
 public:
  explicit Trainer(const WordVectors& vectors) : net_(vectors, 1) {}

  /// One pass; `done` of `total` sentences have been seen. `explore`: follow the net's moves and not only
  /// the oracle's.
  void epoch(const std::vector<Tree>& trees, const std::vector<size_t>& order, bool explore, size_t& done,
             size_t total) {
    wrong_ = 0;
    wrong_relations_ = 0;
    uint32_t waiting = 0;
    for (const size_t i : order) {
      ++done;
      if (trees[i].head.size() > 1) {
        sentence(trees[i], explore);
        ++waiting;
      }
      if (waiting < kBatch && done != total) continue;
      const float seen = static_cast<float>(done);
      net_.step(
          kRate * std::min(1.F, 0.05F + seen / kWarmUp) * (1 - 0.98F * seen / static_cast<float>(total)),
          waiting);
      waiting = 0;
    }
    std::fprintf(stderr, "%zu costly moves, %zu wrong relations\n", wrong_, wrong_relations_);
  }
  void store(SyntaxNet& net) const { net_.store(net); }

 private:
  void sentence(const Tree& tree, bool explore) {
    Oracle oracle(tree);
    net_.read(tree.sentence);
    machine_.start(static_cast<uint32_t>(tree.head.size()));
    while (!machine_.done()) {
      const uint32_t top = machine_.stack();
      const Move move = next_move(oracle, explore);
      Deprel label = Deprel::root;
      if (move == Move::left) label = relation(tree, top, machine_.next(), explore);
      if (move == Move::right) label = relation(tree, machine_.next(), top, explore);
      machine_.make(move, label);
      oracle.made(move, top);
    }
    net_.carry_back();
  }

  /// Teaches the net all moves that cost least.
  Move next_move(const Oracle& oracle, bool explore) {
    const uint32_t allowed = machine_.allowed();
    if (allowed == 1u << static_cast<int>(Move::shift)) return Move::shift;
    const auto& scores = net_.score(MoveInputs(machine_));
    const auto costs = oracle.costs(machine_);
    uint32_t best = kMoves, good = kMoves;
    for (uint32_t m = 0; m < kMoves; ++m) {
      if (!(allowed >> m & 1)) continue;
      if (best == kMoves || scores[m] > scores[best]) best = m;
      if (good == kMoves || costs[m] < costs[good] || (costs[m] == costs[good] && scores[m] > scores[good]))
        good = m;
    }
    if (costs[best] > costs[good]) ++wrong_;
    const auto p = probabilities(scores, [&](uint32_t m) { return m < kMoves && (allowed >> m & 1); });
    const auto right = probabilities(
        scores, [&](uint32_t m) { return m < kMoves && (allowed >> m & 1) && costs[m] == costs[good]; });
    auto gradient = p;
    for (uint32_t m = 0; m < kMoves; ++m) gradient[m] -= right[m];
    net_.learn(gradient);
    return static_cast<Move>(explore && net_.chance().next() % 10 != 0 ? drawn(p, best) : good);
  }

  /// A move by its probability.
  uint32_t drawn(const std::array<float, SyntaxNet::kMoveScores>& p, uint32_t best) {
    float at = net_.chance().uniform();
    for (uint32_t m = 0; m < kMoves; ++m)
      if ((at -= p[m]) < 0) return m;
    return best;
  }

  Deprel relation(const Tree& tree, uint32_t token, uint32_t head, bool explore) {
    constexpr auto kRoot = static_cast<uint32_t>(Deprel::root);
    const Deprel gold = tree.label[token];
    const auto& scores = net_.score(RelationInputs(machine_, token, head));
    uint32_t best = kRoot;
    for (uint32_t r = 0; r < kDeprels; ++r)
      if (r != kRoot && (best == kRoot || scores[r] > scores[best])) best = r;
    if (tree.head[token] != head || is_null(gold) || gold == Deprel::root) return static_cast<Deprel>(best);
    if (gold != static_cast<Deprel>(best)) ++wrong_relations_;
    auto gradient = probabilities(scores, [](uint32_t r) { return r < kDeprels && r != kRoot; });
    gradient[static_cast<uint32_t>(gold)] -= 1;
    net_.learn(gradient);
    return explore ? static_cast<Deprel>(best) : gold;
  }

  SyntaxNetTrainer net_;
  SyntaxMachine machine_;
  size_t wrong_ = 0, wrong_relations_ = 0;
};

int run(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_syntax MODEL VECTORS.model TRAIN.jsonl...\n");
    return 2;
  }
  std::vector<Gold> golds;
  for (int i = 3; i < argc; ++i)
    each_document(argv[i], [&](simdjson::dom::element record, std::shared_ptr<TestDocument> doc,
                               const std::vector<uint32_t>& at) {
      golds.push_back(gold_of(record, std::move(doc), at));
    });
  const std::vector<Tree> trees = jackknifed(golds);
  std::fprintf(stderr, "%zu sentences\n", trees.size());
  const WordVectors vectors(argv[2]);
  Trainer trainer(vectors);
  Order order(trees.size(), 1);
  size_t done = 0;
  for (uint32_t epoch = 0; epoch < kEpochs; ++epoch)
    trainer.epoch(trees, order.next(), epoch > 0, done, trees.size() * kEpochs);
  const auto net = std::make_unique<SyntaxNet>();
  trainer.store(*net);
  ModelFile::save(argv[1], SyntaxModel::kKind, SyntaxModel::kVersion,
                  {reinterpret_cast<const std::byte*>(net.get()), sizeof(SyntaxNet)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  return claimsift::trainer_main("train_syntax", claimsift::run, argc, argv);
}
