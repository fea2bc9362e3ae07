// SPDX-License-Identifier: Apache-2.0
// quantities.hpp - the class of the stage `quantities`, for the registry and for tests. One instance serves
// all threads: process() is const.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/quantities/lexicon.hpp"

namespace claimsift::quantities {

/// The built-in lexicon with files added and the currency that "$" stands for.
Lexicon make_lexicon(const std::vector<std::string>& files, const std::string& currency);

}  // namespace claimsift::quantities

namespace claimsift {

/// Finds quantities.
class Quantities
    : public Stage<
          Reads<layers::Sentences, layers::Tokens, Optional<layers::Times>, Optional<layers::Header>>,
          Writes<layers::Quantities>> {
 public:
  static constexpr Info info{
      "quantities",
      "Finds amounts of money, counts, measures, shares, ages and other numbers with what they measure."};
  static constexpr cs_option options[] = {
      option::strings(
          "kinds",
          "[money, percent, count, measure, ordinal, fraction, ratio, temperature, age, duration, number, "
          "score, odds]",
          "Kinds to keep.",
          "money|percent|count|measure|ordinal|fraction|ratio|temperature|age|duration|number|score|odds"),
      option::flag("drop_numbers", "false", "Drop numbers that have neither unit nor counted noun."),
      option::string("currency", "USD",
                     "ISO 4217 code of the currency that a plain \"$\" or \"dollar\" means."),
      option::flag(
          "dateline_currency", "true",
          "Let the place of the dateline decide where it has a dollar of its own (\"TORONTO —\": CAD)."),
      option::files("lexicons", "[]",
                    "Files with further units, currencies, number words and modifiers (docs/quantities.md)."),
  };

  explicit Quantities(const Setup& setup);
  void process(Document& doc) const;

 private:
  class Output;

  bool triggers(std::string_view text, std::span<const cs_span> spans, std::span<const uint32_t> hashes,
                uint32_t token) const;
  std::string_view dollar_code(const Document& doc) const;

  quantities::Lexicon lexicon_;
  uint32_t kinds_ = 0;
  bool drop_numbers_ = false, dateline_currency_ = true;
};

}  // namespace claimsift
