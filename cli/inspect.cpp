// SPDX-License-Identifier: Apache-2.0
// The subcommand `inspect`: what the stages find in one document, layer by layer, in the terminal.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "claimsift/json.hpp"
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift::cli {
namespace {

constexpr CommandOption kOptions[] = {
    kSetOption,
    {"config", 'c', "PIPELINE", "The pipeline whose stages run; its input and outputs are left aside."},
    {"layer", 'l', "NAME", "Show this layer only; can be given again.", nullptr, true},
    {"document", '\0', "N", "Of a file with many documents, the Nth (from 1)."},
};

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kColour = "\x1b[36m";
constexpr const char* kPlain = "\x1b[0m";

/// Prints a document's layers as tables.
class Printer {
 public:
  Printer(const Plan& plan, const Document& doc, std::ostream& out, bool coloured)
      : plan_(plan), doc_(doc), out_(out), coloured_(coloured) {}

  void layer(uint32_t number) {
    const PlannedLayer& layer = plan_.layers[number];
    const host::Table& table = doc_.tables[number];
    out_ << mark(kBold) << layer.name << mark(kPlain);
    if (!table.present) {
      out_ << "  absent\n\n";
      return;
    }
    out_ << fmt::format("  {} row{}\n", table.count, table.count == 1 ? "" : "s");
    for (uint32_t row = 0; row < table.count; ++row) this->row(layer, table, row);
    out_ << '\n';
  }

 private:
  void row(const PlannedLayer& layer, const host::Table& table, uint32_t row) {
    const cs_span span = table.spans[row];
    out_ << fmt::format("{:>5}  {:>6}..{:<6} {}{}{}", row, span.begin, span.end, mark(kColour), quoted(span),
                        mark(kPlain));
    for (uint32_t c = 0; layer.schema->columns && layer.schema->columns[c].name; ++c)
      if (const std::string text = value(layer.schema->columns[c], table.columns[c], row); !text.empty())
        out_ << "  " << layer.schema->columns[c].name << '=' << text;
    out_ << '\n';
  }
  /// The text of a span, escaped, and in the middle cut if it is long.
  std::string quoted(cs_span span) const {
    constexpr size_t kLongest = 70;
    std::string text;
    json::append_string(text, doc_.text.substr(span.begin, span.end - span.begin));
    if (text.size() <= kLongest) return text;
    size_t head = kLongest / 2, tail = text.size() - kLongest / 3;
    while (head > 0 && (static_cast<unsigned char>(text[head]) & 0xC0) == 0x80) --head;
    while (tail < text.size() && (static_cast<unsigned char>(text[tail]) & 0xC0) == 0x80) ++tail;
    return text.substr(0, head) + " … " + text.substr(tail);
  }
  std::string value(const cs_column& column, const void* values, uint32_t row) const {
    const auto at = [&]<class T>(T) { return static_cast<const T*>(values)[row]; };
    std::string text;
    switch (column.type) {
      case CS_FLAG: return is_null(at(uint8_t{})) || !at(uint8_t{}) ? "" : "yes";
      case CS_CHOICE: return is_null(at(uint8_t{})) ? "" : column.choices[at(uint8_t{})];
      case CS_INT: return is_null(at(int64_t{})) ? "" : std::to_string(at(int64_t{}));
      case CS_NUMBER:
        if (!std::isnan(at(double{}))) json::append_number(text, at(double{}));
        return text;
      case CS_STRING:
        if (at(cs_str{}).data) json::append_string(text, view(at(cs_str{})));
        return text;
      case CS_SPAN: return is_null(at(cs_span{})) ? "" : quoted(at(cs_span{}));
      default: return is_null(at(uint32_t{})) ? "" : std::to_string(at(uint32_t{}));
    }
  }
  const char* mark(const char* code) const { return coloured_ ? code : ""; }

  const Plan& plan_;
  const Document& doc_;
  std::ostream& out_;
  bool coloured_;
};

/// The layers to show: those named, or all.
std::vector<uint32_t> chosen_layers(const Plan& plan, const std::vector<std::string>& named) {
  std::vector<uint32_t> chosen;
  std::vector<std::string> names;
  for (uint32_t i = 0; i < plan.layers.size(); ++i) {
    names.push_back(plan.layers[i].name);
    if (named.empty()) chosen.push_back(i);
  }
  for (const std::string& name : named) {
    const auto it = std::find(names.begin(), names.end(), name);
    if (it == names.end())
      throw Failure({}, fmt::format("the pipeline has no layer `{}`{}", name, did_you_mean(name, names)),
                    "its layers are " + one_of(names, "and"));
    chosen.push_back(static_cast<uint32_t>(it - names.begin()));
  }
  return chosen;
}

/// The pipeline that is taken when none is named.
std::string default_config() {
  if (std::ifstream("configs/annotate.yaml").good()) return "configs/annotate.yaml";
  throw Failure({}, "`inspect` needs a pipeline", "name one with --config");
}

/// Moves to the Nth document of the source.
void find_document(Executor& executor, Document& doc, const std::string& file, const std::string& wanted) {
  uint64_t number = 0;
  for (const char c : wanted)
    number =
        c >= '0' && c <= '9' && number < 1'000'000'000 ? number * 10 + static_cast<uint64_t>(c - '0') : 0;
  if (number == 0)
    throw Failure({}, fmt::format("`--document` must be a number from 1 up, not `{}`", wanted));
  for (uint64_t i = 0; i < number; ++i)
    if (!executor.next(doc))
      throw Failure({file},
                    fmt::format("the source has {} document{}, not {}", i, i == 1 ? "" : "s", number));
}

int inspect(const Arguments& arguments, Console& console) {
  const std::string& file = arguments.words()[0];
  std::vector<std::string> sets = arguments.values("set");
  sets.push_back("input.paths=" + file);
  LoadedPipeline pipeline;
  const auto config = arguments.value("config");
  load_pipeline(config ? *config : default_config(), sets, {.needs_input = true, .needs_output = false},
                pipeline);
  if (!pipeline.graph) {
    console.report(pipeline.problems);
    return kNothingRan;
  }
  Plan& plan = pipeline.graph->plan;
  for (PlannedStage& stage : plan.stages) stage.runs = stage.stage->kind != CS_WRITER;
  const std::vector<uint32_t> layers = chosen_layers(plan, arguments.values("layer"));
  Diagnostics problems;
  Executor executor(plan, problems);
  console.report(problems);
  if (problems.has_errors()) return kNothingRan;
  const auto doc = executor.make_document();
  find_document(executor, *doc, file, arguments.value("document").value_or("1"));
  executor.parse(*doc);
  for (const Step& step : executor.steps()) executor.run(step, *doc);
  if (doc->outcome != Outcome::running)
    throw Failure({std::string(doc->place)}, fmt::format("`{}`: {}", doc->stage, doc->reason));
  const char* no_colour = std::getenv("NO_COLOR");
  Printer printer(plan, *doc, console.out(), ::isatty(STDOUT_FILENO) != 0 && (!no_colour || !*no_colour));
  for (const uint32_t layer : layers) printer.layer(layer);
  return kDone;
}

}  // namespace

extern const Command kInspect;
const Command kInspect{"inspect", "Shows what the stages find in one document.", "FILE", 1, 1,
                       kOptions,  "inspect article.txt --layer quantities",      inspect};

}  // namespace claimsift::cli
