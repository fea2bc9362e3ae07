// SPDX-License-Identifier: Apache-2.0
#include "cli/report.hpp"

#include "claimsift/json.hpp"
#include "pipeline/version.hpp"

namespace claimsift::cli {

namespace {

const char* name_of(RunEnd end) {
  switch (end) {
    case RunEnd::done: return "done";
    case RunEnd::nothing: return "nothing ran";
    case RunEnd::stopped: return "stopped";
    case RunEnd::interrupted: return "interrupted";
    case RunEnd::closed: return "closed";
  }
  return "";
}

/// The counts of one stage, whose keys begin with "stage: ".
void append_reasons(std::string& out, const std::map<std::string, uint64_t>& counts,
                    const std::string& stage) {
  json::Object reasons(out);
  const std::string prefix = stage + ": ";
  for (const auto& [reason, count] : counts)
    if (reason.starts_with(prefix))
      reasons.integer(reason.substr(prefix.size()), static_cast<int64_t>(count));
}

void append_stage(std::string& out, const StageReport& stage, const RunSummary& summary) {
  const StageCounters& c = stage.counters;
  json::Object object(out);
  object.text("stage", stage.instance);
  object.integer("documents", static_cast<int64_t>(c.documents));
  object.integer("skipped", static_cast<int64_t>(c.skipped));
  object.integer("failed", static_cast<int64_t>(c.failed));
  object.integer("rows", static_cast<int64_t>(c.rows));
  object.number("seconds", static_cast<double>(c.nanoseconds) / 1e9);
  object.number("p50_ms", c.percentile(0.5) / 1e6);
  object.number("p99_ms", c.percentile(0.99) / 1e6);
  append_reasons(object.key("failures"), summary.failed_by_reason, stage.instance);
  append_reasons(object.key("skips"), summary.skipped_by_reason, stage.instance);
}

}  // namespace

std::string report_json(const RunSummary& summary) {
  std::string out;
  const Progress& p = summary.progress;
  {
    json::Object object(out);
    object.text("claimsift", kVersion);
    object.text("end", name_of(summary.end));
    object.integer("documents", static_cast<int64_t>(p.documents));
    object.integer("written", static_cast<int64_t>(p.written));
    object.integer("failed", static_cast<int64_t>(p.failed));
    object.integer("quarantined", static_cast<int64_t>(summary.quarantined));
    object.integer("skipped", static_cast<int64_t>(p.skipped));
    object.integer("by_earlier_runs", static_cast<int64_t>(summary.before.documents));
    object.integer("text_bytes", static_cast<int64_t>(p.text_bytes));
    object.number("seconds", p.seconds);
    {
      json::Array stages(object.key("stages"));
      for (const StageReport& stage : summary.stages)
        append_stage(stages.element() += "\n  ", stage, summary);
    }
    {
      json::Array outputs(object.key("outputs"));
      for (const OutputReport& output : summary.outputs) {
        json::Object one(outputs.element() += "\n  ");
        one.text("stage", output.instance);
        one.text("path", output.path);
        one.integer("bytes", static_cast<int64_t>(output.bytes));
      }
    }
    object.text("quarantine", summary.quarantine.empty() ? std::string_view() : summary.quarantine);
    object.text("checkpoint", summary.checkpoint.empty() ? std::string_view() : summary.checkpoint);
  }
  return out + "\n";
}

}  // namespace claimsift::cli
