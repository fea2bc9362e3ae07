// SPDX-License-Identifier: Apache-2.0
#include "pipeline/run.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "pipeline/delivery.hpp"
#include "pipeline/hand_off.hpp"
#include "pipeline/output.hpp"

namespace claimsift {

namespace {

/// The document slots that are not in flight.
class Slots {
 public:
  Slots(const Executor& executor, size_t count) {
    for (size_t i = 0; i < count; ++i) {
      all_.push_back(executor.make_document());
      free_.push_back(all_.back().get());
    }
  }
  Document* take() {
    const std::lock_guard lock(mutex_);
    Document* doc = free_.back();  // never empty: the pipeline holds fewer documents than there are slots
    free_.pop_back();
    return doc;
  }
  void give_back(Document* doc) {
    const std::lock_guard lock(mutex_);
    free_.push_back(doc);
  }
  const std::vector<std::unique_ptr<Document>>& all() const { return all_; }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Document>> all_;
  std::vector<Document*> free_;
};

/// One run: what the filters of the pipeline share.
class Scheduler {
 public:
  Scheduler(Executor& executor, const RunOptions& options, Delivery& delivery, RunSummary& summary,
            Diagnostics& problems, size_t in_flight)
      : executor_(executor),
        options_(options),
        delivery_(delivery),
        summary_(summary),
        problems_(problems),
        slots_(executor, in_flight),
        read_count_(summary.progress.documents) {}

  /// Carries all documents through; rethrows what the ordered end threw.
  void run(size_t threads, size_t in_flight) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute([&] {
      const ParallelPart::Starter starter(parallel_);
      tbb::parallel_pipeline(in_flight, filters());
    });
    if (error_) std::rethrow_exception(error_);
  }
  bool stopped() const { return stop_; }
  bool interrupted() const { return interrupted_; }
  const Slots& slots() const { return slots_; }

 private:
  using Filter = tbb::filter<Document*, Document*>;

  tbb::filter<void, void> filters() {
    auto chain = tbb::make_filter<void, Document*>(
        tbb::filter_mode::serial_in_order, [this](tbb::flow_control& control) { return read(control); });
    Filter body = tbb::make_filter<Document*, Document*>(tbb::filter_mode::parallel, [this](Document* doc) {
      const ParallelPart::Work work(parallel_);
      const HandOff item(doc);
      executor_.parse(*doc);
      return doc;
    });
    for (const Step& step : executor_.steps()) {
      const auto mode = step.parallel ? tbb::filter_mode::parallel : tbb::filter_mode::serial_in_order;
      body = body & tbb::make_filter<Document*, Document*>(mode, [this, &step](Document* doc) {
               const ParallelPart::Work work(parallel_);
               const HandOff item(doc);
               if (step.parallel) {
                 executor_.run(step, *doc);
               } else {
                 const HandOff order(const_cast<Step*>(&step));
                 executor_.run(step, *doc);
                 if (doc->checkpoint) save(*step.stages.front(), *doc);
               }
               return doc;
             });
    }
    return chain & body &
           tbb::make_filter<Document*, void>(tbb::filter_mode::serial_in_order,
                                             [this](Document* doc) { end(doc); });
  }

  Document* read(tbb::flow_control& control) {
    const ParallelPart::Work work(parallel_);
    const HandOff order(&read_count_);
    if (!is_asked_to_stop() && !stop_ && (!options_.limit || read_count_ < *options_.limit)) {
      Document* doc = slots_.take();
      const HandOff item(doc);
      bool found = executor_.next(*doc);
      while (found && !is_wanted(*doc)) found = !is_asked_to_stop() && executor_.next(*doc);
      if (!found) is_asked_to_stop();  // what waited for input was told that there is no more
      if (found) {
        ++read_count_;
        doc->checkpoint = delivery_.keeps_checkpoints() && is_checkpoint_due();
        return doc;
      }
      slots_.give_back(doc);
    }
    control.stop();
    return nullptr;
  }

  bool is_asked_to_stop() {
    if (options_.stop_signal && *options_.stop_signal != 0) interrupted_ = true;
    return interrupted_;
  }
  bool is_wanted(const Document& doc) const {
    return options_.only.empty() || options_.only.count(doc.place) > 0;
  }

