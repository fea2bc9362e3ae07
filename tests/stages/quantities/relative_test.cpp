// SPDX-License-Identifier: Apache-2.0
// Relative quantities: tests/data/quantities_relative.txt, of which nine in ten must come out right.
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "tests/stages/quantities/reading.hpp"

namespace claimsift {
namespace {

/// "words" factor -> "the other" implied [unit]
struct Relation {
  std::string words, other, implied, unit;
  double factor = 0;
};

std::string quoted(std::istringstream& in) {
  std::string s;
  in.ignore(1000, '"');
  std::getline(in, s, '"');
  return s;
}

Relation parse(const std::string& expected) {
  std::istringstream in(expected);
  Relation r;
  r.words = quoted(in);
  std::string arrow;
  in >> r.factor >> arrow;
  r.other = quoted(in);
  in >> r.implied;
  std::getline(in, r.unit);
  if (r.unit.size() > 3) r.unit = r.unit.substr(2, r.unit.size() - 3);
  return r;
}

bool holds(TestDocument& doc, const std::string& expected) {
  const auto q = doc.layer<layers::Quantities>();
  uint32_t related = 0;
  bool found = false;
  for (uint32_t i = 0; i < q.size(); ++i) {
    const uint32_t to = q.get<"relative_to">(i);
    if (is_null(to)) continue;
    ++related;
    if (expected == "-") continue;
    const Relation r = parse(expected);
    const double implied = q.get<"implied_value">(i);
    const bool value = r.implied == "?"
                           ? std::isnan(implied)
                           : std::abs(implied - std::stod(r.implied)) <= 1e-9 * std::abs(implied);
    found = found || (doc.text(q.span(i)) == r.words && std::abs(q.get<"value">(i) - r.factor) < 1e-9 &&
                      doc.text(q.span(to)) == r.other && value && q.get<"implied_unit">(i) == r.unit);
  }
  return expected == "-" ? related == 0 : found;
}

TEST(RelativeQuantities, NineInTenComeOutRight) {
  const auto cases = read_cases("quantities_relative.txt");
  ASSERT_GE(cases.size(), 60u);
  size_t right = 0;
  std::string wrong;
  for (const Case& c : cases) {
    const bool ok = holds(*read_text(c.text), c.expected);
    right += ok;
    if (!ok) wrong += c.text + "\n";
  }
  EXPECT_GE(right * 10, cases.size() * 9) << wrong;
}

TEST(RelativeQuantities, TheTargetOfTwiceIsWorkedOut) {
  const auto doc =
      read_text("Aid totals \"$350 billion,\" but academics say that's twice the actual amount.");
  const auto q = doc->layer<layers::Quantities>();
  ASSERT_EQ(q.size(), 2u);
  EXPECT_EQ(q.get<"kind">(1), QuantityKind::ratio);
  EXPECT_EQ(q.get<"relative_to">(1), 0u);
  EXPECT_EQ(q.get<"implied_value">(1), 175e9);
  EXPECT_EQ(q.get<"implied_unit">(1), "USD");
  EXPECT_EQ(doc->text(q.get<"concept">(0)), "Aid");
}

TEST(RelativeQuantities, ReferencesFollowWhenKindsAreDropped) {
  const auto doc = read_text("In the first week 900 people came, and half of them stayed.",
                             {{"kinds", "[count, fraction]"}});
  const auto q = doc->layer<layers::Quantities>();
  ASSERT_EQ(q.size(), 2u);
  EXPECT_EQ(q.get<"relative_to">(1), 0u);
  EXPECT_EQ(q.get<"implied_value">(1), 450);
}

}  // namespace
}  // namespace claimsift
