// SPDX-License-Identifier: Apache-2.0
#include "pipeline/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "pipeline/declarations.hpp"
#include "pipeline/include.hpp"
#include "pipeline/instance.hpp"
#include "pipeline/suggest.hpp"
#include "pipeline/words.hpp"

namespace claimsift {
namespace {

bool is_bounded(const cs_option& option) { return option.min != 0 || option.max != 0; }

bool is_within(const cs_option& option, double value) {
  return !is_bounded(option) || (value >= option.min && value <= option.max);
}

/// "an integer from 0 to 10": what the option takes.
std::string wanted(const cs_option& option) {
  const auto ranged = [&](const char* what) {
    if (!is_bounded(option)) return std::string(what);
    if (std::isinf(option.max)) return fmt::format("{} of at least {}", what, option.min);
    if (std::isinf(option.min)) return fmt::format("{} of at most {}", what, option.max);
    return fmt::format("{} from {} to {}", what, option.min, option.max);
  };
  switch (option.type) {
    case CS_FLAG: return "`true` or `false`";
    case CS_INT: return ranged("an integer");
    case CS_NUMBER: return ranged("a number");
    case CS_STRINGS:
      if (option.choices != nullptr) return "one or more of " + one_of(choices_of(option.choices), "and");
      return "a list of strings";
    case CS_MAP: return "a mapping of strings";
    case CS_PATH:
    case CS_OUTPUT: return "the name of a file";
    case CS_FILES:
    case CS_PATHS: return "a list of files";
    case CS_LAYERS: return "a list of layers";
    default: return option.choices != nullptr ? one_of(choices_of(option.choices)) : "a string";
  }
}

Failure wrong(const cs_option& option, const YamlNode& node) {
  const std::string near =
      node.is_scalar() ? did_you_mean(node.scalar, choices_of(option.choices)) : std::string();
  return Failure(node.place, fmt::format("`{}` must be {}, not {}{}", option.name, wanted(option),
                                         described(node), near));
}

const std::string& scalar_of(const cs_option& option, const YamlNode& node) {
  if (!node.is_scalar()) throw wrong(option, node);
  return node.scalar;
}

int64_t integer_of(const cs_option& option, const YamlNode& node) {
  const std::string& text = scalar_of(option, node);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // 010 is 8 in YAML 1.1 and 10 to most people, so it is neither here.
  const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
  const bool is_ambiguous = digits.size() > 1 && digits[0] == '0';
  if (error != std::errc() || end != text.data() + text.size() || is_ambiguous || value == CS_NULL_INT ||
      !is_within(option, static_cast<double>(value)))
    throw wrong(option, node);
  return value;
}

double number_of(const cs_option& option, const YamlNode& node) {
  const std::string& text = scalar_of(option, node);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) ||
      !is_within(option, value))
    throw wrong(option, node);
  return value;
}

std::string string_of(const cs_option& option, const YamlNode& node) {
  const std::string& text = scalar_of(option, node);
  if (option.choices != nullptr) {
    for (const std::string& choice : choices_of(option.choices))
      if (choice == text) return text;
    throw wrong(option, node);
  }
  const bool read = option.type == CS_PATH || option.type == CS_FILES;
  const bool names = read || option.type == CS_PATHS || option.type == CS_OUTPUT || option.type == CS_LAYERS;
  if (names && text.empty()) throw wrong(option, node);
  // What stands in no file (`--set`, a fallback) is relative to the working directory.
  const bool in_file = node.place.line != 0;
  return read && in_file && text != "-" ? relative_to_file(text, node.place.file) : text;
}

std::vector<std::string> strings_of(const cs_option& option, const YamlNode& node) {
  std::vector<std::string> result;
  if (node.is_list()) {
    for (const YamlNode& item : node.items) result.push_back(string_of(option, item));
  } else {
    result.push_back(string_of(option, node));
  }
  return result;
}

