// SPDX-License-Identifier: Apache-2.0
#include "pipeline/run_settings.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "pipeline/words.hpp"

namespace claimsift {
namespace {

constexpr uint64_t kLargestSize = 4'000'000'000;  // offsets into a document are 32 bits
constexpr uint64_t kMostThreads = 1024;
constexpr uint64_t kMostInFlight = 1'000'000;

std::optional<uint64_t> parse_count(std::string_view text, uint64_t least, uint64_t most) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return {};
  return value;
}

std::optional<double> parse_decimal(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

bool read_automatic(std::string_view text, uint64_t most, uint32_t& result) {
  if (text == "auto") {
    result = 0;
    return true;
  }
  const std::optional<uint64_t> value = parse_count(text, 1, most);
  if (value) result = static_cast<uint32_t>(*value);
  return value.has_value();
}

bool read_size(std::string_view text, uint64_t& result) {
  const std::optional<uint64_t> value = parse_size(text);
  if (!value || *value == 0 || *value > kLargestSize) return false;
  result = *value;
  return true;
}

bool read_max_failures(std::string_view text, RunSettings& run) {
  run.max_failures.reset();
  run.max_failures_share.reset();
  if (text.ends_with('%')) {
    const std::optional<double> percent = parse_decimal(text.substr(0, text.size() - 1));
    if (!percent || *percent < 0 || *percent > 100) return false;
    run.max_failures_share = *percent / 100;
    return true;
  }
  run.max_failures = parse_count(text, 0, UINT64_MAX);
  return run.max_failures.has_value();
}

bool read_file(std::string_view text, std::string& result) {
  result = text;
  return !text.empty();
}

/// A key and how its text becomes a setting; false where the text is no such value.
struct Key {
  RunKey shown;
  bool (*read)(std::string_view text, RunSettings& run);
};

constexpr Key kKeys[] = {
    {{"checkpoint", "the name of a file", "",
      "File that says how far the run has come, so that a killed run can resume."},
     [](std::string_view text, RunSettings& run) { return read_file(text, run.checkpoint); }},
    {{"checkpoint_seconds", "a number of seconds from 0 up", "10",
      "Longest time between two checkpoints; 1,000 documents bring one earlier."},
     [](std::string_view text, RunSettings& run) {
       const std::optional<double> seconds = parse_decimal(text);
       if (seconds) run.checkpoint_seconds = *seconds;
       return seconds && *seconds >= 0;
     }},
    {{"documents_in_flight", "`auto` or a number from 1 to 1000000", "auto",
      "Documents in memory at once; memory grows with it."},
     [](std::string_view text, RunSettings& run) {
       return read_automatic(text, kMostInFlight, run.documents_in_flight);
     }},
    {{"limits.decompression_ratio", "a number from 1 to 1000000", "200",
      "How many times its size a compressed input may unpack to, beyond its first megabyte."},
     [](std::string_view text, RunSettings& run) {
       const std::optional<uint64_t> ratio = parse_count(text, 1, 1'000'000);
       if (ratio) run.limits.decompression_ratio = *ratio;
       return ratio.has_value();
     }},
    {{"limits.document_bytes", "a size from 1 to 4GB, such as `16MB`", "16MB",
      "Longest text of a document; a longer one fails."},
     [](std::string_view text, RunSettings& run) { return read_size(text, run.limits.document_bytes); }},
    {{"limits.record_bytes", "a size from 1 to 4GB, such as `16MB`", "64MB",
      "Longest raw record of the input; a longer one fails."},
     [](std::string_view text, RunSettings& run) { return read_size(text, run.limits.record_bytes); }},
    {{"limits.rows_per_layer", "a number from 1 to 1000000000", "5000000",
      "Rows that a stage may write into one layer of a document; one with more fails."},
     [](std::string_view text, RunSettings& run) {
       const std::optional<uint64_t> rows = parse_count(text, 1, 1'000'000'000);
       if (rows) run.limits.rows_per_layer = *rows;
       return rows.has_value();
     }},
    {{"limits.seconds_per_document", "a number of seconds above 0", "30",
      "Time that a document may take; one that takes longer fails."},
     [](std::string_view text, RunSettings& run) {
       const std::optional<double> seconds = parse_decimal(text);
       if (seconds) run.limits.seconds_per_document = *seconds;
       return seconds && *seconds > 0;
     }},
    {{"max_failures", "a share such as `5%` or a number of documents", "",
      "The run stops when more documents than this have failed."},
     read_max_failures},
    {{"offsets", "`codepoint`, `byte` or `utf16`", "codepoint", "What offsets in records count."},
     [](std::string_view text, RunSettings& run) {
       run.offsets = text;
       return text == "codepoint" || text == "byte" || text == "utf16";
     }},
    {{"on_error", "`fail`, `skip` or `quarantine`", "quarantine",
      "What a failed document does: end the run, be left out, or be kept in the quarantine."},
     [](std::string_view text, RunSettings& run) {
       const std::optional<OnError> value = parse_on_error(text);
       if (value) run.on_error = *value;
       return value.has_value();
     }},
    {{"quarantine", "the name of a file", "", "File that keeps failed documents with the reason."},
     [](std::string_view text, RunSettings& run) { return read_file(text, run.quarantine); }},
    {{"threads", "`auto` or a number from 1 to 1024", "auto",
      "Threads that take documents through the stages."},
     [](std::string_view text, RunSettings& run) { return read_automatic(text, kMostThreads, run.threads); }},
};

/// The names of the keys directly under `prefix` ("" or "limits.").
std::vector<std::string> names_under(std::string_view prefix) {
  std::vector<std::string> names;
  for (const Key& key : kKeys) {
    std::string_view name = key.shown.name;
    if (!name.starts_with(prefix)) continue;
    name.remove_prefix(prefix.size());
    std::string first(name.substr(0, name.find('.')));
    if (names.empty() || names.back() != first) names.push_back(std::move(first));
  }
  return names;
}

void read_keys(const YamlNode& node, const std::string& prefix, RunSettings& run, Diagnostics& diagnostics) {
  const std::string subject = prefix.empty() ? "run" : prefix.substr(0, prefix.size() - 1);
  if (node.is_null()) return;
  if (!node.is_map()) {
    diagnostics.error(node.place, fmt::format("`{}` must be a mapping, not {}", subject, described(node)));
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    const std::string path = prefix + entry.key;
    const auto key =
        std::find_if(std::begin(kKeys), std::end(kKeys), [&](const Key& k) { return path == k.shown.name; });
    if (key == std::end(kKeys)) {
      const std::vector<std::string> names = names_under(prefix);
      if (!names_under(path + '.').empty()) {
        read_keys(entry.value, path + '.', run, diagnostics);
      } else {
        report_unknown(fmt::format("`{}` has no key", subject), entry, names, diagnostics);
      }
    } else if (!entry.value.is_broken() &&
               (!entry.value.is_scalar() || !key->read(entry.value.scalar, run))) {
      diagnostics.error(entry.value.place, fmt::format("`{}` must be {}, not {}", entry.key,
                                                       key->shown.values, described(entry.value)));
    }
  }
}

}  // namespace

std::span<const RunKey> run_keys() {
  static const std::vector<RunKey> keys = [] {
    std::vector<RunKey> shown;
    for (const Key& key : kKeys) shown.push_back(key.shown);
    return shown;
  }();
  return keys;
}

RunSettings read_run_settings(const YamlNode& node, Diagnostics& diagnostics) {
  RunSettings run;
  read_keys(node, "", run, diagnostics);
  return run;
}

std::optional<OnError> parse_on_error(std::string_view word) {
  if (word == "fail") return OnError::fail;
  if (word == "skip") return OnError::skip;
  if (word == "quarantine") return OnError::quarantine;
  return std::nullopt;
}

std::optional<uint64_t> parse_size(std::string_view text) {
  struct Unit {
    std::string_view name;
    uint64_t bytes;
  };
  static constexpr Unit kUnits[] = {
      {"KiB", 1ull << 10}, {"MiB", 1ull << 20}, {"GiB", 1ull << 30},   {"kB", 1000},
      {"KB", 1000},        {"MB", 1'000'000},   {"GB", 1'000'000'000}, {"B", 1}};
  uint64_t factor = 1;
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    text.remove_suffix(unit.name.size());
    while (text.ends_with(' ')) text.remove_suffix(1);
    factor = unit.bytes;
    break;
  }
  const std::optional<uint64_t> count = parse_count(text, 0, UINT64_MAX / factor);
  return count ? std::optional(*count * factor) : std::nullopt;
}

}  // namespace claimsift
