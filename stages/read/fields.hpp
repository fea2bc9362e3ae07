// SPDX-License-Identifier: Apache-2.0
// fields.hpp - which field of a record holds what: the map from `fields:` and `profile:`, and the id of
// documents that have none. Read-only once made; safe from several threads.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/stage.hpp"

namespace claimsift {

/// Which field of the input holds what; other fields become metadata under their own names.
class FieldMap {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;  // ours, theirs

  /// From the options; what `fields` says wins over the profile. Throws std::invalid_argument for a name that
  /// is not ours.
  explicit FieldMap(const Pairs& fields, std::string_view profile = {});

  /// Calls `use(ours)` for each thing that a field of the input is here; for none if it is not read.
  template <class Use> void each(std::string_view theirs, Use use) const {
    bool mapped = false, elsewhere = false;
    for (const auto& [ours, name] : map_) {
      if (name == theirs) use(std::string_view(ours)), mapped = true;
      elsewhere = elsewhere || ours == theirs;  // what is called so here is read from elsewhere
    }
    if (!mapped && !elsewhere) use(theirs);
  }
  std::string_view theirs(std::string_view ours) const;
  const Pairs& pairs() const { return map_; }

 private:
  Pairs map_;
};

/// Gives a document the hash of its text as id.
void set_id_from_text(DocumentBase& doc);

}  // namespace claimsift
