// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupts.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace claimsift::cli {

namespace {

std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing else");

void handle(int number) {
  int none = 0;
  if (!caught.compare_exchange_strong(none, number)) _exit(128 + number);
  constexpr char kMessage[] = "\nstopping when the documents in flight are done; once more stops at once\n";
  [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
  // A reader that waits for standard input finds it at its end.
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0) return;
  ::dup2(nothing, STDIN_FILENO);
  ::close(nothing);
}

}  // namespace

Interrupts::Interrupts() {
  caught = 0;
  struct sigaction action {};
  action.sa_handler = handle;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals[i], nullptr, &before_[i]);
    // nohup and shells that start jobs in the background set signals to be ignored, and mean it.
    if (before_[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &action, nullptr);
  }
}

Interrupts::~Interrupts() {
  for (size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
}

const std::atomic<int>& Interrupts::signal() const { return caught; }

}  // namespace claimsift::cli
