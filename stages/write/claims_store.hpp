// SPDX-License-Identifier: Apache-2.0
// claims_store.hpp - a SQLite database of documents and their claims under construction: takes documents in
// order, commits when it is told to, and goes back to a commit. docs/batch-jobs.md shows the tables. SQLite
// is seen in claims_store.cpp alone. Problems are thrown as std::runtime_error. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace claimsift {

/// The tables that rows of a document go to. Values are those of the table's columns in their order, without
/// the numbers that the store gives (of documents, claims, speakers).
enum class StoreTable : uint8_t {
  documents,  // id, title, published, url, source, text
  claims,  // claim_id, begin, end, text, sentence, context, standalone, types, speaker's name and role, cue,
           // attribution_kind, negated, hedged, checkable, check_worthiness, cluster
  quantities,  // number, begin, end, text, kind, value, low, high, unit, modifier, change, si_value, si_unit,
               // concept, relative_to, implied_value, implied_unit
  times,       // number, begin, end, text, type, value, modifier
  claim_quantities,  // number of the claim in the document, number of the quantity
  claim_times,       // number of the claim in the document, number of the time
  relations,         // number of the claim, type, number of the other claim
  matches            // number of the claim, rank, id, score, verdict, url
};

class ClaimsStore {
 public:
  /// Makes a database in a file, or goes on with one at a state (null data: anew).
  ClaimsStore(const std::string& path, std::string_view state);
  ~ClaimsStore();

  /// Takes the rows of one document (row_blob.hpp), that of `documents` first.
  void append(std::string_view rows);
  /// Commits; the state to which the store can go back.
  std::string save();
  /// Adds indexes, views and the full-text index, and closes the file.
  void finish();

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace claimsift
