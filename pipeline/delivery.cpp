// SPDX-License-Identifier: Apache-2.0
#include "pipeline/delivery.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "claimsift/json.hpp"
#include "pipeline/fingerprint.hpp"
#include "pipeline/version.hpp"

namespace claimsift {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t kMessages = 20;    // told one by one; the rest is in the quarantine file and the counts
constexpr size_t kChanges = 3;        // named when a run is not resumed
constexpr size_t kReasons = 200;      // told apart; a reason may hold numbers
constexpr uint64_t kShareFrom = 100;  // documents before a share of failures means something

std::string output_path(const BoundStage& writer) {
  for (const cs_option* o = writer.stage().options; o && o->name; ++o)
    if (o->type == CS_OUTPUT)
      if (const auto it = writer.planned().options.find(o->name); it != writer.planned().options.end())
        return std::get<std::string>(it->second);
  return {};
}

/// Counts a reason, of which there may be any number, in bounded memory.
void tally(std::map<std::string, uint64_t>& counts, std::string reason) {
  const auto it = counts.find(reason);
  if (it != counts.end())
    ++it->second;
  else if (counts.size() < kReasons)
    counts.emplace(std::move(reason), 1);
  else
    ++counts["further reasons"];
}

}  // namespace

Delivery::Delivery(Executor& executor, const RunOptions& options, RunSummary& summary)
    : executor_(executor),
      options_(options),
      summary_(summary),
      scratch_(executor.make_document()),
      path_(executor.plan().run.checkpoint),
      overwrite_(options.overwrite) {
  const bool can_resume = !path_.empty();
  if (options.start == Start::resume && !can_resume)
    throw Failure({}, "the pipeline keeps no checkpoint, so there is nothing to resume from",
                  "add `run: {checkpoint: FILE}`, then begin with `claimsift run` as before");
  std::error_code ignored;
  const bool stands = can_resume && std::filesystem::exists(path_, ignored);
  if (stands && options.start == Start::fresh)
    throw Failure({path_}, "an earlier run stopped midway and left this checkpoint",
                  "go on with --resume, or begin anew with --restart");
  if (can_resume) fingerprint_ = fingerprint(executor, options.plugins);
  const bool resumes = stands && options.start == Start::resume;
  if (resumes) {  // says what has changed before anything is touched
    if (const auto changed = changes(read_checkpoint(path_)->fingerprint, fingerprint_); !changed.empty())
      refuse(changed);
  }
  open_outputs(resumes);
  if (resumes)
    resume();
  else
    begin();
}

void Delivery::refuse(const std::vector<std::string>& changed) const {
  std::string list;
  for (size_t i = 0; i < std::min(changed.size(), kChanges); ++i) list += (i ? ", " : "") + changed[i];
  if (changed.size() > kChanges) list += fmt::format(" and {} more", changed.size() - kChanges);
  throw Failure({}, fmt::format("cannot resume from {}: {}; use --restart to begin anew", path_, list));
}

void Delivery::open_outputs(bool resume) {
  const auto open = [&](const std::string& path) {
    for (const std::vector<Sink>* list : {&sinks_, &failures_})
      for (const Sink& other : *list)
        if (other.output().path() == path) throw Failure({path}, "two outputs have the same path");
    std::error_code ignored;
    if (options_.start == Start::resume && !resume && !overwrite_ && path != "-" && fs::exists(path, ignored))
      throw Failure({path},
                    fmt::format("the output exists, and there is no checkpoint {} to resume from", path_),
                    "the run is complete; --overwrite runs it again");
    return resume ? Output::left_behind(path) : Output(path, overwrite_);
  };
  for (const BoundStage* writer : executor_.writers())
    sinks_.emplace_back(writer->planned().instance, writer, *scratch_, open(output_path(*writer)));
  if (const std::string& path = executor_.plan().run.quarantine; !path.empty())
    failures_.emplace_back("run.quarantine", nullptr, *scratch_, open(path));
}

void Delivery::begin() {
  if (keeps_checkpoints()) {
    for (const Sink& sink : sinks_)
      if (sink.output().is_standard_output())
        say(fmt::format("`{}` writes to standard output, so this run cannot be resumed", sink.instance()));
    for (const BoundStage* collector : executor_.collectors())
      if (!collector->stage().save)
        throw Failure({},
                      fmt::format("`{}` cannot save what it knows, so a run with it cannot be resumed",
                                  collector->planned().instance),
                      "take `checkpoint` out of `run`");
    const fs::path folder = fs::path(path_).parent_path();
    std::error_code ignored;  // if it fails, writing the checkpoint says why
    if (!folder.empty()) fs::create_directories(folder, ignored);
  }
  for (Sink& sink : sinks_) sink.begin();
  if (keeps_checkpoints()) checkpoint({}, executor_.save(), false);
}

