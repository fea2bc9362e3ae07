// SPDX-License-Identifier: Apache-2.0
#include "pipeline/declarations.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <type_traits>

#include "pipeline/instance.hpp"
#include "pipeline/options.hpp"

namespace claimsift {
namespace {

// What every plugin of this ABI has; members after it are guarded by CS_HAS.
constexpr size_t kSmallestStage = offsetof(cs_stage, restore) + sizeof(cs_stage::restore);
constexpr size_t kMostElements = 1000;  // more in one array: its NULL end is missing
constexpr size_t kMostChoices = 255;    // codes are bytes and 255 is null

bool is_declared_name(const char* name) {
  if (name == nullptr || name[0] == '\0') return false;
  if (!((name[0] >= 'a' && name[0] <= 'z') || name[0] == '_')) return false;
  return std::string_view(name).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
         std::string_view::npos;
}

std::string with_article(cs_kind kind) {
  return fmt::format("{} {}", kind == CS_ANNOTATOR ? "an" : "a", kind_name(kind));
}

/// Checks one declaration; each problem is one error at the stage's origin.
class Checker {
 public:
  Checker(const cs_stage& stage, std::string origin) : stage_(stage), origin_(std::move(origin)) {}

  Diagnostics run() {
    if (stage_.size < kSmallestStage) {
      report(fmt::format("`size` is {}, at least {} is needed", stage_.size, kSmallestStage));
      return problems_;
    }
    if (!is_declared_name(stage_.name))
      report("its name must be lower-case letters, digits and `_`, a letter first");
    if (stage_.summary == nullptr || stage_.summary[0] == '\0') report("its summary is missing");
    if (stage_.flags & ~static_cast<uint32_t>(CS_SERIAL | CS_FILTER)) report("its flags are unknown");
    // A plugin's bytes may be no enumerator at all, so they are compared as bytes.
    std::underlying_type_t<cs_kind> kind{};
    std::memcpy(&kind, &stage_.kind, sizeof kind);
    if (kind > CS_READER) {
      report("its kind is unknown");
      return problems_;
    }
    check_functions();
    check_options();
    check_layers(stage_.reads, "reads");
    check_layers(stage_.writes, "writes");
    return problems_;
  }

 private:
  void report(const std::string& what) {
    const char* name = stage_.size >= kSmallestStage && stage_.name != nullptr ? stage_.name : "?";
    problems_.error({origin_}, fmt::format("stage `{}`: {}", name, what));
  }

  void check_functions() {
    const auto need = [&](bool present, const char* function) {
      if (!present) report(fmt::format("{} needs the function `{}`", with_article(stage_.kind), function));
    };
    const auto refuse = [&](bool present, const char* what) {
      if (present) report(fmt::format("{} cannot have {}", with_article(stage_.kind), what));
    };
    need(stage_.create != nullptr, "create");
    need(stage_.destroy != nullptr, "destroy");
    const bool reader = stage_.kind == CS_READER, writer = stage_.kind == CS_WRITER;
    if (reader) {
      need(stage_.next != nullptr, "next");
      need(stage_.parse != nullptr, "parse");
      refuse(stage_.process != nullptr, "the function `process`");
      refuse(!reads_of(stage_).empty(), "layers that it reads");
    } else {
      need(stage_.process != nullptr, "process");
      refuse(stage_.next != nullptr || stage_.parse != nullptr || stage_.seek != nullptr,
             "the functions `next`, `parse` and `seek`");
    }
    refuse((reader || writer) && !writes_of(stage_).empty(), "layers that it writes");
    const bool store = CS_HAS(&stage_, append) && (stage_.open != nullptr || stage_.append != nullptr);
    refuse(store && !writer, "the functions `open` and `append`");
    if (store && (stage_.open == nullptr || stage_.append == nullptr || stage_.save == nullptr))
      report("`open`, `append` and `save` go together, one of them is missing");
    refuse(stage_.kind != CS_COLLECTOR && !(writer && store) && stage_.save != nullptr,
           "the function `save`");
    refuse(stage_.kind != CS_COLLECTOR && stage_.restore != nullptr, "the function `restore`");
    if (stage_.kind == CS_COLLECTOR && (stage_.save == nullptr) != (stage_.restore == nullptr))
      report("`save` and `restore` go together, one of them is missing");
    refuse(stage_.kind != CS_ANNOTATOR && (stage_.flags & CS_FILTER),
           "the flag CS_FILTER, which is for annotators");
    refuse((stage_.kind == CS_COLLECTOR || reader) && (stage_.flags & CS_SERIAL),
           "the flag CS_SERIAL, it never runs in parallel");
  }

