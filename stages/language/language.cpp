// SPDX-License-Identifier: Apache-2.0
#include "stages/language/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace claimsift {

LanguageStage::LanguageStage(const Setup& setup)
    : model_(find_model(setup, "model", "language.model")), least_score_(setup.number("least_score")) {
  for (const auto& code : setup.strings("keep")) {
    const auto at = std::find(std::begin(kLanguages), std::end(kLanguages), std::string_view(code));
    if (at == std::end(kLanguages))
      throw std::runtime_error(
          fmt::format("`keep` names `{}`; known are {}", code, fmt::join(kLanguages, ", ")));
    keep_ |= uint64_t{1} << (at - std::begin(kLanguages));
  }
}

Status LanguageStage::process(Document& doc) const {
  const std::string_view text = doc.text();
  const Language found = model_.of(text);
  if (!found.known) return CS_OK;
  const std::string_view code = kLanguages[found.column];
  if (keep_ != 0 && !((keep_ >> found.column) & 1) && found.score >= least_score_)
    return doc.skip(std::string(code));
  doc.add<layers::Language>({0, static_cast<uint32_t>(text.size())})
      .set<"code">(code)
      .set<"score">(found.score);
  return CS_OK;
}

}  // namespace claimsift
