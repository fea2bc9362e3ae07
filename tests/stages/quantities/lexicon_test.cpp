// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "stages/quantities/counted.hpp"
#include "stages/quantities/quantities.hpp"
#include "stages/quantities/units.hpp"

namespace claimsift::quantities {
namespace {

std::string fault(const std::string& text) {
  Lexicon lexicon;
  try {
    lexicon.add(text, "mine.lex");
  } catch (const std::runtime_error& e) { return e.what(); }
  return "";
}

TEST(QuantityLexicon, FaultsNameFileAndLine) {
  EXPECT_EQ(fault("\n# fine\nunti x y 3 : z"), "mine.lex:3: there is no kind of line `unti`");
  EXPECT_EQ(fault("unit hand length wide : hands"), "mine.lex:1: `wide` is not a number");
  EXPECT_EQ(fault("unit hand size 0.1016 : hands"), "mine.lex:1: there is no dimension `size`");
  EXPECT_EQ(fault("unit hand length"), "mine.lex:1: `unit` needs 3 words before the colon");
  EXPECT_EQ(fault("before nearly : almost"), "mine.lex:1: there is no modifier `nearly`");
  EXPECT_EQ(fault("sense Z zorkmid : zork"), "mine.lex:1: there is no unit or currency `zorkmid`");
  EXPECT_EQ(fault("sense Z ampere : zork"), "");
  EXPECT_EQ(fault("unit hand length 0.1016 : hand+\ncurrency XGA : gala+\nnumber 144 : grosss"), "");
}

TEST(QuantityLexicon, AnUnknownCurrencyIsRefused) {
  EXPECT_THROW(make_lexicon({}, "XYZ"), std::runtime_error);
  EXPECT_NO_THROW(make_lexicon({}, "CAD"));
}

TEST(QuantityLexicon, EveryUnitHasADimensionAndAPositiveFactor) {
  const Lexicon lexicon = make_lexicon({}, "USD");
  EXPECT_GT(lexicon.units().size(), 200u);
  for (const Unit& u : lexicon.units()) {
    EXPECT_LT(u.dimension, lexicon.dimensions().size()) << u.name;
    EXPECT_GT(u.factor, 0) << u.name;
  }
}

TEST(QuantityLexicon, EveryCurrencyCodeOfIso4217IsThere) {
  const Lexicon lexicon = make_lexicon({}, "USD");
  size_t codes = 0;
  for (const Currency& c : lexicon.currencies()) codes += c.name == c.base && c.name.size() == 3;
  EXPECT_GE(codes, 150u);
}

TEST(QuantityLexicon, NounsBecomeSingular) {
  const Lexicon lexicon = make_lexicon({}, "USD");
  const std::pair<const char*, const char*> nouns[] = {
      {"people", "person"},      {"cities", "city"},        {"churches", "church"}, {"boxes", "box"},
      {"women", "woman"},        {"wolves", "wolf"},        {"movies", "movie"},    {"buses", "bus"},
      {"criteria", "criterion"}, {"species", "species"},    {"classes", "class"},   {"houses", "house"},
      {"heroes", "hero"},        {"Americans", "american"}, {"firemen", "fireman"}};
  for (const auto& [plural, one] : nouns) {
    std::vector<Atom> pieces;
    const std::string text = plural;
    cut(lexicon, text, 0, static_cast<uint32_t>(text.size()), pieces);
    const Atoms atoms(lexicon, text, pieces);
    EXPECT_TRUE(is_plural(atoms, 0)) << plural;
    EXPECT_EQ(singular(atoms, 0), one);
  }
}

}  // namespace
}  // namespace claimsift::quantities
