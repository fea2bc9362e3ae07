// SPDX-License-Identifier: Apache-2.0
// The only file that includes Boost.Program_options, which takes seconds to compile. Two of its habits are
// turned off: it takes abbreviations, and it drops words that it does not expect.
#include "cli/arguments.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <boost/program_options.hpp>

#include "cli/command.hpp"
#include "pipeline/options.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift::cli {
namespace {

namespace po = boost::program_options;

std::vector<CommandOption> all_options(const Command& command) {
  std::vector<CommandOption> options(command.options.begin(), command.options.end());
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

po::options_description described(const std::vector<CommandOption>& options) {
  po::options_description description;
  for (const CommandOption& option : options) {
    std::string name = option.name;
    if (option.letter != '\0') name += fmt::format(",{}", option.letter);
    if (option.value == nullptr) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    }
  }
  return description;
}

Failure usage(const Command& command, std::string message) {
  return Failure({}, std::move(message), fmt::format("`claimsift help {}` explains it", command.name));
}

Failure unknown_option(const Command& command, const std::vector<CommandOption>& options,
                       const std::string& word) {
  const std::string given = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CommandOption& option : options) names.push_back(std::string("--") + option.name);
  return usage(command,
               fmt::format("`{}` has no option `{}`{}", command.name, given, did_you_mean(given, names)));
}

void check_words(const Command& command, const std::vector<std::string>& words) {
  if (words.size() < command.least_words)
    throw usage(command, fmt::format("`{}` needs a word more: `claimsift {} {}`", command.name, command.name,
                                     command.words));
  if (words.size() > command.most_words)
    throw usage(command,
                fmt::format("`{}` is one word too many for `{}`", words[command.most_words], command.name));
}

void check_values(const Command& command, const CommandOption& option,
                  const std::vector<std::string>& values) {
  if (!option.repeats && values.size() > 1)
    throw usage(command, fmt::format("`--{}` is given more than once", option.name));
  const std::vector<std::string> choices = choices_of(option.choices);
  for (const std::string& value : values)
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end())
      throw usage(command, fmt::format("`--{}` must be {}, not `{}`{}", option.name, one_of(choices), value,
                                       did_you_mean(value, choices)));
}

}  // namespace

Arguments Arguments::parse(const Command& command, const std::vector<std::string>& words) {
  const std::vector<CommandOption> options = all_options(command);
  const po::options_description description = described(options);
  Arguments result;
  try {
    const po::parsed_options parsed =
        po::command_line_parser(words)
            .options(description)
            .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
            .run();
    for (const po::option& option : parsed.options) {
      if (option.position_key >= 0) {
        result.words_.insert(result.words_.end(), option.value.begin(), option.value.end());
      } else {
        std::vector<std::string>& values = result.values_[option.string_key];
        values.insert(values.end(), option.value.begin(), option.value.end());
      }
    }
  } catch (const po::unknown_option& e) {
    throw unknown_option(command, options, e.get_option_name());
  } catch (const po::invalid_command_line_syntax& e) {
    if (e.kind() == po::invalid_syntax::extra_parameter)
      throw usage(command, fmt::format("`{}` takes no value", e.get_option_name()));
    throw usage(command, fmt::format("`{}` needs a value", e.get_option_name()));
  } catch (const po::error_with_option_name& e) {
    throw usage(command, fmt::format("`{}` needs a value", e.get_option_name()));
  } catch (const po::error& e) { throw usage(command, e.what()); }
  if (result.has("help")) return result;
  for (const CommandOption& option : options)
    if (const auto given = result.values_.find(option.name); given != result.values_.end())
      check_values(command, option, given->second);
  check_words(command, result.words_);
  return result;
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = values_.find(option);
  if (found == values_.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace claimsift::cli
