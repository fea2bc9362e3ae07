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

}  // namespace claimsift
