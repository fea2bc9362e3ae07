/* SPDX-License-Identifier: Apache-2.0
 * A plugin that calls a function which no library has. */
#include <claimsift/plugin.h>

void not_there(void);

static cs_status create(const cs_host* host, const cs_setup* setup, void** self) {
  (void)host, (void)setup, (void)self;
  not_there();
  return CS_OK;
}
static cs_status process(void* self, cs_document* doc) {
  (void)self, (void)doc;
  return CS_OK;
}
static const cs_layer none[] = {{0}};
static const cs_option options[] = {{0}};
static const cs_stage stage = {.size = sizeof(cs_stage),
                               .name = "missing_symbol",
                               .summary = "Never runs.",
                               .options = options,
                               .reads = none,
                               .writes = none,
                               .create = create,
                               .process = process};
static const cs_stage* const stages[] = {&stage, NULL};
CS_PLUGIN("missing_symbol", "1.0", "Apache-2.0", stages);