void Delivery::resume() {
  // Read again now that the outputs are locked: a run that was still alive may have gone on.
  std::optional<Checkpoint> at = read_checkpoint(path_);
  if (!at || at->outputs.size() != sinks_.size() + failures_.size() ||
      (!at->complete && at->collectors.size() != executor_.collectors().size()))
    throw Failure({path_}, "the checkpoint has just been changed by another run",
                  "look at its outputs first");
  overwrite_ = overwrite_ || at->overwrite;
  summary_.progress = summary_.before = at->progress;
  summary_.quarantined = at->quarantined;
  summary_.skipped_by_reason = std::move(at->skipped_by_reason);
  summary_.failed_by_reason = std::move(at->failed_by_reason);
  was_complete_ = at->complete;
  size_t i = 0;
  for (std::vector<Sink>* list : {&sinks_, &failures_})
    for (Sink& sink : *list) {
      const OutputState& state = at->outputs[i++];
      std::error_code ignored;
      const bool named = !sink.output().is_open() && fs::exists(sink.output().path(), ignored);
      if (at->complete && named) continue;
      if (at->complete && sink.output().is_open()) {
        sink.output().measure();
        if (sink.output().bytes() == state.bytes) continue;
        throw Failure({sink.output().part()},
                      fmt::format("the file has {} bytes, not the {} of the checkpoint",
                                  sink.output().bytes(), state.bytes),
                      "begin anew with --restart");
      }
      if (!sink.output().is_open())
        throw Failure({sink.output().part()}, "the file that an earlier run began is gone",
                      "begin anew with --restart");
      sink.resume(state);
    }
  last_ = at->input;
  if (was_complete_) return;
  executor_.restore(at->collectors);
  executor_.go_on(at->progress.documents, at->input);
}

void Delivery::checkpoint(const InputPosition& input, std::vector<std::string> collectors, bool complete) {
  const auto start = std::chrono::steady_clock::now();
  Checkpoint now;
  now.version = kVersion;
  now.complete = complete;
  now.overwrite = overwrite_;
  now.progress = summary_.progress;
  now.quarantined = summary_.quarantined;
  now.input = input;
  for (std::vector<Sink>* list : {&sinks_, &failures_})
    for (Sink& sink : *list) {
      if (complete)
        now.outputs.push_back({sink.instance(), sink.output().path(), sink.output().bytes(), {}});
      else
        now.outputs.push_back(sink.save());
    }
  now.collectors = std::move(collectors);
  now.skipped_by_reason = summary_.skipped_by_reason;
  now.failed_by_reason = summary_.failed_by_reason;
  now.fingerprint = fingerprint_;
  write_checkpoint(path_, now);
  summary_.checkpoint = path_;
  const auto end = std::chrono::steady_clock::now();
  rest_until_ = (end + 9 * (end - start)).time_since_epoch().count();
}

void Delivery::checkpoint_here() { checkpoint(last_, executor_.save(), false); }

bool Delivery::deliver(Document& doc, Diagnostics& problems) {
  if (!count(doc, problems)) return false;
  if (!keeps_checkpoints()) return true;
  last_.reader = doc.reader;
  last_.records = doc.reader_records;
  last_.position = doc.position;
  if (doc.checkpoint) checkpoint(last_, doc.saved, false);
  return true;
}

bool Delivery::count(Document& doc, Diagnostics& problems) {
  Progress& progress = summary_.progress;
  ++progress.documents;
  progress.text_bytes += doc.text.size();
  tell(doc);
  if (doc.outcome == Outcome::running) {
    ++progress.written;
    for (size_t i = 0; i < sinks_.size(); ++i) sinks_[i].append(doc, doc.output[i]);
    return true;
  }
  if (doc.outcome == Outcome::skipped) {
    ++progress.skipped;
    tally(summary_.skipped_by_reason, fmt::format("{}: {}", doc.stage, doc.reason));
    return true;
  }
  ++progress.failed;
  tally(summary_.failed_by_reason, fmt::format("{}: {}", doc.stage, doc.reason));
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

void Delivery::quarantine(Document& doc) {
  if (failures_.empty()) return;
  std::string line = "{\"doc_id\":";
  json::append_string(line, doc.id);
  line += ",\"place\":";
  json::append_string(line, doc.place);
  line += ",\"stage\":";
  json::append_string(line, doc.stage);
  line += ",\"reason\":";
  json::append_string(line, doc.reason);
  line += "}\n";
  failures_[0].append(doc, line);
}

void Delivery::say(const std::string& message) {
  if (!options_.message) return;
  if (messages_ < kMessages) options_.message(message);
  if (++messages_ == kMessages) options_.message("further messages about documents are left out");
}

void Delivery::tell(const Document& doc) {
  if (!options_.message) return;
  const std::string_view place = doc.place.empty() ? doc.id : doc.place;
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
  for (Sink& sink : sinks_) sink.finish();
  for (Sink& sink : failures_) sink.finish();
  for (const auto& stage : executor_.stages()) {
    if (stage->stage().kind == CS_WRITER || !stage->stage().finish) continue;
    scratch_->reset();
    if (stage->finish(*scratch_) != CS_OK)
      problems.error({}, fmt::format("`{}`: {}", stage->planned().instance, scratch_->reason));
  }
  // From here on a killed run only lacks names, which --resume gives.
  if (keeps_checkpoints()) checkpoint(last_, {}, true);
  give_names();
}

void Delivery::give_names() {
  for (Sink& sink : sinks_) {
    const bool named = !sink.output().is_open();  // by an earlier run, which got no further
    if (!named) sink.commit();
    const std::string& path = sink.output().path();
    summary_.outputs.push_back({sink.instance(), path, named ? fs::file_size(path) : sink.output().bytes()});
  }
  for (Sink& sink : failures_) {
    if (sink.output().is_open()) sink.commit();
    if (summary_.quarantined) summary_.quarantine = sink.output().path();
  }
  if (!keeps_checkpoints()) return;
  if (::unlink(path_.c_str()) != 0)
    throw Failure({path_}, fmt::format("the checkpoint cannot be removed: {}", std::strerror(errno)));
  summary_.checkpoint.clear();
}

void Delivery::abandon() {
  for (Sink& sink : sinks_) sink.flush();
  for (Sink& sink : failures_) sink.flush();
}

}  // namespace claimsift
