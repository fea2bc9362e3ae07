// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimsift::cli {

namespace {

using namespace std::chrono_literals;

std::string grouped(uint64_t n) {
  std::string digits = std::to_string(n);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<size_t>(at), ",");
  return digits;
}

std::string counted(uint64_t n, const char* noun) {
  return fmt::format("{} {}{}", grouped(n), noun, n == 1 ? "" : "s");
}

/// "0.9 s", "3.2 ms", "41 us".
std::string duration(double seconds) {
  if (seconds >= 1) return fmt::format("{:.1f} s", seconds);
  if (seconds >= 1e-3) return fmt::format("{:.1f} ms", seconds * 1e3);
  return fmt::format("{:.0f} us", seconds * 1e6);
}

double speed(uint64_t bytes, double seconds) {
  return seconds > 0 ? static_cast<double>(bytes) / 1e6 / seconds : 0;
}

}  // namespace

ProgressLine::ProgressLine(std::ostream& err, bool terminal)
    : err_(err),
      terminal_(terminal),
      start_(std::chrono::steady_clock::now()),
      next_(start_ + (terminal ? 1s : 10s)) {}

void ProgressLine::show(const Progress& progress) {
  if (!first_bytes_) first_bytes_ = progress.text_bytes;
  if (progress.documents % 16 != 0 && !terminal_) return;  // the clock is not free
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + (terminal_ ? std::chrono::milliseconds(500) : std::chrono::milliseconds(10000));
  const std::string line = fmt::format(
      "{}, {:.1f} MB/s, {} failed, {} skipped", counted(progress.documents, "document"),
      speed(progress.text_bytes - first_bytes_, std::chrono::duration<double>(now - start_).count()),
      progress.failed, progress.skipped);
  err_ << (terminal_ ? "\r\x1b[K" : "") << line << (terminal_ ? "" : "\n") << std::flush;
  shown_ = terminal_;
}

void ProgressLine::message(const std::string& text) {
  clear();
  err_ << text << '\n';
}

void ProgressLine::clear() {
  if (shown_) err_ << "\r\x1b[K";
  shown_ = false;
}

std::string summary_text(const RunSummary& summary) {
  size_t width = 8;
  for (const StageReport& stage : summary.stages) width = std::max(width, stage.instance.size());
  std::string text = fmt::format("{:<{}}  {:>10}  {:>8}  {:>8}  {:>10}  {:>9}  {:>8}\n", "stage", width,
                                 "documents", "skipped", "failed", "rows", "time", "p99");
  for (const StageReport& stage : summary.stages) {
    const StageCounters& c = stage.counters;
    text +=
        fmt::format("{:<{}}  {:>10}  {:>8}  {:>8}  {:>10}  {:>9}  {:>8}\n", stage.instance, width,
                    grouped(c.documents), grouped(c.skipped), grouped(c.failed), grouped(c.rows),
                    duration(static_cast<double>(c.nanoseconds) / 1e9), duration(c.percentile(0.99) / 1e9));
  }
  const Progress& p = summary.progress;
  text += fmt::format("{} in {} ({:.1f} MB/s)", counted(p.documents, "document"), duration(p.seconds),
                      speed(p.text_bytes - summary.before.text_bytes, p.seconds));
  if (summary.before.documents)
    text += fmt::format(", {} of them by an earlier run", grouped(summary.before.documents));
  if (summary.quarantined)
    text += fmt::format(", {} quarantined{}", grouped(summary.quarantined),
                        summary.quarantine.empty() ? " (set `run.quarantine` to keep the reasons)"
                                                   : " -> " + summary.quarantine);
  for (const auto& [reason, count] : summary.skipped_by_reason)
    text += fmt::format("\n  skipped {}: {}", grouped(count), reason);
  for (const OutputReport& output : summary.outputs)
    if (output.path != "-")
      text += fmt::format("\n  {} -> {} ({} bytes)", output.instance, output.path, grouped(output.bytes));
  return text + "\n";
}

}  // namespace claimsift::cli
