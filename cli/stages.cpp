// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "pipeline/columns.hpp"
#include "pipeline/options.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift::cli {
namespace {

constexpr size_t kWidth = 100;

constexpr CommandOption kOptions[] = {
    {"plugin", 'p', "FILE", "Also load a plugin, as the `plugins` of a pipeline would.", nullptr, true},
    {"format", '\0', "FORMAT", "markdown prints the reference of all stages.", "text|markdown"}};

/// A text as a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '|' ? std::string("\\|") : std::string(1, c);
  return result;
}

/// `text` broken into lines of kWidth, those after the first indented.
std::string wrapped(const std::string& lead, const std::string& text, size_t indent) {
  std::string result = lead;
  size_t column = lead.size();
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (column + 1 + (end - begin) > kWidth && column > indent) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (begin > 0) {
      result += ' ';
      ++column;
    }
    result += text.substr(begin, end - begin);
    column += end - begin;
    begin = end + 1;
  }
  return result + '\n';
}

/// "integer 0..10", "keep|resolve": what an option takes.
std::string values_of(const cs_option& option) {
  if (option.choices != nullptr)
    return option.type == CS_STRINGS ? fmt::format("list of {}", option.choices) : option.choices;
  if (option.type == CS_FLAG) return "true|false";
  if (option.min == 0 && option.max == 0) return type_name(option.type);
  const auto bound = [](double value) {
    return std::isinf(value) ? std::string() : fmt::format("{}", value);
  };
  return fmt::format("{} {}..{}", type_name(option.type), bound(option.min), bound(option.max));
}

std::string fallback_text(const cs_option& option) {
  if (option.fallback == nullptr) return "required";
  return option.fallback[0] == '\0' ? "optional" : fmt::format("default {}", option.fallback);
}

std::string layer_text(const cs_layer& layer) {
  std::string text = layer.name;
  std::vector<std::string> columns;
  for (const cs_column& column : columns_of(layer)) columns.emplace_back(column.name);
  for (size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? "(" : ", ") + columns[i];
  if (!columns.empty()) text += ')';
  if ((layer.flags & CS_EXTENDS) != 0) text += fmt::format(" extends {}", layer.of);
  if ((layer.flags & CS_CHILD) != 0) text += fmt::format(" of {}", layer.of);
  return text;
}

std::string reads_text(const cs_stage& stage) {
  std::string needed, optional;
  for (const cs_layer& layer : reads_of(stage)) {
    std::string& names = (layer.flags & CS_OPTIONAL) != 0 ? optional : needed;
    names += (names.empty() ? "" : ", ") + std::string(layer.name);
  }
  for (const cs_option& option : options_of(stage))
    if (option.type == CS_LAYERS)
      needed += fmt::format("{}those that `{}` names", needed.empty() ? "" : ", ", option.name);
  if (!optional.empty()) needed += fmt::format("{}optional: {}", needed.empty() ? "" : "; ", optional);
  return needed;
}

std::string example_of(const cs_stage& stage) {
  std::string options;
  const auto add = [&](const std::string& name, const std::string& value) {
    options += fmt::format("{}{}: {}", options.empty() ? "" : ", ", name, value);
  };
  const bool reader = stage.kind == CS_READER;
  if (reader) add("use", stage.name);
  for (const cs_option& option : options_of(stage))
    if (option.fallback == nullptr) add(option.name, option.type == CS_LAYERS ? "LAYER" : "FILE");
  if (options.empty())
    for (const cs_option& option : options_of(stage)) {
      if (option.fallback[0] == '\0') continue;
      add(option.name, option.fallback);
      break;
    }
  if (reader) return fmt::format("input: {{{}}}", options);
  return options.empty() ? fmt::format("{}:", stage.name) : fmt::format("{}: {{{}}}", stage.name, options);
}

void print_stage(const RegisteredStage& registered, std::ostream& out) {
  const cs_stage& stage = *registered.stage;
  const bool parallel = stage.kind != CS_COLLECTOR && (stage.flags & CS_SERIAL) == 0;
  out << fmt::format("{} - {}\n  {}, {}, {}\n", stage.name, stage.summary, kind_name(stage.kind),
                     registered.origin, parallel ? "parallel" : "one document at a time");
  if (const std::string reads = reads_text(stage); !reads.empty()) out << wrapped("  reads    ", reads, 11);
  bool first = true;
  for (const cs_layer& layer : writes_of(stage)) {
    out << wrapped(first ? "  writes   " : "           ", layer_text(layer), 13);
    first = false;
  }
  size_t names = 0, values = 0, fallbacks = 0;
  for (const cs_option& option : options_of(stage)) {
    names = std::max(names, std::string_view(option.name).size());
    values = std::min<size_t>(24, std::max(values, values_of(option).size()));
    fallbacks = std::min<size_t>(24, std::max(fallbacks, fallback_text(option).size()));
  }
  for (const cs_option& option : options_of(stage)) {
    const std::string lead = fmt::format("  {:<{}}  {:<{}}  {:<{}}  ", option.name, names, values_of(option),
                                         values, fallback_text(option), fallbacks);
    // What is too long for a column gets a line of its own.
    const size_t indent = names + values + fallbacks + 8;
    if (lead.size() > indent) {
      out << lead.substr(0, lead.find_last_not_of(' ') + 1) << '\n' << wrapped("      ", option.doc, 6);
    } else {
      out << wrapped(lead, option.doc, indent);
    }
  }
  out << fmt::format("example:  {}\n", example_of(stage));
}

