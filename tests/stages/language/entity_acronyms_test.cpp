// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_acronyms.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

using Known = std::map<std::string, uint32_t>;

/// The short forms of a text whose every token may be part of a name, with what is known of each.
Known acronyms(const std::string& text) {
  TestDocument doc(text);
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const auto tokens = doc.layer<layers::Tokens>();
  const TokenRange all[] = {{0, tokens.size()}};
  Known known;
  for (const auto& [token, bits] : find_acronyms(doc.text(), tokens, all))
    known[std::string(doc.text(tokens.span(token)))] |= bits;
  return known;
}

TEST(EntityAcronyms, TellShortFormsFromWords) {
  EXPECT_EQ(acronyms("The NGO and the EU asked Iowa, a UNESCO site."),
            (Known{{"NGO", acronym::is | acronym::long_form},
                   {"EU", acronym::is},
                   {"UNESCO", acronym::is | acronym::long_form}}));
  EXPECT_EQ(acronyms("I saw PARLIAMENT, iPads and A4."), Known{});
}

TEST(EntityAcronyms, ANameWithTheInitialsSpellsThemOut) {
  const Known known = acronyms("The KLA left. The Kelp and Lobster Association for the North met.");
  EXPECT_EQ(known.at("KLA"), acronym::is | acronym::long_form | acronym::spelt_out);
  EXPECT_EQ(acronyms("The KLA left. The Kelp and Mussel Association met.").at("KLA"),
            acronym::is | acronym::long_form);
}

TEST(EntityAcronyms, EveryMentionIsSpeltOut) {
  TestDocument doc(std::string("PF won. Pine Farms grew. PF lost. Pine Farms shrank. PF closed."));
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const auto tokens = doc.layer<layers::Tokens>();
  const TokenRange all[] = {{0, tokens.size()}};
  const auto found = find_acronyms(doc.text(), tokens, all);
  ASSERT_EQ(found.size(), 3u);
  for (const auto& [token, bits] : found) EXPECT_EQ(bits, acronym::is | acronym::spelt_out) << token;
}

TEST(EntityAcronyms, BracketsAreSeen) {
  EXPECT_EQ(acronyms("The Dune Trust (DT) paid.").at("DT"),
            acronym::is | acronym::in_bracket | acronym::spelt_out);
}

TEST(EntityAcronyms, AnotherWordBreaksAName) {
  EXPECT_EQ(acronyms("PF won while Pine grew Farms.").at("PF"), acronym::is);
}

TEST(EntityAcronyms, NoStretchesHaveNone) {
  TestDocument doc(std::string("The EU met."));
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  EXPECT_TRUE(find_acronyms(doc.text(), doc.layer<layers::Tokens>(), {}).empty());
}

}  // namespace
}  // namespace claimsift
