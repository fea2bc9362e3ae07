// SPDX-License-Identifier: Apache-2.0
// Holds the stage to the table tests/data/quantities_cases.txt.
#include <gtest/gtest.h>

#include <charconv>
#include <set>
#include <sstream>

#include "tests/stages/quantities/reading.hpp"

namespace claimsift {
namespace {

std::string number(double v) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr};
}

std::string modifier_sign(Modifier m) {
  static constexpr const char* signs[] = {"~", ">", "<", ">=", "<=", "vague"};
  return is_null(m) ? "" : signs[static_cast<uint8_t>(m)];
}

/// The quantities of a document as the table writes them.
std::vector<std::string> written(TestDocument& doc) {
  const auto q = doc.layer<layers::Quantities>();
  std::vector<std::string> result;
  for (uint32_t i = 0; i < q.size(); ++i) {
    std::string s(choice_name(q.get<"kind">(i)));
    const double value = q.get<"value">(i), low = q.get<"low">(i), high = q.get<"high">(i);
    s += " " + (!is_null(value) ? number(value)
                : is_null(low)  ? "?"
                                : number(low) + ".." + (is_null(high) ? "" : number(high)));
    if (!q.get<"unit">(i).empty()) s += " [" + std::string(q.get<"unit">(i)) + "]";
    if (!is_null(q.get<"modifier">(i))) s += " " + modifier_sign(q.get<"modifier">(i));
    if (!is_null(q.get<"change">(i))) s += " " + std::string(choice_name(q.get<"change">(i)));
    result.push_back(s);
  }
  return result;
}

/// The same with numbers in their shortest form.
std::string normal(const std::string& item) {
  std::istringstream in(item);
  std::string kind, value, rest;
  in >> kind >> value;
  std::getline(in, rest);
  const auto shortest = [](const std::string& s) { return s.empty() ? s : number(std::stod(s)); };
  const size_t dots = value.find("..");
  if (dots != std::string::npos)
    value = shortest(value.substr(0, dots)) + ".." + shortest(value.substr(dots + 2));
  else if (value != "?")
    value = shortest(value);
  return kind + " " + value + rest;
}

std::vector<std::string> wanted(const std::string& expected) {
  std::vector<std::string> result;
  if (expected == "-") return result;
  for (size_t at = 0; at <= expected.size();) {
    const size_t end = std::min(expected.find(" ; ", at), expected.size());
    result.push_back(normal(expected.substr(at, end - at)));
    at = end + 3;
  }
  return result;
}

TEST(QuantityCases, AllComeOutAsWritten) {
  for (const Case& c : read_cases("quantities_cases.txt"))
    EXPECT_EQ(written(*read_text(c.text)), wanted(c.expected)) << c.text;
}

TEST(QuantityCases, TheTableIsLargeAndCoversEveryKindAndModifier) {
  const auto cases = read_cases("quantities_cases.txt");
  size_t negative = 0;
  std::set<std::string> words;
  for (const Case& c : cases) {
    negative += c.expected == "-";
    std::istringstream in(c.expected);
    for (std::string word; in >> word;) words.insert(word);
  }
  EXPECT_GE(cases.size(), 400u);
  EXPECT_GE(negative, 100u);
  for (int k = 0; Choices<QuantityKind>::names[k]; ++k)
    EXPECT_TRUE(words.count(Choices<QuantityKind>::names[k])) << Choices<QuantityKind>::names[k];
  for (const char* sign : {"~", ">", "<", ">=", "<=", "vague", "up", "down"})
    EXPECT_TRUE(words.count(sign)) << sign;
}

}  // namespace
}  // namespace claimsift