  void check_options() {
    std::set<std::string> seen;
    size_t outputs = 0;
    for (const cs_option& option : options_of(stage_)) {
      if (seen.size() >= kMostElements) return report("its options do not end with a NULL name");
      const auto wrong = [&](const std::string& what) {
        report(fmt::format("option `{}`: {}", option.name, what));
      };
      if (!seen.insert(option.name).second) wrong("is declared twice");
      if (!is_declared_name(option.name)) wrong("its name must be lower-case letters, digits and `_`");
      if (std::find(engine_keys().begin(), engine_keys().end(), option.name) != engine_keys().end())
        wrong("its name is a key of the engine");
      if (option.doc == nullptr || option.doc[0] == '\0') wrong("its sentence of help is missing");
      if (option.type == CS_CHOICE || option.type == CS_ID || option.type == CS_SPAN ||
          option.type == CS_REF || option.type > CS_FILES) {
        wrong("its type is none that an option can have");
        continue;
      }
      if (option.type == CS_OUTPUT && ++outputs > 1) wrong("is a second output, a stage has one");
      if (option.type == CS_OUTPUT && stage_.kind != CS_WRITER) wrong("only a writer has an output");
      check_range(option);
      Diagnostics fallback;
      fallback_of(option, {origin_}, fallback);
      for (const Diagnostic& problem : fallback.all()) wrong("its fallback is wrong: " + problem.message);
    }
  }

  void check_range(const cs_option& option) {
    const auto wrong = [&](const std::string& what) {
      report(fmt::format("option `{}`: {}", option.name, what));
    };
    const bool number = option.type == CS_INT || option.type == CS_NUMBER;
    if (!number && (option.min != 0 || option.max != 0)) wrong("only numbers have a range");
    if (std::isnan(option.min) || std::isnan(option.max) || option.min > option.max)
      wrong("its range is empty");
    if (option.choices == nullptr) return;
    if (option.type != CS_STRING && option.type != CS_STRINGS) wrong("only strings have choices");
    for (const std::string& choice : choices_of(option.choices))
      if (choice.empty()) wrong("one of its choices is empty");
  }

  void check_layers(const cs_layer* layers, const char* verb) {
    const bool writes = layers == stage_.writes && layers != nullptr && std::string_view(verb) == "writes";
    std::set<std::string> seen;
    for (const cs_layer& layer : DeclaredRange(layers)) {
      if (seen.size() >= kMostElements)
        return report(fmt::format("`{}` does not end with a NULL name", verb));
      const auto wrong = [&](const std::string& what) {
        report(fmt::format("layer `{}` that it {}: {}", layer.name, verb, what));
      };
      if (!is_declared_name(layer.name)) wrong("its name must be lower-case letters, digits and `_`");
      if (!seen.insert(layer.name).second) wrong("is declared twice");
      const uint32_t shape = layer.flags & (CS_EXTENDS | CS_CHILD);
      if (layer.flags & ~static_cast<uint32_t>(CS_OPTIONAL | CS_EXTENDS | CS_CHILD))
        wrong("its flags are unknown");
      if (writes && (layer.flags & CS_OPTIONAL)) wrong("only a layer that is read can be optional");
      if (shape == (CS_EXTENDS | CS_CHILD)) wrong("cannot both extend a layer and be a child of one");
      if ((shape != 0) != (layer.of != nullptr))
        wrong("`of` and the flags CS_EXTENDS or CS_CHILD go together");
      if (shape != 0 && layer.of != nullptr && std::string_view(layer.of) == layer.name)
        wrong("is `of` itself");
      if (shape == CS_CHILD) {
        const cs_column* first = layer.columns;
        const bool refers = first != nullptr && first->name != nullptr && first->type == CS_REF &&
                            first->target != nullptr && layer.of != nullptr &&
                            std::string_view(first->target) == layer.of;
        if (!refers) wrong("the first column of a child must be a CS_REF to its parent");
      }
      check_columns(layer, writes, verb);
    }
  }

