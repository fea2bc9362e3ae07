// SPDX-License-Identifier: Apache-2.0
#include "tools/tag_training.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kPart = 3;  // parts of the documents

uint32_t pair(Upos u, Xpos x) { return static_cast<uint32_t>(u) * 256 + static_cast<uint32_t>(x); }

/// A document of two sentences, in one of which "before" begins a clause: only the verb three words on shows
/// it.
TagExample example(const std::string& noun, const std::string& verb) {
  const auto pron = pair(Upos::pron, Xpos::prp), past = pair(Upos::verb, Xpos::vbd);
  const auto det = pair(Upos::det, Xpos::dt), singular = pair(Upos::noun, Xpos::nn);
  const auto stop = pair(Upos::punct, Xpos::stop), adp = pair(Upos::adp, Xpos::in);
  auto doc = std::make_shared<TestDocument>("She left before the " + noun + ". She left before the " + noun +
                                            " " + verb + ".");
  run_stage<Sentences>(*doc);
  run_stage<Tokens>(*doc);
  return {std::move(doc),
          {pron, past, adp, det, singular, stop, pron, past, pair(Upos::sconj, Xpos::in), det, singular, past,
           stop}};
}

std::vector<TagExample> examples() {
  std::vector<TagExample> all;
  for (const char* noun : {"vote", "storm", "trial", "match", "strike", "debate"})
    for (const char* verb : {"ended", "began", "failed", "started"}) all.push_back(example(noun, verb));
  return all;
}

std::unique_ptr<TagWeights> trained(std::vector<TagExample> all) {
  std::vector<size_t> part;
  for (size_t i = 0; i < all.size(); ++i) part.push_back(i % kPart);
  const auto words = std::make_unique<TagWeights>();
  for (const char* noun : {"vote", "storm", "trial", "match", "strike", "debate", "final"})
    words->forms.add(word_hash(noun), word_form::noun);
  for (const char* verb : {"ended", "began", "failed", "started", "stopped", "left"})
    words->forms.add(word_hash(verb), word_form::past);
  auto weights = std::make_unique<TagWeights>();
  PartTaggers(all, part, *words).train(2, *weights);
  return weights;
}

std::vector<Upos> tags_of(const TagExample& e, const TagWeights& weights) {
  const auto tokens = e.doc->layer<layers::Tokens>();
  std::vector<uint8_t> labels(tokens.size());
  tag(e.doc->text(), tokens, weights, labels);
  std::vector<Upos> tags;
  for (const uint8_t l : labels) tags.push_back(weights.labels[l].upos);
  return tags;
}

TEST(TagTrainingTest, TheSecondPassSeesTheVerbAhead) {
  const auto weights = trained(examples());
  const TagExample unseen = example("final", "stopped");
  ASSERT_EQ(unseen.doc->layer<layers::Tokens>().size(), unseen.gold.size());
  const std::vector<Upos> tags = tags_of(unseen, *weights);
  for (size_t i = 0; i < tags.size(); ++i)
    EXPECT_EQ(static_cast<uint32_t>(tags[i]), unseen.gold[i] / 256) << i;

  weights->second = {};
  const std::vector<Upos> once = tags_of(unseen, *weights);
  EXPECT_EQ(once[2], once[8]) << "the words beside them are the same";
}

TEST(TagTrainingTest, APartsTaggerHasNotSeenItsWords) {
  std::vector<TagExample> all = examples();
  std::vector<size_t> part(all.size(), 0);
  part.back() = 1;
  const auto words = std::make_unique<TagWeights>();
  PartTaggers taggers(all, part, *words);
  const auto without_most = std::make_unique<TagWeights>(taggers.without(0));
  const auto without_last = std::make_unique<TagWeights>(taggers.without(1));
  const auto knows = [](const TagWeights& weights, const TagExample& e) {
    TagFeatures features(e.doc->text(), e.doc->layer<layers::Tokens>());
    features.turn_to(0, 6, weights);
    return features.known(1) != 0;  // "left" has one tag in every document
  };
  EXPECT_TRUE(knows(*without_last, all.front()));
  EXPECT_FALSE(knows(*without_most, all.front()));
}

TEST(TagTrainingTest, TheSameExamplesGiveTheSameBytes) {
  const auto once = trained(examples()), again = trained(examples());
  EXPECT_EQ(std::memcmp(once.get(), again.get(), sizeof(TagWeights)), 0);
}

}  // namespace
}  // namespace claimsift
