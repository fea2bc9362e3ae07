// SPDX-License-Identifier: Apache-2.0
// config.hpp - a pipeline file as written: its keys are checked, its stages are not yet looked up and their
// options not yet typed. Reads files and the environment; reentrant, and a Config is plain data.
#pragma once

#include <string>
#include <vector>

#include "pipeline/plan.hpp"
#include "pipeline/substitute.hpp"
#include "pipeline/words.hpp"
#include "pipeline/yaml.hpp"

namespace claimsift {

/// One entry under `plugins:`.
struct PluginEntry {
  std::string path;    // as seen from the file that names it; a bare name stays bare
  std::string sha256;  // 64 hexadecimal digits in lower case, or empty
  Place place;
  /// `path` is the name of a stage that no one has: a plugin of that name is looked for, and none is no
  /// error.
  bool by_stage = false;
};

/// `reads: {declared: actual}` or `writes: {declared: actual}` of one instance.
struct Renaming {
  Word declared, actual;
};

/// One instance of a stage as the file describes it.
struct InstanceConfig {
  std::string name;  // its key; "input", or "input.0", "input.1" of several sources
  Place place;       // of the key
  Word use;          // the stage
  YamlNode options;  // a mapping without the engine's keys
  std::optional<OnError> on_error;
  std::vector<Word> has;    // layers of `when:`
  StringMap when_metadata;  // key, glob pattern
  std::vector<Word> after;
  std::vector<Renaming> reads, writes;
};

struct Config {
  std::vector<std::string> files;  // read, the included ones first
  std::vector<InstanceConfig> inputs;
  std::vector<InstanceConfig> stages;
  std::vector<PluginEntry> plugins;
  RunSettings run;
  bool complete = true;  // false: a part could not be read, so what is missing may be there
};

/// Reads a pipeline file with its includes, overrides (KEY.KEY=VALUE) and variables. What can be read is
/// returned in spite of problems, so that later checks can report theirs in the same go.
Config load_config(const std::string& file, const std::vector<std::string>& overrides,
                   const Variables& variables, Diagnostics& diagnostics);

}  // namespace claimsift
