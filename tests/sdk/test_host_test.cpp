// SPDX-License-Identifier: Apache-2.0
#include "claimsift/test_host.hpp"

#include <gmock/gmock.h>

#include "claimsift/layers.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using Words = Layer<"words", Column<"word", String>, Column<"sentence", Ref<"sentences">>>;

class FirstWords : public Stage<Reads<layers::Sentences>, Writes<Words>> {
 public:
  static constexpr Info info{"first_words", "The first letters of each sentence."};
  static constexpr cs_option options[] = {option::integer("letters", "3", "How many.", 1, 9),
                                          option::strings("stop", "[a, b]", "Unused."),
                                          option::flag("fail", "false", "Fail.")};
  explicit FirstWords(const Setup& setup)
      : letters_(static_cast<uint32_t>(setup.integer("letters"))), fail_(setup.flag("fail")) {
    if (setup.strings("stop").size() != 2) throw std::invalid_argument("two words are wanted");
  }
  Status process(Document& doc) const {
    if (fail_) return doc.fail("told to");
    if (doc.text().size() < 4) return doc.skip("too short");
    const auto sentences = doc.read<layers::Sentences>();
    for (uint32_t i = 0; i < sentences.size(); ++i) {
      const cs_span span{sentences.span(i).begin, sentences.span(i).begin + letters_};
      doc.add<Words>(span).set<"word">(doc.text(span)).set<"sentence">(i);
    }
    return CS_OK;
  }

 private:
  uint32_t letters_;
  bool fail_;
};

TEST(TestHost, RunsAStageOnLayersAddedByHand) {
  TestDocument doc("One two. Three four.");
  doc.add<layers::Sentences>({0, 8}).set<"paragraph">(0);
  doc.add<layers::Sentences>({9, 20}).set<"paragraph">(0);
  const TestResult result = run_stage<FirstWords>(doc, {{"letters", "2"}});
  ASSERT_EQ(result.status, CS_OK) << result.message;
  const auto words = doc.layer<Words>();
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words.get<"word">(1), "Th");
  EXPECT_EQ(words.get<"sentence">(1), 1u);
}

TEST(TestHost, ChecksLikeTheRealHost) {
  TestDocument doc("One two.");
  doc.add<layers::Sentences>({0, 8});
  const TestResult result = run_stage<FirstWords>(doc, {{"letters", "9"}});
  EXPECT_EQ(result.status, CS_ERROR);
  EXPECT_THAT(result.message, HasSubstr("is no stretch of the text"));
  EXPECT_FALSE(doc.layer<Words>().present());
}

TEST(TestHost, TellsFailuresAndSkips) {
  TestDocument doc("One two.");
  doc.add<layers::Sentences>({0, 8});
  EXPECT_EQ(run_stage<FirstWords>(doc, {{"fail", "true"}}).message, "told to");
  TestDocument brief("Hi");
  brief.add<layers::Sentences>({0, 2});
  const TestResult skipped = run_stage<FirstWords>(brief);
  EXPECT_EQ(skipped.status, CS_SKIP);
  EXPECT_EQ(skipped.message, "too short");
}

TEST(TestHost, RefusesWhatTheStageRefuses) {
  TestDocument doc("One two.");
  doc.add<layers::Sentences>({0, 8});
  EXPECT_EQ(run_stage<FirstWords>(doc, {{"stop", "[a]"}}).message, "two words are wanted");
  EXPECT_THROW(run_stage<FirstWords>(doc, {{"leters", "2"}}), std::invalid_argument);
}

/// Says how many documents this instance has seen, and skips brief ones.
class Counter : public Stage<Reads<>, Writes<Words>> {
 public:
  static constexpr Info info{"counter", "Counts documents.", CS_COLLECTOR};
  static constexpr cs_option options[] = {option::flag("refuse", "false", "Refuse to be created.")};
  explicit Counter(const Setup& setup) {
    if (setup.flag("refuse")) throw std::invalid_argument("told to refuse");
    ++alive;
  }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  ~Counter() { --alive; }
  Status process(Document& doc) {
    if (doc.text().size() < 4) return doc.skip("too short");
    doc.add<Words>({0, 1}).set<"word">(doc.keep(std::to_string(++seen_)));
    return CS_OK;
  }
  static inline int alive = 0;

 private:
  int seen_ = 0;
};

TEST(TestHost, KeepsAStageForManyDocuments) {
  TestDocument first("One."), brief("Hi"), last("Three.");
  {
    TestStage counter(kStage<Counter>);
    EXPECT_EQ(counter.run(first).status, CS_OK);
    const TestResult skipped = counter.run(brief);
    EXPECT_EQ(skipped.status, CS_SKIP);
    EXPECT_EQ(skipped.message, "too short");
    const TestResult result = counter.run(last);
    EXPECT_EQ(result.status, CS_OK);
    EXPECT_EQ(result.message, "");
    EXPECT_EQ(Counter::alive, 1);
  }
  EXPECT_EQ(Counter::alive, 0);
  EXPECT_EQ(first.layer<Words>().get<"word">(0), "1");
  EXPECT_FALSE(brief.layer<Words>().present());
  EXPECT_EQ(last.layer<Words>().get<"word">(0), "2");
}

TEST(TestHost, CreatesAStageAnewForEachRunThatKeepsNone) {
  TestDocument first("One."), last("Two.");
  run_stage<Counter>(first);
  run_stage<Counter>(last);
  EXPECT_EQ(last.layer<Words>().get<"word">(0), "1");
  EXPECT_EQ(Counter::alive, 0);
}

TEST(TestHost, KeptStageRefusesItsOptionsEachTime) {
  TestStage counter(kStage<Counter>, {{"refuse", "true"}});
  for (int i = 0; i < 2; ++i) {
    TestDocument doc("One.");
    const TestResult result = counter.run(doc);
    EXPECT_EQ(result.status, CS_ERROR);
    EXPECT_EQ(result.message, "told to refuse");
  }
  EXPECT_EQ(Counter::alive, 0);
}

TEST(TestHost, WantsTheLayersThatTheStageReads) {
  TestDocument doc("One two.");
  EXPECT_THAT(run_stage<FirstWords>(doc).message,
              HasSubstr("layer `sentences` is read, but the test has not made it"));
}

TEST(TestHost, TakesOnlyUtf8) { EXPECT_THROW(TestDocument("\xff"), std::invalid_argument); }

}  // namespace
}  // namespace claimsift
