// SPDX-License-Identifier: Apache-2.0
// command.hpp - how a subcommand looks: constant data (name, words, options, help) and a function. The list
// in commands.cpp is all there is to know about the command line; help and checks come from it. One thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace claimsift::cli {

// Exit statuses; 128 + n means that signal n ended the program.
inline constexpr int kDone = 0;
inline constexpr int kSomeFailed = 1;  // done, some documents are in quarantine
inline constexpr int kNothingRan = 2;  // usage, config, plugin
inline constexpr int kStopped = 3;     // stopped midway, can be resumed

/// An option of a subcommand, "--name VALUE" or "--name".
struct CommandOption {
  const char* name;
  char letter = '\0';             // "-n" as well
  const char* value = nullptr;    // what its value is called in help; nullptr: it is a switch
  const char* doc = nullptr;      // one sentence
  const char* choices = nullptr;  // "a|b|c": the values that it takes
  bool repeats = false;
};

/// A subcommand.
struct Command {
  const char* name;
  const char* summary;  // one sentence
  const char* words;    // its words in help: "PIPELINE"
  size_t least_words, most_words;
  std::span<const CommandOption> options;
  const char* example;  // one line, without the program's name
  int (*run)(const Arguments&, Console&);
};

/// The subcommands, in the order of help.
std::span<const Command* const> commands();

const Command* find_command(std::string_view name);

/// Options that every subcommand has.
std::span<const CommandOption> common_options();

/// `--set` of every subcommand that reads a pipeline file.
inline constexpr CommandOption kSetOption{
    "set",   's', "KEY.KEY=VALUE", "Override a value of the pipeline file, such as run.threads=2.",
    nullptr, true};

/// `claimsift help`, all of it or one subcommand's.
std::string help_text();
std::string help_text(const Command& command);

/// Runs the program: its arguments without its own name, the exit status.
int run_command_line(const std::vector<std::string>& words, Console& console);

}  // namespace claimsift::cli
