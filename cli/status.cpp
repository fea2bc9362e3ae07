// SPDX-License-Identifier: Apache-2.0
// The subcommand `status`: how far a run has come, by its checkpoint, whether it is still going or not.
#include <fmt/format.h>
#include <sys/stat.h>

#include <ctime>

#include "cli/command.hpp"
#include "pipeline/checkpoint.hpp"

namespace claimsift::cli {
namespace {

std::string time_of_change(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return "?";
  std::tm utc{};
  ::gmtime_r(&file.st_mtim.tv_sec, &utc);
  char text[32];
  return std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S UTC", &utc) ? text : "?";
}

int status(const Arguments& arguments, Console& console) {
  const std::string& path = arguments.words()[0];
  const std::optional<Checkpoint> at = read_checkpoint(path);
  if (!at)
    throw Failure({path}, "there is no such checkpoint",
                  "a run that is done has removed it; `run.checkpoint` names its path");
  std::ostream& out = console.out();
  const Progress& p = at->progress;
  out << fmt::format("written    {} by claimsift {}\n", time_of_change(path), at->version);
  out << fmt::format("documents  {} done: {} written, {} failed, {} skipped\n", p.documents, p.written,
                     p.failed, p.skipped);
  out << fmt::format("texts      {} bytes\n", p.text_bytes);
  if (at->complete)
    out << "input      read to its end; the outputs only lack their names\n";
  else
    out << fmt::format("input      {} records of source {}\n", at->input.records, at->input.reader + 1);
  for (const OutputState& o : at->outputs)
    out << fmt::format("output     {} -> {}{}\n", o.instance, o.path,
                       o.state.empty() ? fmt::format(" ({} bytes)", o.bytes) : std::string());
  for (const auto& [reason, count] : at->failed_by_reason)
    out << fmt::format("failed     {} x {}\n", count, reason);
  for (const auto& [reason, count] : at->skipped_by_reason)
    out << fmt::format("skipped    {} x {}\n", count, reason);
  return kDone;
}

}  // namespace

extern const Command kStatus;
const Command kStatus{"status", "Shows how far a run has come.", "CHECKPOINT", 1, 1,
                      {},       "status out/news.checkpoint",    status};

}  // namespace claimsift::cli
