// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <string>
#include <vector>

#include "cli/command.hpp"

int main(int argc, char** argv) {
  // A reader that goes away shows as an error of write(), which ends the program in order.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file over the user's limit likewise
  claimsift::cli::Console console = claimsift::cli::Console::of_process();
  return claimsift::cli::run_command_line(std::vector<std::string>(argv + 1, argv + argc), console);
}
