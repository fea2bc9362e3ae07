// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/references.hpp"

#include "stages/language/syntax.hpp"
#include "stages/language/tags.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

/// A document with tags and trees, and people by hand.
class Referring : public Annotated {
 public:
  using Annotated::Annotated;
  Referring& person(std::string_view name, PersonGender gender, std::initializer_list<cs_span> mentions) {
    add<layers::People>(at(name)).set<"name">(name).set<"kind">(PersonKind::person).set<"gender">(gender);
    for (const cs_span m : mentions)
      add<layers::Mentions>(m).set<"of">(people_).set<"kind">(m.end - m.begin < 4 ? MentionKind::pronoun
                                                                                  : MentionKind::name);
    ++people_;
    return *this;
  }
  References references() {
    basics().with<TagsStage>().with<SyntaxStage>();
    return References({text(), layer<layers::Tokens>(), layer<layers::Tags>(), layer<layers::Syntax>(),
                       layer<layers::Entities>(), layer<layers::People>(), layer<layers::Mentions>()});
  }
  uint32_t token(std::string_view words, int nth = 1) {
    return layer<layers::Tokens>().lower_bound(at(words, nth).begin);
  }

 private:
  uint32_t people_ = 0;
};

TEST(References, APronounMeansTheOnlyPersonItCan) {
  Referring doc("Ada Low runs the mill. She sold it.");
  doc.person("Ada Low", PersonGender::female, {doc.at("Ada Low"), doc.at("She")});
  const References r = doc.references();
  EXPECT_EQ(r.person(doc.token("She")), "Ada Low");
}

TEST(References, TwoThatMayBeMeantLeaveItOpen) {
  Referring doc("Ada Low met Nora Field. She sold the mill.");
  doc.person("Ada Low", PersonGender::female, {doc.at("Ada Low"), doc.at("She")});
  doc.person("Nora Field", PersonGender::female, {doc.at("Nora Field")});
  EXPECT_EQ(doc.references().person(doc.token("She")), "");
  Referring other("Ada Low met Tom Field. She sold the mill.");
  other.person("Ada Low", PersonGender::female, {other.at("Ada Low"), other.at("She")});
  other.person("Tom Field", PersonGender::male, {other.at("Tom Field")});
  EXPECT_EQ(other.references().person(other.token("She")), "Ada Low");
}

TEST(References, TheDealIsTheOneDealBefore) {
  Referring doc("The council signed a preliminary deal with Norland. It then opposed the deal.");
  const References r = doc.references();
  const uint32_t the = doc.token("the deal");
  EXPECT_TRUE(r.points_back(the));
  EXPECT_EQ(r.fuller_mention(the), "preliminary deal");
  Referring two("A preliminary deal was signed. A later deal failed. It opposed the deal.");
  const References both = two.references();
  EXPECT_EQ(both.fuller_mention(two.token("the deal")), "");
}

TEST(References, AmountsAndAdjectivesAloneTellNothing) {
  Referring doc("A record number of boats came. The number fell in May.");
  EXPECT_EQ(doc.references().fuller_mention(doc.token("The number")), "");
  Referring other("It painted the wrong picture. The picture was sold.");
  EXPECT_EQ(other.references().fuller_mention(other.token("The picture")), "");
}

TEST(References, WhatSaysWhichItIsDoesNotPointBack) {
  Referring doc("It backed the plan to close the mill. The government fell.");
  const References r = doc.references();
  EXPECT_FALSE(r.points_back(doc.token("the plan")));
  EXPECT_FALSE(r.points_back(doc.token("The government"))) << "there is one";
}

TEST(References, SomeItsMeanNothing) {
  Referring doc("It is important that prices fall. It closed in May.");
  const References r = doc.references();
  EXPECT_TRUE(r.is_expletive(doc.token("It")));
  EXPECT_FALSE(r.is_expletive(doc.token("It", 2)));
}

TEST(References, PronounsByKind) {
  EXPECT_EQ(References::kind_of("US"), Pronoun::none) << "a country";
  EXPECT_EQ(References::kind_of("us"), Pronoun::plural_first);
  EXPECT_EQ(References::kind_of("IT"), Pronoun::none) << "a trade";
  EXPECT_EQ(References::kind_of("Their"), Pronoun::several);
  EXPECT_EQ(References::kind_of(""), Pronoun::none);
}

}  // namespace
}  // namespace claimsift
