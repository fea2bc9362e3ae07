// SPDX-License-Identifier: Apache-2.0
// syntax_model.hpp - the dependency parser: greedy arc-eager transitions and a relation for each arc, chosen
// by the net of syntax_net.hpp. Trained by tools/train_syntax with a dynamic oracle (Goldberg and Nivre,
// COLING 2012). Read-only; safe from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "stages/language/syntax_machine.hpp"
#include "stages/language/syntax_net.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

class SyntaxModel {
 public:
  static constexpr std::string_view kKind = "syntax";
  static constexpr uint32_t kVersion = 3;

  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit SyntaxModel(const std::string& path);

  const SyntaxNet& net() const { return *net_; }

 private:
  ModelFile file_;
  const SyntaxNet* net_;
};

/// The token on which the others without a head are to depend: the first verb among them, else the first.
uint32_t root_of(const SyntaxMachine& machine, const SyntaxReading& sentence);

/// Parses a sentence: afterwards every token of `machine` but one has a head, and there is no cycle.
void parse(const SyntaxReading& sentence, SyntaxMachine& machine);

}  // namespace claimsift
