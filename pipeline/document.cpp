// SPDX-License-Identifier: Apache-2.0
#include "pipeline/document.hpp"

#include <fmt/format.h>

namespace claimsift {

namespace {

bool all_ascii(std::string_view s) {
  uint64_t seen = 0;
  size_t i = 0;
  for (; i + 8 <= s.size(); i += 8) {
    uint64_t w;
    std::memcpy(&w, s.data() + i, 8);
    seen |= w;
  }
  for (; i < s.size(); ++i) seen |= static_cast<uint64_t>(static_cast<unsigned char>(s[i]));
  return (seen & 0x8080808080808080ULL) == 0;
}

}  // namespace

Document::Document(const std::vector<host::TableSchema>& schemas, size_t stages, size_t writers)
    : tables(schemas, arena), output(writers), counters(stages) {}

void Document::reset() {
  arena.reset();
  tables.reset({}, true);
  id = text = record = place = position = {};
  has_text = false;
  ascii = true;
  metadata.clear();
  checkpoint = false;
  saved.clear();
  outcome = Outcome::running;
  stage = reason = {};
  fatal = false;
  log.clear();
  constexpr size_t kKeep = 4 << 20;  // an unusually large document must not hold its memory for the whole run
  for (std::string& bytes : output) {
    bytes.clear();
    if (bytes.capacity() > kKeep) bytes.shrink_to_fit();
  }
}

void Document::set_text(std::string_view value, uint64_t limit, std::string_view by) {
  if (value.size() > limit || value.size() >= UINT32_MAX) {
    fail(
        by,
        fmt::format("the text has {} bytes, more than `run.limits.document_bytes` ({})", value.size(), limit),
        OnError::quarantine);
    return;
  }
  ascii = all_ascii(value);
  if (!ascii) {
    if (const size_t at = host::invalid_utf8(value); at != std::string_view::npos) {
      fail(by, fmt::format("byte {} is not UTF-8 (0x{:02x})", at, static_cast<unsigned char>(value[at])),
           OnError::quarantine);
      return;
    }
  }
  text = value;
  has_text = true;
  tables.reset(text, ascii);
}

void Document::fail(std::string_view by, std::string_view why, OnError policy) {
  if (outcome == Outcome::failed) return;  // the first reason is the cause
  outcome = Outcome::failed;
  on_error = policy;
  stage = arena.keep(by);
  // A stage's message may hold a piece of a broken text; what is written must be UTF-8.
  std::string clean(why);
  for (size_t at; (at = host::invalid_utf8(clean)) != std::string_view::npos;) clean[at] = '?';
  reason = arena.keep(clean);
}

void Document::skip(std::string_view by, std::string_view why) {
  if (outcome != Outcome::running) return;
  outcome = Outcome::skipped;
  stage = arena.keep(by);
  reason = arena.keep(why);
}

}  // namespace claimsift
