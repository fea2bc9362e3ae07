// SPDX-License-Identifier: Apache-2.0
// train_syntax - trains the parser of the stage `syntax` on JSON Lines of the shape {"text", "licence",
// "tokens":
// [[b,e]..], "upos", "xpos", "lemma", "head": [..], "deprel": [..]}, offsets in code points, heads as numbers
// of tokens, -1 for a root: averaged perceptrons that follow their own moves and learn from a dynamic oracle
// (Goldberg and Nivre, COLING 2012). It parses the product's own sentences and tokens with tags by taggers
// that did not see them; what the corpus does not say of them costs nothing. The same input gives the same
// bytes.
//
//   train_syntax MODEL VECTORS.model TRAIN.jsonl...
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "stages/language/each_sentence.hpp"
#include "stages/language/syntax_model.hpp"
#include "tools/feature_trainer.hpp"
#include "tools/tag_training.hpp"
#include "tools/vector_clusters.hpp"

namespace claimsift {
namespace {

constexpr int kEpochs = 8;
constexpr uint64_t kOrders = 5;  // of the sentences, whose results are averaged
constexpr uint32_t kFolds = 5;
constexpr uint32_t kNone = SyntaxMachine::kNone;
constexpr uint32_t kUnknown = kNone - 1;  // as a head: the corpus does not say

/// A sentence with its gold tree; labels that are not known are null.
struct Tree {
  SyntaxFeatures features;
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
    t.features.turn_to(tokens.column<"hash">(), tokens.column<"shape">(), upos, xpos, first, last);
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
std::vector<Tree> jackknifed(const std::vector<Gold>& golds, const char* vectors) {
  const auto clusters = std::make_unique<WordClusters>();
  fill_word_clusters(vectors, *clusters);
  std::vector<TagExample> examples;
  std::vector<size_t> fold_of;
  for (const Gold& g : golds) {
    fold_of.push_back(examples.size() % kFolds);
    examples.push_back(g.tags);
  }
  PartTaggers taggers(examples, std::move(fold_of), *clusters);
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

class Trainer {
 public:
  /// Begins another pair of perceptrons, whose averages are added to those before.
  void restart(uint64_t seed) {
    state_ = seed;
    moves_.restart();
    labels_.restart();
  }

  void epoch(const std::vector<Tree>& trees, const std::vector<size_t>& order, bool explore) {
    wrong_ = 0;
    wrong_labels_ = 0;
    for (const size_t i : order) sentence(trees[i], explore);
    std::fprintf(stderr, "%zu costly moves, %zu wrong relations\n", wrong_, wrong_labels_);
  }
  void store(SyntaxWeights& weights) {
    std::fprintf(stderr, "%zu features of moves, %zu of relations\n", moves_.size(), labels_.size());
    fill_moves(moves_, weights.moves);
    fill(labels_, weights.labels);
  }

 private:
  void sentence(const Tree& tree, bool explore) {
    Oracle oracle(tree);
    machine_.start(tree.features.count());
    while (!machine_.done()) {
      const uint32_t top = machine_.stack();
      const Move move = next_move(tree, oracle, explore);
      Deprel label = Deprel::root;
      if (move == Move::left) label = relation(tree, top, machine_.next(), explore);
      if (move == Move::right) label = relation(tree, machine_.next(), top, explore);
      machine_.make(move, label);
      oracle.made(move, top);
    }
  }

  Move next_move(const Tree& tree, const Oracle& oracle, bool explore) {
    const uint32_t allowed = machine_.allowed();
    if (allowed == 1u << static_cast<int>(Move::shift)) return Move::shift;
    tree.features.moves(machine_, move_keys_);
    const auto scores = moves_.scores(move_keys_);
    const auto costs = oracle.costs(machine_);
    uint32_t best = kMoves, good = kMoves;
    for (uint32_t m = 0; m < kMoves; ++m) {
      if (!(allowed >> m & 1)) continue;
      if (best == kMoves || scores[m] > scores[best]) best = m;
      if (good == kMoves || costs[m] < costs[good] || (costs[m] == costs[good] && scores[m] > scores[good]))
        good = m;
    }
    moves_.step();
    if (costs[best] > costs[good]) {
      ++wrong_;
      moves_.learn(move_keys_, good, best);
    }
    return static_cast<Move>(explore && random() % 10 != 0 ? best : good);
  }

  Deprel relation(const Tree& tree, uint32_t token, uint32_t head, bool explore) {
    const Deprel gold = tree.label[token];
    tree.features.label(machine_, token, head, label_keys_);
    constexpr uint32_t kFirst = SyntaxWeights::Labels::kFirst;
    auto scores = labels_.scores(label_keys_);
    std::fill(scores.begin() + kFirst + kDeprels, scores.end(), INT32_MIN);
    scores[kFirst + static_cast<uint32_t>(Deprel::root)] = INT32_MIN;
    const auto best = static_cast<Deprel>(best_class(scores, kFirst) - kFirst);
    if (tree.head[token] != head || is_null(gold)) return best;
    labels_.step();
    if (gold != best) {
      ++wrong_labels_;
      labels_.learn(label_keys_, kFirst + static_cast<uint32_t>(gold), kFirst + static_cast<uint32_t>(best));
    }
    return explore ? best : gold;
  }

  uint32_t random() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33);
  }

  FeatureTrainer<kMoves> moves_;
  FeatureTrainer<SyntaxWeights::Labels::kClasses> labels_;
  SyntaxMachine machine_;
  SyntaxFeatures::MoveKeys move_keys_;
  SyntaxFeatures::LabelKeys label_keys_;
  size_t wrong_ = 0, wrong_labels_ = 0;
  uint64_t state_ = 0;
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
  const std::vector<Tree> trees = jackknifed(golds, argv[2]);
  std::fprintf(stderr, "%zu sentences\n", trees.size());
  Trainer trainer;
  for (uint64_t seed = 0; seed < kOrders; ++seed) {
    trainer.restart(seed);
    Order order(trees.size(), seed);
    for (int epoch = 0; epoch < kEpochs; ++epoch) trainer.epoch(trees, order.next(), epoch > 0);
  }
  const auto weights = std::make_unique<SyntaxWeights>();
  trainer.store(*weights);
  ModelFile::save(argv[1], SyntaxWeights::kKind, SyntaxWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(SyntaxWeights)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  try {
    return claimsift::run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "train_syntax: %s\n", e.what());
    return 1;
  }
}