StringMap map_of(const cs_option& option, const YamlNode& node) {
  if (!node.is_map()) throw wrong(option, node);
  StringMap result;
  for (const YamlEntry& entry : node.entries) {
    if (!entry.value.is_scalar())
      throw Failure(entry.value.place, fmt::format("`{}` in `{}` must be a string, not {}", entry.key,
                                                   option.name, described(entry.value)));
    result.emplace_back(entry.key, entry.value.scalar);
  }
  return result;
}

OptionValue value_of(const cs_option& option, const YamlNode& node) {
  switch (option.type) {
    case CS_FLAG: {
      const std::string& text = scalar_of(option, node);
      if (text != "true" && text != "false") throw wrong(option, node);
      return text == "true";
    }
    case CS_INT: return integer_of(option, node);
    case CS_NUMBER: return number_of(option, node);
    case CS_STRINGS:
    case CS_FILES:
    case CS_PATHS:
    case CS_LAYERS: return strings_of(option, node);
    case CS_MAP: return map_of(option, node);
    default: return string_of(option, node);
  }
}

/// Reports what is no option; the options that were probably meant are not missing as well.
std::set<std::string> report_unknown_options(const cs_stage& stage, const std::vector<std::string>& names,
                                             const YamlNode& node, Diagnostics& diagnostics) {
  std::vector<std::string> allowed = names;
  allowed.insert(allowed.end(), engine_keys().begin(), engine_keys().end());
  std::set<std::string> meant;
  for (const YamlEntry& entry : node.entries) {
    if (std::find(names.begin(), names.end(), entry.key) != names.end()) continue;
    const std::string near = did_you_mean(entry.key, allowed);
    std::string hint;
    if (near.empty())
      hint = names.empty() ? "it has no options" : fmt::format("it has {}", one_of(names, "and"));
    diagnostics.error(entry.place, fmt::format("`{}` has no option `{}`{}", stage.name, entry.key, near),
                      std::move(hint));
    meant.insert(nearest(entry.key, allowed));
  }
  return meant;
}

bool has_no_fallback(const cs_option& option) {
  return option.fallback != nullptr && option.fallback[0] == '\0';
}

}  // namespace

std::vector<std::string> choices_of(const char* choices) {
  std::vector<std::string> result;
  if (choices == nullptr) return result;
  result.emplace_back();
  for (const char* c = choices; *c != '\0'; ++c) {
    if (*c == '|') {
      result.emplace_back();
    } else {
      result.back() += *c;
    }
  }
  return result;
}

std::optional<OptionValue> read_option(const cs_option& option, const YamlNode& node,
                                       Diagnostics& diagnostics) {
  // An empty value is a slip of the pen where it would mean something else than leaving the option out.
  if (node.is_broken() || (node.is_null() && has_no_fallback(option))) return std::nullopt;
  try {
    return value_of(option, node);
  } catch (const Failure& failure) {
    diagnostics.add(failure.diagnostic());
    return std::nullopt;
  }
}

std::optional<OptionValue> fallback_of(const cs_option& option, const Place& place,
                                       Diagnostics& diagnostics) {
  if (option.fallback == nullptr || has_no_fallback(option)) return std::nullopt;
  const std::optional<YamlNode> node = parse_yaml_value(option.fallback, {place.file}, diagnostics);
  return node ? read_option(option, *node, diagnostics) : std::nullopt;
}

OptionValues read_options(const cs_stage& stage, const YamlNode& node, const Place& place,
                          Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const cs_option& option : options_of(stage)) names.emplace_back(option.name);
  const std::set<std::string> meant = report_unknown_options(stage, names, node, diagnostics);

  OptionValues values;
  for (const cs_option& option : options_of(stage)) {
    const YamlNode* given = node.find(option.name);
    std::optional<OptionValue> value;
    if (given != nullptr) {
      value = read_option(option, *given, diagnostics);
    } else if (option.fallback != nullptr) {
      value = fallback_of(option, place, diagnostics);
    } else if (meant.count(option.name) == 0) {
      diagnostics.error(place, fmt::format("`{}` needs the option `{}`", stage.name, option.name),
                        option.doc == nullptr ? "" : fmt::format("`{}`: {}", option.name, option.doc));
    }
    if (value) values.emplace(option.name, std::move(*value));
  }
  return values;
}

}  // namespace claimsift
