// SPDX-License-Identifier: Apache-2.0
#include "pipeline/columns.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/declarations.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift {
namespace {

/// Why a column cannot be read as declared; empty if it can.
std::string mismatch(const cs_column& wanted, const cs_column& found) {
  if (wanted.type != found.type)
    return fmt::format("as {}, but it is {}", type_name(wanted.type), type_name(found.type));
  if (wanted.type != CS_CHOICE || wanted.choices == nullptr) return {};
  // Codes are shared, so what the reader knows must be how the writer's list begins.
  const std::vector<std::string> known = choice_names(wanted), all = choice_names(found);
  if (known.size() <= all.size() && std::equal(known.begin(), known.end(), all.begin())) return {};
  return fmt::format("as a choice of {}, but it is one of {}", one_of(known), one_of(all));
}

}  // namespace

std::vector<std::string> choice_names(const cs_column& column) {
  std::vector<std::string> names;
  for (const char* const* name = column.choices; name != nullptr && *name != nullptr; ++name)
    names.emplace_back(*name);
  return names;
}

std::vector<uint32_t> match_columns(const cs_layer& read, const cs_layer& written, const std::string& layer,
                                    const std::string& subject, const std::string& writer, const Place& place,
                                    Diagnostics& diagnostics) {
  std::vector<uint32_t> result;
  std::vector<std::string> missing, all;
  const uint32_t shapes = CS_EXTENDS | CS_CHILD;
  if ((read.flags & shapes) != 0 && (read.flags & shapes) != (written.flags & shapes))
    diagnostics.error(
        place,
        fmt::format("`{}` reads layer `{}` as one that {} `{}`, which `{}` does not write it as", subject,
                    layer, (read.flags & CS_EXTENDS) != 0 ? "extends" : "is a child of", read.of, writer));
  for (const cs_column& wanted : columns_of(read)) {
    std::vector<std::string> names;
    const cs_column* found = nullptr;
    uint32_t row = UINT32_MAX;
    for (const cs_column& column : columns_of(written)) {
      if (std::string_view(column.name) == wanted.name) {
        found = &column;
        row = static_cast<uint32_t>(names.size());
      }
      names.emplace_back(column.name);
    }
    if (found == nullptr) {
      missing.emplace_back(wanted.name);
      all = std::move(names);
    } else if (const std::string problem = mismatch(wanted, *found); !problem.empty()) {
      diagnostics.error(place, fmt::format("`{}` reads column `{}` of layer `{}` {} (written by `{}`)",
                                           subject, wanted.name, layer, problem, writer));
      row = UINT32_MAX;
    }
    result.push_back(row);
  }
  if (!missing.empty())
    diagnostics.error(
        place,
        fmt::format("`{}` reads {} {} of layer `{}`, which `{}` writes without {}", subject,
                    missing.size() == 1 ? "column" : "columns", one_of(missing, "and"), layer, writer,
                    missing.size() == 1 ? "it" : "them"),
        all.empty() ? "it has no columns" : fmt::format("its columns are {}", one_of(all, "and")));
  return result;
}

}  // namespace claimsift
