// SPDX-License-Identifier: Apache-2.0
// run_settings.hpp - the keys under `run:`: what they may hold, what they do, and reading them. Pure
// functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/plan.hpp"
#include "pipeline/yaml.hpp"

namespace claimsift {

/// One key under `run:`, for help and reference pages.
struct RunKey {
  const char* name;      // "limits.document_bytes" for one inside a mapping
  const char* values;    // what it takes, as messages say it
  const char* fallback;  // as it would stand in YAML, "" for none
  const char* doc;       // one sentence
};

std::span<const RunKey> run_keys();

/// The settings of `run:`, with defaults for what it does not set.
RunSettings read_run_settings(const YamlNode& node, Diagnostics& diagnostics);

/// `fail`, `skip` or `quarantine`.
std::optional<OnError> parse_on_error(std::string_view word);

/// A number of bytes: `16MB`, `512 KiB` or `1000`.
std::optional<uint64_t> parse_size(std::string_view text);

}  // namespace claimsift
