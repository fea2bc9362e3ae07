// SPDX-License-Identifier: Apache-2.0
#include "stages/language/syntax.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/language/each_sentence.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tags.hpp"
#include "stages/language/tokens.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

TestResult parse_document(TestDocument& doc, const TestOptions& options = {}) {
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  run_stage<TagsStage>(doc);
  return run_stage<SyntaxStage>(doc, options);
}

/// Each token as "form<-head:relation", the root without a head.
std::string parsed(const std::string& text) {
  TestDocument doc(text);
  if (const TestResult r = parse_document(doc); r.status != CS_OK) return "failed: " + r.message;
  const auto tokens = doc.layer<layers::Tokens>();
  const auto syntax = doc.layer<layers::Syntax>();
  std::string out;
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    if (i > 0) out += ' ';
    out += std::string(doc.text(tokens.span(i))) + "<-";
    if (const uint32_t head = syntax.get<"head">(i); !is_null(head)) out += doc.text(tokens.span(head));
    out += ':' + std::string(choice_name(syntax.get<"deprel">(i)));
  }
  return out;
}

TEST(Syntax, ParsesAPlainSentence) {
  EXPECT_EQ(parsed("The two ministers visited the old city."),
            "The<-ministers:det two<-ministers:nummod ministers<-visited:nsubj visited<-:root the<-city:det "
            "old<-city:amod city<-visited:obj .<-visited:punct");
}

TEST(Syntax, FindsWhatIsSaid) {
  EXPECT_EQ(parsed("She said that prices rose in March."),
            "She<-said:nsubj said<-:root that<-rose:mark prices<-rose:nsubj rose<-said:ccomp in<-March:case "
            "March<-rose:obl .<-said:punct");
}

TEST(Syntax, TellsAPassiveSubject) {
  EXPECT_EQ(parsed("The law was passed by parliament."),
            "The<-law:det law<-passed:nsubj:pass was<-passed:aux:pass passed<-:root by<-parliament:case "
            "parliament<-passed:obl:agent .<-passed:punct");
}

/// One root in each sentence, every head in the token's own sentence, no cycle.
void expect_trees(TestDocument& doc) {
  const auto syntax = doc.layer<layers::Syntax>();
  const auto tokens = doc.layer<layers::Tokens>();
  ASSERT_EQ(syntax.size(), tokens.size());
  const auto head = syntax.column<"head">();
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    std::vector<uint32_t> seen(last - first, 0);
    uint32_t roots = 0;
    for (uint32_t i = first; i < last; ++i) {
      ASSERT_FALSE(is_null(syntax.get<"deprel">(i)));
      ASSERT_EQ(is_null(head[i]), syntax.get<"deprel">(i) == Deprel::root);
      roots += is_null(head[i]);
      for (uint32_t at = i; !is_null(at); at = head[at]) {
        ASSERT_TRUE(at >= first && at < last);
        ASSERT_NE(seen[at - first], i - first + 1) << "a cycle at token " << at;
        if (seen[at - first] != 0) break;  // leads to the root, as an earlier walk found
        seen[at - first] = i - first + 1;
      }
    }
    EXPECT_EQ(roots, 1u);
  });
}

TEST(Syntax, GivesHostileTextTrees) {
  std::string wide, marks, words, verbs;
  for (int i = 0; i < 20000; ++i) wide += "\xF0\x9F\x98\x80\xE2\x80\x99s\xC3\x89";
  for (int i = 0; i < 20000; ++i) marks += "( ";
  for (int i = 0; i < 40000; ++i) words += "of the ";
  for (int i = 0; i < 40000; ++i) verbs += "said and ";
  for (const std::string& text : {std::string(), std::string(" \n\n "), std::string("Yes"), std::string("."),
                                  std::string(100000, 'a'), wide, marks, words, verbs}) {
    TestDocument doc(text);
    ASSERT_EQ(parse_document(doc).status, CS_OK);
    expect_trees(doc);
  }
}

TEST(Syntax, AMissingModelIsAnErrorThatNamesIt) {
  TestDocument doc("A text.");
  const TestResult r = parse_document(doc, {{"model", "no/such.model"}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find("no/such.model"), std::string::npos) << r.message;
}

TEST(Syntax, ADamagedModelIsAnErrorThatNamesIt) {
  std::ifstream whole(find_model("", "syntax.model"), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  ASSERT_GT(bytes.size(), 5000u);
  bytes[5000] = static_cast<char>(bytes[5000] ^ 1);
  const std::string path = testing::TempDir() + "damaged_syntax_" + std::to_string(getpid()) + ".model";
  std::ofstream(path, std::ios::binary) << bytes;
  TestDocument doc("A text.");
  const TestResult r = parse_document(doc, {{"model", path}});
  std::remove(path.c_str());
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find(path), std::string::npos) << r.message;
}

using SyntaxPipeline = PipelineTest;

TEST_F(SyntaxPipeline, ParsesOnlyTheSentencesThatLayersTouch) {
  write("a.txt", "Nothing is here. \"We won,\" he said. It rained for a while.\n");
  const TestRun r = run(R"(claimsift: 1
input: {use: read_text, paths: ['@/a.txt']}
stages:
  sentences:
  tokens:
  tags:
  quotes:
  syntax: {where: [quotes]}
  out: {use: write_jsonl, path: '@/out.jsonl', layer: syntax}
)");
  ASSERT_TRUE(r.problems.empty()) << r.report();
  const std::string out = read("out.jsonl");
  EXPECT_NE(out.find(R"("text":"is","head":null,"deprel":null)"), std::string::npos) << out;
  EXPECT_NE(out.find(R"("text":"rained","head":null,"deprel":null)"), std::string::npos) << out;
  EXPECT_NE(out.find(R"("text":"he","head":10,"deprel":"nsubj")"), std::string::npos) << out;
}

TEST(SyntaxMachine, BuildsTheArcsThatItIsTold) {
  SyntaxMachine m;
  m.start(3);
  EXPECT_EQ(m.allowed(), 1u << static_cast<int>(Move::shift));
  m.make(Move::shift, Deprel::root);
  EXPECT_EQ(m.stack(), 0u);
  EXPECT_FALSE(m.allowed() >> static_cast<int>(Move::reduce) & 1);  // the top has no head
  m.make(Move::left, Deprel::nsubj);
  m.make(Move::shift, Deprel::root);
  EXPECT_FALSE(m.allowed() >> static_cast<int>(Move::shift) & 1);  // the last token must find a head
  m.make(Move::right, Deprel::punct);
  ASSERT_TRUE(m.done());
  EXPECT_EQ(m.node(0).head, 1u);
  EXPECT_EQ(m.node(0).label, Deprel::nsubj);
  EXPECT_EQ(m.node(1).head, SyntaxMachine::kNone);
  EXPECT_EQ(m.node(1).left_count, 1u);
  EXPECT_EQ(m.node(2).head, 1u);
}

TEST(SyntaxMachine, SettlesOnOneRoot) {
  SyntaxMachine m;
  m.start(3);
  m.make(Move::shift, Deprel::root);
  m.make(Move::shift, Deprel::root);
  m.make(Move::right, Deprel::obj);
  m.settle(1);
  EXPECT_EQ(m.node(1).head, SyntaxMachine::kNone);
  EXPECT_EQ(m.node(0).head, 1u);
  EXPECT_EQ(m.node(0).label, Deprel::parataxis);
  EXPECT_EQ(m.node(2).head, 1u);
}

}  // namespace
}  // namespace claimsift
