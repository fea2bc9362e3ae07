// SPDX-License-Identifier: Apache-2.0
// trainer_main.hpp - what the programs that train have in common: an error ends them with its message.
#pragma once

#include <cstdio>
#include <exception>

namespace claimsift {

/// The exit status of `run(argc, argv)`.
inline int trainer_main(const char* name, int (*run)(int, char**), int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s: %s\n", name, e.what());
    return 1;
  }
}

}  // namespace claimsift
