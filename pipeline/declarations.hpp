// SPDX-License-Identifier: Apache-2.0
// declarations.hpp - the registry: every stage that a pipeline can use, built in or from a plugin, by name.
// What a stage declares is checked when it is added, so nothing later has to. Filled by one thread before a
// pipeline is checked, read-only from then on.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/plugin.h"
#include "pipeline/diagnostic.hpp"

namespace claimsift {

/// A stage and where it comes from: "built in", or the path of a plugin.
struct RegisteredStage {
  const cs_stage* stage;
  std::string origin;
};

/// Stages by name.
class Registry {
 public:
  /// Checks a declaration and adds it; one that is wrong is reported and left out. The declaration is
  /// constant data and outlives the registry.
  Diagnostics add(const cs_stage& stage, const std::string& origin);

  /// A plugin could not be loaded: what is missing may be in it, and is no problem of its own.
  void miss_plugin() { is_complete_ = false; }
  bool is_complete() const { return is_complete_; }

  const RegisteredStage* find(std::string_view name) const;

  /// By name.
  std::vector<RegisteredStage> all() const;
  std::vector<std::string> names() const;
  std::vector<std::string> names(cs_kind kind) const;

  /// The stages that declare to write a layer, by name.
  std::vector<RegisteredStage> writers_of(std::string_view layer) const;

 private:
  std::map<std::string, RegisteredStage, std::less<>> stages_;
  bool is_complete_ = true;
};

/// What is wrong with a declaration, for tests of stages and the registry.
Diagnostics check_declaration(const cs_stage& stage, const std::string& origin);

/// "annotator", "collector", "writer", "reader".
const char* kind_name(cs_kind kind);

/// "flag", "integer", "list of strings", ...: how help and messages call a type.
const char* type_name(cs_type type);

/// An array of declarations as a range: it ends with an element whose name is NULL and may be NULL itself.
template <class Declared> class DeclaredRange {
 public:
  struct End {};
  class Iterator {
   public:
    explicit Iterator(const Declared* at) : at_(at) {}
    const Declared& operator*() const { return *at_; }
    Iterator& operator++() { return ++at_, *this; }
    bool operator!=(End) const { return at_ != nullptr && at_->name != nullptr; }

   private:
    const Declared* at_;
  };

  explicit DeclaredRange(const Declared* first) : first_(first) {}
  Iterator begin() const { return Iterator(first_); }
  End end() const { return {}; }
  bool empty() const { return !(begin() != end()); }
  size_t size() const {
    size_t count = 0;
    for (Iterator at = begin(); at != end(); ++at) ++count;
    return count;
  }

 private:
  const Declared* first_;
};

inline DeclaredRange<cs_layer> reads_of(const cs_stage& stage) { return DeclaredRange(stage.reads); }
inline DeclaredRange<cs_layer> writes_of(const cs_stage& stage) { return DeclaredRange(stage.writes); }
inline DeclaredRange<cs_option> options_of(const cs_stage& stage) { return DeclaredRange(stage.options); }
inline DeclaredRange<cs_column> columns_of(const cs_layer& layer) { return DeclaredRange(layer.columns); }

}  // namespace claimsift
