// SPDX-License-Identifier: Apache-2.0
#include "stages/read/fields.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace claimsift {

namespace {

constexpr std::array<std::string_view, 6> kOurs{"id", "text", "title", "published", "url", "source"};

FieldMap::Pairs profile_fields(std::string_view profile) {
  if (profile == "news_please")
    return {{"id", "url"},
            {"url", "url"},
            {"text", "maintext"},
            {"published", "date_publish"},
            {"source", "source_domain"}};
  if (profile == "datatrove")
    return {{"title", "metadata.title"}, {"published", "metadata.date"}, {"url", "metadata.url"}};
  return {};
}

}  // namespace

FieldMap::FieldMap(const Pairs& fields, std::string_view profile) : map_(fields) {
  for (const auto& [ours, theirs] : map_)
    if (std::find(kOurs.begin(), kOurs.end(), ours) == kOurs.end())
      throw std::invalid_argument("`fields` maps `" + ours +
                                  "`, but documents have id, text, title, published, url and source");
  for (const auto& known : profile_fields(profile))
    if (std::none_of(fields.begin(), fields.end(), [&](const auto& f) { return f.first == known.first; }))
      map_.push_back(known);
}

std::string_view FieldMap::theirs(std::string_view ours) const {
  for (const auto& [name, mapped] : map_)
    if (name == ours) return mapped;
  return ours;
}

void set_id_from_text(DocumentBase& doc) {
  char id[17];
  const std::string_view text = doc.text();
  std::snprintf(id, sizeof id, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  doc.set_id(id);
}

}  // namespace claimsift
