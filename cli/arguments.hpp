// SPDX-License-Identifier: Apache-2.0
// arguments.hpp - the command line of one subcommand, parsed and checked against what it declares. One
// thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimsift::cli {

struct Command;

/// The words and options that were given.
class Arguments {
 public:
  /// Throws a Failure that names the nearest right word if `words` is no command line of `command`.
  static Arguments parse(const Command& command, const std::vector<std::string>& words);

  bool has(std::string_view option) const { return values_.find(option) != values_.end(); }
  /// The option's value, nothing if it is not given.
  std::optional<std::string> value(std::string_view option) const;
  /// All values of an option that repeats.
  std::vector<std::string> values(std::string_view option) const;
  /// What is no option.
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> words_;
};

}  // namespace claimsift::cli
