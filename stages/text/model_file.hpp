// SPDX-License-Identifier: Apache-2.0
// model_file.hpp - trained weights on disk: a small header (kind, format version, checksum) before arrays
// that are memory-mapped and used in place, by all stages that ask for the same file. Read-only after
// opening; safe from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "claimsift/stage.hpp"

namespace claimsift {

/// Where a model is: `given` if not empty, else the first folder that has `name`: CLAIMSIFT_MODELS,
/// ../share/claimsift/models beside the program, and, in a build tree, its link to the source tree. Never the
/// working directory. Throws std::runtime_error that says where it was looked for.
std::string find_model(const std::string& given, const std::string& name);

/// The same for the option of a stage, which then says that its results depend on that file.
std::string find_model(const Setup& setup, const char* option, const std::string& name);

class ModelFile {
 public:
  /// Opens and checks a file, or shares the mapping of one that is open and has not changed since; throws
  /// std::runtime_error that names it where it is missing, damaged, of another kind or of another version.
  ModelFile(const std::string& path, std::string_view kind, uint32_t version);

  /// The weights, aligned for any arithmetic type.
  std::span<const std::byte> payload() const { return payload_; }

  /// Writes a file in this form, for trainers.
  static void save(const std::string& path, std::string_view kind, uint32_t version,
                   std::span<const std::byte> payload);

 private:
  class Mapping;
  std::shared_ptr<const Mapping> mapping_;
  std::span<const std::byte> payload_;
};

}  // namespace claimsift
