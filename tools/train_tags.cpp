// SPDX-License-Identifier: Apache-2.0
// train_tags - trains the tagger of the stage `tags` on JSON Lines of the shape {"text", "licence", "tokens":
// [[b,e]..], "upos": [..], "xpos": [..], "lemma": [..]}, offsets in code points, by averaged perceptrons
// (Collins, EMNLP 2002). The same input gives the same bytes.
//
//   train_tags MODEL VECTORS.model WORDNET TRAIN.jsonl...     WORDNET: the folder of WordNet's index files
#include <cstdio>
#include <memory>
#include <vector>

#include "tools/lemma_table.hpp"
#include "tools/tag_training.hpp"
#include "tools/trainer_main.hpp"
#include "tools/vector_clusters.hpp"
#include "tools/word_form_table.hpp"

namespace claimsift {
namespace {

constexpr size_t kParts = 5;     // of the documents: the second pass learns from first ones without its own
constexpr uint64_t kOrders = 5;  // of the documents, whose results are averaged

bool is_proper(Xpos x) { return x == Xpos::nnp || x == Xpos::nnps || x == Xpos::fw || x == Xpos::add; }

void learn_lemmas(const simdjson::dom::element record, TestDocument& doc, const std::vector<uint32_t>& at,
                  LemmaLearner& lemmas) {
  const auto upos = strings_of(record, "upos"), xpos = strings_of(record, "xpos"),
             lemma = strings_of(record, "lemma");
  align(record, doc.layer<layers::Tokens>(), at, [&](uint32_t, uint32_t i, uint32_t begin, uint32_t end) {
    const uint32_t x = choice_of<Xpos>(xpos[i]);
    if (x != kNoTag && choice_of<Upos>(upos[i]) != kNoTag)
      lemmas.add(doc.text({begin, end}), x, is_proper(static_cast<Xpos>(x)), lemma[i]);
  });
}

int run(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: train_tags MODEL VECTORS.model WORDNET TRAIN.jsonl...\n");
    return 2;
  }
  const auto weights = std::make_unique<TagWeights>();
  std::vector<TagExample> examples;
  LemmaLearner lemmas;
  for (int i = 4; i < argc; ++i)
    each_document(argv[i], [&](simdjson::dom::element record, std::shared_ptr<TestDocument> doc,
                               const std::vector<uint32_t>& at) {
      learn_lemmas(record, *doc, at, lemmas);
      examples.push_back(tag_example(record, std::move(doc), at));
    });
  lemmas.store(weights->lemmas);
  fill_word_clusters(argv[2], weights->clusters);
  fill_word_forms(argv[3], weights->forms);
  std::vector<size_t> part(examples.size());
  for (size_t i = 0; i < part.size(); ++i) part[i] = i % kParts;
  PartTaggers(examples, std::move(part), *weights).train(kOrders, *weights);
  ModelFile::save(argv[1], TagWeights::kKind, TagWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(TagWeights)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) { return claimsift::trainer_main("train_tags", claimsift::run, argc, argv); }
