// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "stages/quotations/roles.hpp"
#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

/// Links a text whose tokens are tagged by a string such as "S C T T . S C T" ('.': none; lower case goes
/// on).
Strings linked(const std::string& text, const std::string& pattern) {
  TestDocument doc(text);
  read_quotes(doc);
  const Cues cues;
  const Reading r = read_document(doc.text(), doc.layer<layers::Sentences>(), doc.layer<layers::Tokens>(),
                                  doc.layer<layers::Quotes>(), cues);
  std::vector<RoleTag> tags;
  std::istringstream letters(pattern);
  for (char c; letters >> c;) {
    const Role role = c == 'S' || c == 's'   ? Role::source
                      : c == 'C' || c == 'c' ? Role::cue
                      : c == 'T' || c == 't' ? Role::content
                                             : Role::none;
    tags.push_back({role, c >= 'A' && c <= 'Z'});
  }
  EXPECT_EQ(tags.size(), r.size());
  tags.resize(r.size());
  Strings out;
  const auto words = [&](const TokenRange& t) {
    return t.size() == 0 ? std::string()
                         : std::string(doc.text({r.spans[t.first].begin, r.spans[t.last - 1].end}));
  };
  for (const Attribution& a : link(r, tags)) {
    std::string line = words(a.source) + " | " + words(a.cue) + " | ";
    for (size_t i = 0; i < a.contents.size(); ++i) line += (i ? " & " : "") + words(a.contents[i]);
    out.push_back(line);
  }
  return out;
}

TEST(Link, CueTakesItsNeighbours) {
  EXPECT_EQ(linked("Lee said it rained .", "S C T t ."), Strings{"Lee | said | it rained"});
  EXPECT_EQ(linked("It rained , said Lee .", "T t . C S ."), Strings{"Lee | said | It rained"});
}

TEST(Link, CuesShareASource) {
  EXPECT_EQ(linked("Lee said it rained , adding it snowed .", "S C T t . C T t ."),
            (Strings{"Lee | said | it rained", "Lee | adding | it snowed"}));
}

TEST(Link, ACueWithoutContentIsDropped) { EXPECT_EQ(linked("Lee said .", "S C ."), Strings{}); }

TEST(Link, ACueWithoutASourceTakesTheNameBeforeIt) {
  EXPECT_EQ(linked("Ann Lee again said it rained .", ". . . C T t ."), Strings{"Ann Lee | said | it rained"});
}

TEST(Link, NothingTaggedNothingFound) { EXPECT_EQ(linked("It rained .", ". . ."), Strings{}); }

}  // namespace
}  // namespace claimsift
