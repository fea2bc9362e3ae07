// SPDX-License-Identifier: Apache-2.0
// interrupts.hpp - what SIGINT, SIGTERM and SIGHUP mean while a run goes on: the first one asks it to stop in
// order, a second one ends the process at once, which every file on disk survives. One at a time in a
// process.
#pragma once

#include <signal.h>

#include <array>
#include <atomic>

namespace claimsift::cli {

/// Catches the signals as long as it lives.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  /// 0, or the signal that came.
  const std::atomic<int>& signal() const;

 private:
  static constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace claimsift::cli
