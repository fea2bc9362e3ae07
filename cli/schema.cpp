// SPDX-License-Identifier: Apache-2.0
// The subcommand `schema`: the JSON Schema of a record, for validators and code generators.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "pipeline/suggest.hpp"
#include "stages/write/schemas.hpp"

namespace claimsift::cli {
namespace {

int schema(const Arguments& arguments, Console& console) {
  const std::string& record = arguments.words()[0];
  std::vector<std::string> names;
  for (const RecordSchema& known : record_schemas()) {
    if (known.record == record) {
      console.out() << known.json;
      return kDone;
    }
    names.emplace_back(known.record);
  }
  throw Failure({}, fmt::format("no record is called `{}`{}", record, did_you_mean(record, names)),
                "the records are " + one_of(names, "and"));
}

}  // namespace

extern const Command kSchema;
const Command kSchema{"schema",
                      "Prints the JSON Schema of a record: claim, annotations, document or quarantine.",
                      "RECORD",
                      1,
                      1,
                      {},
                      "schema claim",
                      schema};

}  // namespace claimsift::cli