void print_list(const Registry& registry, std::ostream& out) {
  size_t width = 0;
  for (const std::string& name : registry.names()) width = std::max(width, name.size());
  for (const cs_kind kind : {CS_READER, CS_ANNOTATOR, CS_COLLECTOR, CS_WRITER}) {
    const std::vector<std::string> names = registry.names(kind);
    if (names.empty()) continue;
    out << kind_name(kind) << "s\n";
    for (const std::string& name : names) {
      const RegisteredStage& stage = *registry.find(name);
      const std::string origin = stage.origin == "built in" ? "" : fmt::format(" ({})", stage.origin);
      out << fmt::format("  {:<{}}  {}{}\n", name, width, stage.stage->summary, origin);
    }
  }
  out << "\n`claimsift stages NAME` shows the options and layers of one.\n";
}

/// One stage as a section of the reference.
void print_markdown(const RegisteredStage& registered, std::ostream& out) {
  const cs_stage& stage = *registered.stage;
  out << fmt::format("\n## {}\n\n{} ({})\n", stage.name, stage.summary, kind_name(stage.kind));
  if (const std::string reads = reads_text(stage); !reads.empty()) out << "\nReads: " << reads << '\n';
  if (!options_of(stage).empty()) {
    out << "\n| option | value | default | meaning |\n|---|---|---|---|\n";
    for (const cs_option& option : options_of(stage)) {
      const std::string fallback =
          option.fallback && *option.fallback ? fmt::format("`{}`", option.fallback) : fallback_text(option);
      out << fmt::format("| `{}` | {} | {} | {} |\n", option.name, cell(values_of(option)), cell(fallback),
                         cell(option.doc));
    }
  }
  for (const cs_layer& layer : writes_of(stage)) {
    out << fmt::format("\nLayer `{}`", layer.name);
    if (layer.of != nullptr)
      out << fmt::format(" ({} `{}`)", (layer.flags & CS_EXTENDS) != 0 ? "extends" : "child of", layer.of);
    out << fmt::format(": {}\n", layer.doc);
    if (columns_of(layer).empty()) continue;
    out << "\n| column | type | meaning |\n|---|---|---|\n";
    for (const cs_column& column : columns_of(layer)) {
      std::string type = type_name(column.type);
      if (column.target != nullptr) type = fmt::format("row of `{}`", column.target);
      for (const char* const* choice = column.choices; choice != nullptr && *choice != nullptr; ++choice)
        type = choice == column.choices ? *choice : type + ", " + *choice;
      out << fmt::format("| `{}` | {} | {} |\n", column.name, cell(type), cell(column.doc));
    }
  }
}

void print_reference(const Registry& registry, std::ostream& out) {
  out << "# Stages\n\nAll built-in stages with their options and layers. This page is what `claimsift stages "
         "--format markdown`\n"
         "prints; a test holds it to the code.\n";
  for (const cs_kind kind : {CS_READER, CS_ANNOTATOR, CS_COLLECTOR, CS_WRITER})
    for (const std::string& name : registry.names(kind)) print_markdown(*registry.find(name), out);
}

int stages(const Arguments& arguments, Console& console) {
  Registry registry;
  PluginLoader plugins;
  Diagnostics problems;
  add_builtin_stages(registry, problems);
  for (const std::string& file : arguments.values("plugin"))
    plugins.load(file, "", {"--plugin " + file}, registry, problems);
  console.report(problems);
  if (problems.has_errors()) return kNothingRan;
  if (arguments.value("format").value_or("text") == "markdown") {
    print_reference(registry, console.out());
    return kDone;
  }
  if (arguments.words().empty()) {
    print_list(registry, console.out());
    return kDone;
  }
  const std::string& name = arguments.words()[0];
  const RegisteredStage* stage = registry.find(name);
  if (stage == nullptr)
    throw Failure({}, fmt::format("no stage is called `{}`{}", name, did_you_mean(name, registry.names())),
                  "`claimsift stages` lists all");
  print_stage(*stage, console.out());
  return kDone;
}

}  // namespace

extern const Command kStages;
const Command kStages{"stages",
                      "Lists the stages, or shows the options and layers of one.",
                      "[NAME]",
                      0,
                      1,
                      kOptions,
                      "stages attribution",
                      stages};

}  // namespace claimsift::cli
