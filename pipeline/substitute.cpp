// SPDX-License-Identifier: Apache-2.0
#include "pipeline/substitute.hpp"

#include <fmt/core.h>

#include <cstdlib>

namespace claimsift {
namespace {

bool is_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (const char c : text) {
    const bool fits = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (!fits) return false;
  }
  return true;
}

/// The value of what stands between the braces of "${...}".
std::string value_of(std::string_view inside, const Place& place, const Variables& variables) {
  const size_t colon = inside.find(':');
  const std::string name(inside.substr(0, colon));
  if (!is_name(name))
    throw Failure(place, fmt::format("`${{{}}}` names no variable", inside),
                  "write `${NAME}` or `${NAME:-default}`, and `$$` for a dollar sign");
  const std::optional<std::string> value = variables(name);
  if (colon == std::string_view::npos) {
    if (!value)
      throw Failure(place, fmt::format("the environment variable `{}` is not set", name),
                    fmt::format("set it, or give a default: `${{{}:-default}}`", name));
    return *value;
  }
  if (!inside.substr(colon).starts_with(":-"))
    throw Failure(place, fmt::format("`${{{}}}` is not understood", inside),
                  fmt::format("a default is written `${{{}:-default}}`", name));
  const std::string_view fallback = inside.substr(colon + 2);
  if (fallback.find("${") != std::string_view::npos)
    throw Failure(place, fmt::format("the default of `{}` holds another variable", name),
                  "a default is plain text");
  return value && !value->empty() ? *value : std::string(fallback);
}

std::string substituted(std::string_view text, const Place& place, const Variables& variables) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] != '$' || (next != '$' && next != '{')) {
      result += text[i];
    } else if (next == '$') {
      result += '$';
      ++i;
    } else {
      const size_t end = text.find('}', i);
      if (end == std::string_view::npos)
        throw Failure(place, fmt::format("`{}` lacks its closing brace", text.substr(i)),
                      "write `$$` for a dollar sign");
      result += value_of(text.substr(i + 2, end - i - 2), place, variables);
      i = end;
    }
  }
  return result;
}

}  // namespace

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

void substitute(YamlNode& node, const Variables& variables, Diagnostics& diagnostics) {
  if (node.is_scalar() && node.place.line != 0 && node.scalar.find('$') != std::string::npos) {
    try {
      node.scalar = substituted(node.scalar, node.place, variables);
    } catch (const Failure& failure) {
      diagnostics.add(failure.diagnostic());
      node.broken = true;
    }
  }
  for (YamlNode& item : node.items) substitute(item, variables, diagnostics);
  for (YamlEntry& entry : node.entries) substitute(entry.value, variables, diagnostics);
}

}  // namespace claimsift
