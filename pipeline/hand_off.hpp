// SPDX-License-Identifier: Apache-2.0
// hand_off.hpp - tells ThreadSanitizer what oneTBB guarantees: work on a document, or in a serial step,
// happens after the work that handed it on. Debian's libtbb is not instrumented, so the sanitizer cannot
// see it for itself; outside of such builds these are nothing.
#pragma once

#if defined(__SANITIZE_THREAD__)
#define CLAIMSIFT_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CLAIMSIFT_TSAN 1
#endif
#endif

#ifdef CLAIMSIFT_TSAN
extern "C" void __tsan_acquire(void*);
extern "C" void __tsan_release(void*);
extern "C" void AnnotateIgnoreWritesBegin(const char* file, int line);
extern "C" void AnnotateIgnoreWritesEnd(const char* file, int line);
#endif

namespace claimsift {

/// Marks the scope of work on something that is handed from thread to thread.
class HandOff {
 public:
  explicit HandOff([[maybe_unused]] void* what) {
#ifdef CLAIMSIFT_TSAN
    what_ = what;
    __tsan_acquire(what_);
#endif
  }
  ~HandOff() {
#ifdef CLAIMSIFT_TSAN
    __tsan_release(what_);
#endif
  }
  HandOff(const HandOff&) = delete;
  HandOff& operator=(const HandOff&) = delete;

#ifdef CLAIMSIFT_TSAN
 private:
  void* what_;
#endif
};

/// The two ends of a parallel part: what its starter did before happens before all work in it, and all work
/// in it before what the starter does after. Work is not put in order among itself, so that races within stay
/// visible.
class ParallelPart {
 public:
  /// What the starting thread does in oneTBB's own code while this lives: building and freeing the pipeline's
  /// nodes, which the workers only read. Our work in the same thread, inside Work, is watched all the same.
  class Starter {
   public:
    explicit Starter([[maybe_unused]] ParallelPart& part) {
#ifdef CLAIMSIFT_TSAN
      part_ = &part;
      __tsan_release(&part_->begin_);
      starts() = true;
      AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
#endif
    }
    ~Starter() {
#ifdef CLAIMSIFT_TSAN
      AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
      starts() = false;
      __tsan_acquire(&part_->end_);
#endif
    }
    Starter(const Starter&) = delete;
    Starter& operator=(const Starter&) = delete;

#ifdef CLAIMSIFT_TSAN
   private:
    ParallelPart* part_;
#endif
  };

  /// One piece of work in any thread: the outermost scope of whatever oneTBB calls.
  class Work {
   public:
    explicit Work([[maybe_unused]] ParallelPart& part) {
#ifdef CLAIMSIFT_TSAN
      part_ = &part;
      if (starts()) AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
      __tsan_acquire(&part_->begin_);
#endif
    }
    ~Work() {
#ifdef CLAIMSIFT_TSAN
      __tsan_release(&part_->end_);
      if (starts()) AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
#endif
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

#ifdef CLAIMSIFT_TSAN
   private:
    ParallelPart* part_;
#endif
  };

#ifdef CLAIMSIFT_TSAN
 private:
  static bool& starts() {
    thread_local bool here = false;
    return here;
  }
  char begin_ = 0, end_ = 0;  // only their addresses count
#endif
};

}  // namespace claimsift