  /// The reader decides where checkpoints are, so that collectors on the way save what they knew there.
  bool is_checkpoint_due() {
    constexpr uint64_t kDocuments = 1000;
    constexpr double kAtLeast = 1;  // seconds: syncing files is slow against fast stages
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - last_checkpoint_).count();
    const bool many = ++since_checkpoint_ >= kDocuments && seconds >= kAtLeast;
    if (now < delivery_.rest_until()) return false;
    if (!many && seconds < executor_.plan().run.checkpoint_seconds) return false;
    last_checkpoint_ = now;
    since_checkpoint_ = 0;
    return true;
  }

  void save(const BoundStage& collector, Document& doc) {
    try {
      doc.saved.push_back(executor_.save(collector));
    } catch (const std::exception& e) {
      doc.outcome = Outcome::running;  // whatever it was: this ends the run
      doc.fail(collector.planned().instance, e.what(), OnError::fail);
      doc.fatal = true;
    }
  }

  void end(Document* doc) {
    const ParallelPart::Work work(parallel_);
    const HandOff order(&summary_);
    {
      const HandOff item(doc);
      if (!stop_) try {  // documents behind the one that stopped the run are dropped
          if (!delivery_.deliver(*doc, problems_)) stop_ = true;
          if (options_.progress) options_.progress(summary_.progress);
        } catch (...) {  // must not unwind through oneTBB, which would drop documents that were read before
          error_ = std::current_exception();
          stop_ = true;
        }
    }
    slots_.give_back(doc);
  }

  Executor& executor_;
  const RunOptions& options_;
  Delivery& delivery_;
  RunSummary& summary_;
  Diagnostics& problems_;
  Slots slots_;
  ParallelPart parallel_;
  uint64_t read_count_, since_checkpoint_ = 0;
  std::chrono::steady_clock::time_point last_checkpoint_ = std::chrono::steady_clock::now();
  bool interrupted_ = false;
  std::atomic<bool> stop_{false};
  std::exception_ptr error_;
};

void carry_out(Executor& executor, const RunOptions& options, RunSummary& summary, Diagnostics& problems) {
  const RunSettings& settings = executor.plan().run;
  const size_t threads =
      settings.threads ? settings.threads : std::max(1u, std::thread::hardware_concurrency());
  const size_t in_flight = settings.documents_in_flight ? settings.documents_in_flight : 4 * threads;
  summary.end = RunEnd::nothing;  // until the outputs are open
  Delivery delivery(executor, options, summary);
  summary.end = RunEnd::stopped;
  if (delivery.was_complete()) {
    delivery.give_names();
    summary.end = RunEnd::done;
    return;
  }
  const auto start = std::chrono::steady_clock::now();
  Scheduler scheduler(executor, options, delivery, summary, problems, in_flight);
  scheduler.run(threads, in_flight);
  summary.stages = executor.report(scheduler.slots().all());
  summary.progress.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  for (const std::string& farewell : executor.farewells()) delivery.say(farewell);
  if (scheduler.stopped()) return delivery.abandon();
  if (scheduler.interrupted()) {
    if (delivery.keeps_checkpoints())
      delivery.checkpoint_here();
    else
      delivery.abandon();
    summary.end = RunEnd::interrupted;
    return;
  }
  if (delivery.over_budget_at_end(problems)) return delivery.abandon();
  delivery.commit(problems);
  summary.end = RunEnd::done;
}

}  // namespace

RunSummary run(const Plan& plan, const RunOptions& options, Diagnostics& problems) {
  RunSummary summary;
  summary.end = RunEnd::nothing;
  Executor executor(plan, problems);
  if (problems.has_errors()) return summary;
  try {
    carry_out(executor, options, summary, problems);
  } catch (const ClosedPipe&) { summary.end = RunEnd::closed; } catch (const Failure& failure) {
    problems.add(failure.diagnostic());
  } catch (const std::bad_alloc&) {
    problems.error({}, "out of memory", "lower `run.documents_in_flight` or `run.limits.document_bytes`");
  }
  return summary;
}

}  // namespace claimsift
