// SPDX-License-Identifier: Apache-2.0
#include "stages/language/tags.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

TestResult tag_document(TestDocument& doc, const TestOptions& options = {}) {
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  return run_stage<TagsStage>(doc, options);
}

/// Each token as "form/UPOS/XPOS/lemma".
std::string tagged(const std::string& text) {
  TestDocument doc(text);
  if (const TestResult r = tag_document(doc); r.status != CS_OK) return "failed: " + r.message;
  const auto tokens = doc.layer<layers::Tokens>();
  const auto tags = doc.layer<layers::Tags>();
  std::string out;
  for (uint32_t i = 0; i < tags.size(); ++i) {
    if (i > 0) out += ' ';
    out += std::string(doc.text(tokens.span(i))) + '/' + std::string(choice_name(tags.get<"upos">(i))) + '/' +
           std::string(choice_name(tags.get<"xpos">(i))) + '/' + std::string(tags.get<"lemma">(i));
  }
  return out;
}

TEST(Tags, TagsAPlainSentence) {
  EXPECT_EQ(tagged("The two ministers visited the city."),
            "The/DET/DT/the two/NUM/CD/two ministers/NOUN/NNS/minister visited/VERB/VBD/visit the/DET/DT/the "
            "city/NOUN/NN/city ./PUNCT/./.");
}

TEST(Tags, TellsAuxiliariesAndContractions) {
  EXPECT_EQ(tagged("She has not left."),
            "She/PRON/PRP/she has/AUX/VBZ/have not/PART/RB/not left/VERB/VBN/leave "
            "./PUNCT/./.");
  EXPECT_EQ(tagged("They don't know."),
            "They/PRON/PRP/they do/AUX/VBP/do n't/PART/RB/not know/VERB/VB/know ./PUNCT/./.");
}

TEST(Tags, KeepsTheCapitalsOfNames) {
  const std::string out = tagged("Yesterday Anna Keller arrived in Berlin.");
  EXPECT_NE(out.find("Keller/PROPN/NNP/Keller"), std::string::npos) << out;
  EXPECT_NE(out.find("Berlin/PROPN/NNP/Berlin"), std::string::npos) << out;
}

TEST(Tags, GivesEveryTokenOfHostileTextARow) {
  std::string wide, marks;
  for (int i = 0; i < 20000; ++i) wide += "\xF0\x9F\x98\x80\xE2\x80\x99s\xC3\x89";
  for (int i = 0; i < 20000; ++i) marks += "( ";
  for (const std::string& text :
       {std::string(), std::string(" \n\n "), std::string(100000, 'a'), wide, marks}) {
    TestDocument doc(text);
    ASSERT_EQ(tag_document(doc).status, CS_OK);
    EXPECT_EQ(doc.layer<layers::Tags>().size(), doc.layer<layers::Tokens>().size());
    for (uint32_t i = 0; i < doc.layer<layers::Tags>().size(); ++i)
      ASSERT_FALSE(is_null(doc.layer<layers::Tags>().get<"upos">(i)));
  }
}

TEST(Tags, AMissingModelIsAnErrorThatNamesIt) {
  TestDocument doc("A text.");
  const TestResult r = tag_document(doc, {{"model", "no/such.model"}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find("no/such.model"), std::string::npos) << r.message;
}

TEST(Tags, ADamagedModelIsAnErrorThatNamesIt) {
  std::ifstream whole(find_model("", "tags.model"), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  ASSERT_GT(bytes.size(), 5000u);
  bytes[5000] = static_cast<char>(bytes[5000] ^ 1);
  const std::string path = testing::TempDir() + "damaged_tags_" + std::to_string(getpid()) + ".model";
  std::ofstream(path, std::ios::binary) << bytes;
  TestDocument doc("A text.");
  const TestResult r = tag_document(doc, {{"model", path}});
  std::remove(path.c_str());
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find(path), std::string::npos) << r.message;
}

TEST(Lemmas, ARuleThatCutsACharacterGivesNone) {
  char to[32];
  EXPECT_EQ(apply_lemma({1, 0, 0, {}}, "caf\xC3\xA9", to), 0u);
  EXPECT_EQ(apply_lemma({9, 0, 0, {}}, "cat", to), 0u);
  ASSERT_EQ(apply_lemma({3, 1, 1, {'y'}}, "Cities", to), 4u);
  EXPECT_EQ(std::string_view(to, 4), "city");
}

}  // namespace
}  // namespace claimsift
