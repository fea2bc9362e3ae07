// SPDX-License-Identifier: Apache-2.0
// hot_loops [Google Benchmark's options] - the loops that the language stages spend their time in, each alone
// and warm, over the sample articles; bytes_per_second is text. `--benchmark_filter=Net` runs one of them.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/language/each_sentence.hpp"
#include "stages/language/entity_model.hpp"
#include "stages/language/language_model.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/syntax_model.hpp"
#include "stages/language/tag_model.hpp"
#include "stages/language/tags.hpp"
#include "stages/language/tokens.hpp"
#include "tests/bench/corpus.hpp"

namespace claimsift {
namespace {

/// One document with its tokens and tags, and the models; made once.
struct Sample {
  std::string text;
  std::unique_ptr<TestDocument> doc;
  TagModel tags{""};
  SyntaxModel syntax{""};
  EntityModel entities{""};
  WordKnowledge knowledge{std::string()};
  WordVectors vectors{""};

  Sample() {
    for (const std::string& article : bench::load_corpus(nullptr, 6)) text += article + "\n\n";
    doc = std::make_unique<TestDocument>(text);
    run_stage<Sentences>(*doc);
    run_stage<Tokens>(*doc);
    run_stage<TagsStage>(*doc);
  }
  View<layers::Tokens> tokens() const { return doc->layer<layers::Tokens>(); }
  EntityFeatures features() const {
    EntityFeatures features(text, tokens(), knowledge, vectors);
    features.tag(doc->layer<layers::Tags>().column<"xpos">());
    return features;
  }
};

const Sample& sample() {
  static const Sample sample;
  return sample;
}

void count_text(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(sample().text.size()));
}

void WordHash(benchmark::State& state) {
  const auto spans = sample().tokens().spans();
  for (auto _ : state)
    for (const cs_span s : spans) benchmark::DoNotOptimize(word_hash_in(sample().text, s.begin, s.end));
  count_text(state);
}
BENCHMARK(WordHash);

void KnownWords(benchmark::State& state) {
  const auto hash = sample().tokens().column<"hash">();
  for (auto _ : state)
    for (const uint32_t h : hash) benchmark::DoNotOptimize(sample().knowledge.find(h));
  count_text(state);
}
BENCHMARK(KnownWords);

void Vectors(benchmark::State& state) {
  const auto hash = sample().tokens().column<"hash">();
  for (auto _ : state)
    for (const uint32_t h : hash) benchmark::DoNotOptimize(sample().vectors.find(h));
  count_text(state);
}
BENCHMARK(Vectors);

void Tag(benchmark::State& state) {
  const auto tokens = sample().tokens();
  std::vector<uint8_t> labels(tokens.size());
  for (auto _ : state) {
    tag(sample().text, tokens, sample().tags.weights(), labels);
    benchmark::DoNotOptimize(labels.data());
  }
  count_text(state);
}
BENCHMARK(Tag);

void Lemmas(benchmark::State& state) {
  const auto tags = sample().doc->layer<layers::Tags>();
  const auto spans = sample().tokens().spans();
  const auto xpos = tags.column<"xpos">();
  for (auto _ : state)
    for (uint32_t i = 0; i < spans.size(); ++i)
      benchmark::DoNotOptimize(lemma_rule(sample().tags.weights().lemmas, sample().doc->text(spans[i]),
                                          static_cast<uint32_t>(xpos[i])));
  count_text(state);
}
BENCHMARK(Lemmas);

void Parse(benchmark::State& state) {
  const auto tokens = sample().tokens();
  const auto tags = sample().doc->layer<layers::Tags>();
  SyntaxReading sentence(sample().syntax.net(), sample().vectors);
  SyntaxMachine machine;
  for (auto _ : state)
    each_sentence(tokens, [&](uint32_t first, uint32_t last) {
      sentence.turn_to(tokens.column<"hash">(), tokens.column<"shape">(), tags.column<"upos">(),
                       tags.column<"xpos">(), first, last);
      parse(sentence, machine);
      benchmark::DoNotOptimize(machine);
    });
  count_text(state);
}
BENCHMARK(Parse);

void NameFeatures(benchmark::State& state) {
  for (auto _ : state) {
    const EntityFeatures features = sample().features();
    benchmark::DoNotOptimize(features.tokens());
  }
  count_text(state);
}
BENCHMARK(NameFeatures);

void NameSums(benchmark::State& state) {
  const EntityFeatures features = sample().features();
  for (auto _ : state) {
    const EntityDecoder decoder(features, sample().entities.weights());
    benchmark::DoNotOptimize(&decoder);
  }
  count_text(state);
}
BENCHMARK(NameSums);

void NameFirstPass(benchmark::State& state) {
  const EntityFeatures features = sample().features();
  const EntityDecoder decoder(features, sample().entities.weights());
  for (auto _ : state) benchmark::DoNotOptimize(decoder.first_pass());
  count_text(state);
}
BENCHMARK(NameFirstPass);

void NameNet(benchmark::State& state) {
  const EntityFeatures features = sample().features();
  for (auto _ : state) benchmark::DoNotOptimize(net_labels(features, sample().entities.weights().net));
  count_text(state);
}
BENCHMARK(NameNet);

}  // namespace
}  // namespace claimsift

BENCHMARK_MAIN();