  void check_columns(const cs_layer& layer, bool writes, const char* verb) {
    std::set<std::string> seen;
    for (const cs_column& column : columns_of(layer)) {
      const auto wrong = [&](const std::string& what) {
        report(fmt::format("column `{}` of layer `{}` that it {}: {}", column.name, layer.name, verb, what));
      };
      if (seen.size() >= kMostElements) return wrong("the columns do not end with a NULL name");
      if (!is_declared_name(column.name)) wrong("its name must be lower-case letters, digits and `_`");
      if (!seen.insert(column.name).second) wrong("is declared twice");
      if (column.type > CS_REF) wrong("its type is none that a column can have");
      if (column.type != CS_REF && column.target != nullptr) wrong("only a CS_REF has a target");
      if (column.type == CS_REF && writes && column.target == nullptr) wrong("a CS_REF needs its target");
      if (column.type != CS_CHOICE && column.choices != nullptr) wrong("only a CS_CHOICE has choices");
      if (column.type != CS_CHOICE) continue;
      if (column.choices == nullptr) {
        if (writes) wrong("a CS_CHOICE needs its choices");
        continue;
      }
      size_t count = 0;
      while (count <= kMostChoices && column.choices[count] != nullptr) ++count;
      if (count == 0 || count > kMostChoices)
        wrong(fmt::format("needs 1 to {} choices, ended by NULL", kMostChoices));
    }
  }

  const cs_stage& stage_;
  std::string origin_;
  Diagnostics problems_;
};

}  // namespace

Diagnostics Registry::add(const cs_stage& stage, const std::string& origin) {
  Diagnostics problems = check_declaration(stage, origin);
  if (problems.has_errors()) return problems;
  const auto [known, added] = stages_.emplace(stage.name, RegisteredStage{&stage, origin});
  if (!added)
    problems.error({origin}, fmt::format("stage `{}` exists already ({})", stage.name, known->second.origin),
                   "give it another name");
  return problems;
}

const RegisteredStage* Registry::find(std::string_view name) const {
  const auto found = stages_.find(name);
  return found == stages_.end() ? nullptr : &found->second;
}

std::vector<RegisteredStage> Registry::all() const {
  std::vector<RegisteredStage> result;
  for (const auto& [name, stage] : stages_) result.push_back(stage);
  return result;
}

std::vector<std::string> Registry::names() const {
  std::vector<std::string> result;
  for (const auto& [name, stage] : stages_) result.push_back(name);
  return result;
}

std::vector<std::string> Registry::names(cs_kind kind) const {
  std::vector<std::string> result;
  for (const auto& [name, stage] : stages_)
    if (stage.stage->kind == kind) result.push_back(name);
  return result;
}

std::vector<RegisteredStage> Registry::writers_of(std::string_view layer) const {
  std::vector<RegisteredStage> result;
  for (const auto& [name, stage] : stages_)
    for (const cs_layer& written : writes_of(*stage.stage))
      if (layer == written.name) result.push_back(stage);
  return result;
}

Diagnostics check_declaration(const cs_stage& stage, const std::string& origin) {
  return Checker(stage, origin).run();
}

const char* kind_name(cs_kind kind) {
  switch (kind) {
    case CS_ANNOTATOR: return "annotator";
    case CS_COLLECTOR: return "collector";
    case CS_WRITER: return "writer";
    case CS_READER: return "reader";
  }
  return "stage";
}

const char* type_name(cs_type type) {
  static constexpr const char* kNames[] = {
      "flag", "integer",       "number",      "string",          "choice",
      "id",   "span",          "reference",   "list of strings", "mapping",
      "file", "list of files", "output file", "list of layers",  "list of files"};
  return type >= CS_FLAG && type <= CS_FILES ? kNames[type] : "unknown type";
}

}  // namespace claimsift
