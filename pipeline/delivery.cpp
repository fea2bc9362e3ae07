// SPDX-License-Identifier: Apache-2.0
#include "pipeline/delivery.hpp"

#include <fmt/format.h>

#include "claimsift/json.hpp"

namespace claimsift {

namespace {

constexpr uint64_t kMessages = 20;    // told one by one; the rest is in the quarantine file and the counts
constexpr uint64_t kShareFrom = 100;  // documents before a share of failures means something

std::string output_path(const BoundStage& writer) {
  for (const cs_option* o = writer.stage().options; o && o->name; ++o)
    if (o->type == CS_OUTPUT)
      if (const auto it = writer.planned().options.find(o->name); it != writer.planned().options.end())
        return std::get<std::string>(it->second);
  return {};
}

}  // namespace

Delivery::Delivery(const Executor& executor, const RunOptions& options, RunSummary& summary)
    : executor_(executor), options_(options), summary_(summary) {
  const auto taken = [&](const std::string& path) {
    for (const Output& other : outputs_)
      if (other.path() == path) throw Failure({path}, "two outputs have the same path");
  };
  for (const BoundStage* writer : executor.writers()) {
    const std::string path = output_path(*writer);
    taken(path);
    outputs_.emplace_back(path, options.overwrite);
  }
  if (const std::string& path = executor.plan().run.quarantine; !path.empty()) {
    taken(path);
    quarantine_.emplace(path, options.overwrite);
  }
  const auto doc = executor.make_document();
  for (const BoundStage* writer : executor.writers()) {
    if (!writer->stage().begin) continue;
    if (writer->begin(*doc) != CS_OK)
      throw Failure({outputs_[writer->writer].path()}, std::string(doc->reason));
    outputs_[writer->writer].append(doc->output[writer->writer]);
  }
}

bool Delivery::deliver(Document& doc, Diagnostics& problems) {
  Progress& progress = summary_.progress;
  ++progress.documents;
  progress.text_bytes += doc.text.size();
  tell(doc);
  if (doc.outcome == Outcome::running) {
    ++progress.written;
    for (size_t i = 0; i < outputs_.size(); ++i)
      if (!doc.output[i].empty()) outputs_[i].append(doc.output[i]);
    return true;
  }
  if (doc.outcome == Outcome::skipped) {
    ++progress.skipped;
    ++summary_.skipped_by_reason[fmt::format("{}: {}", doc.stage, doc.reason)];
    return true;
  }
  ++progress.failed;
  const std::string place(doc.place.empty() ? doc.id : doc.place);
  if (doc.fatal || doc.on_error == OnError::fail) {
    problems.error({place}, fmt::format("the run stops here: `{}`: {}", doc.stage, doc.reason),
                   doc.fatal ? "" : "`on_error: quarantine` sets such documents aside and goes on");
    return false;
  }
  if (doc.on_error == OnError::skip) {
    ++summary_.skipped_by_reason[fmt::format("{}: failed", doc.stage)];
  } else {
    ++summary_.quarantined;
    quarantine(doc);
  }
  return !over_budget(problems, false);
}

void Delivery::quarantine(const Document& doc) {
  if (!quarantine_) return;
  std::string line = "{\"doc_id\":";
  json::append_string(line, doc.id);
  line += ",\"place\":";
  json::append_string(line, doc.place);
  line += ",\"stage\":";
  json::append_string(line, doc.stage);
  line += ",\"reason\":";
  json::append_string(line, doc.reason);
  line += "}\n";
  quarantine_->append(line);
}

void Delivery::tell(const Document& doc) {
  if (!options_.message) return;
  const std::string_view place = doc.place.empty() ? doc.id : doc.place;
  const auto say = [&](const std::string& message) {
    if (messages_ < kMessages) options_.message(message);
    if (++messages_ == kMessages) options_.message("further messages about documents are left out");
  };
  for (const LogLine& line : doc.log)
    if (line.level != CS_DEBUG)
      say(fmt::format("{}: {}: `{}`: {}", place, line.level == CS_WARNING ? "warning" : "note", line.stage,
                      line.message));
  if (doc.outcome == Outcome::failed && doc.on_error != OnError::fail && !doc.fatal)
    say(fmt::format("{}: {} by `{}`: {}", place, doc.on_error == OnError::skip ? "skipped" : "quarantined",
                    doc.stage, doc.reason));
}

bool Delivery::over_budget(Diagnostics& problems, bool at_end) const {
  const RunSettings& run = executor_.plan().run;
  const Progress& p = summary_.progress;
  const bool count = run.max_failures && p.failed > *run.max_failures;
  const bool share =
      run.max_failures_share && (at_end || p.documents >= kShareFrom) &&
      static_cast<double>(p.failed) > *run.max_failures_share * static_cast<double>(p.documents);
  if (count || share)
    problems.error(
        {},
        fmt::format("{} of {} documents failed, more than `run.max_failures` allows", p.failed, p.documents),
        "look at the reasons in the quarantine file; the outputs are left as .part files");
  return count || share;
}

bool Delivery::over_budget_at_end(Diagnostics& problems) const { return over_budget(problems, true); }

void Delivery::commit(Diagnostics& problems) {
  const auto doc = executor_.make_document();
  for (const BoundStage* writer : executor_.writers()) {
    if (!writer->stage().finish) continue;
    if (writer->finish(*doc) != CS_OK)
      throw Failure({outputs_[writer->writer].path()}, std::string(doc->reason));
    outputs_[writer->writer].append(doc->output[writer->writer]);
  }
  for (const Step& step : executor_.steps())
    for (const BoundStage* stage : step.stages) {
      if (stage->stage().kind == CS_WRITER || !stage->stage().finish) continue;
      if (stage->finish(*doc) != CS_OK)
        problems.error({}, fmt::format("`{}`: {}", stage->planned().instance, doc->reason));
    }
  for (size_t i = 0; i < outputs_.size(); ++i) {
    outputs_[i].commit();
    summary_.outputs.push_back(
        {executor_.writers()[i]->planned().instance, outputs_[i].path(), outputs_[i].bytes()});
  }
  if (quarantine_) {
    quarantine_->commit();
    if (summary_.quarantined) summary_.quarantine = quarantine_->path();
  }
}

void Delivery::abandon() {
  for (Output& output : outputs_) output.flush();
  if (quarantine_) quarantine_->flush();
}

}  // namespace claimsift
