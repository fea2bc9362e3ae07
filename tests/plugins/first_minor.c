/* SPDX-License-Identifier: Apache-2.0
 * A plugin as version 1.0 of the interface laid it out: its tables end before what 1.1 added, and what comes
 * behind their end is none of the host's business. Here it is an address that nobody may follow. */
#include <claimsift/plugin.h>

#define NOT_OURS ((void*)8)

static const cs_option options[] = {{0}};
static const cs_layer reads[] = {{0}};
static const cs_layer writes[] = {{"exclamations", NULL, "One span for each exclamation mark.", 0, NULL},
                                  {0}};

static const cs_host* host;

static cs_status create(const cs_host* offered, const cs_setup* setup, void** self) {
  (void)setup;
  host = offered;
  *self = NULL;
  return CS_OK;
}

static cs_status process(void* self, cs_document* doc) {
  (void)self;
  const cs_str text = host->text(doc);
  for (uint32_t i = 0; i < text.size; ++i) {
    const cs_span mark = {i, i + 1};
    if (text.data[i] == '!') host->add(doc, 0, mark);
  }
  return CS_OK;
}

static void destroy(void* self) { (void)self; }

static const cs_stage stage = {.size = offsetof(cs_stage, open),
                               .kind = CS_ANNOTATOR,
                               .name = "exclamations",
                               .summary = "Marks exclamation marks.",
                               .options = options,
                               .reads = reads,
                               .writes = writes,
                               .create = create,
                               .process = process,
                               .destroy = destroy,
                               .open = (cs_status(*)(void*, cs_document*, cs_str, cs_str))NOT_OURS,
                               .append = (cs_status(*)(void*, cs_document*, cs_str))NOT_OURS};
static const cs_stage* const stages[] = {&stage, NULL};
const cs_plugin claimsift_plugin = {.abi_major = 1,
                                    .abi_minor = 0,
                                    .size = offsetof(cs_plugin, formats),
                                    .name = "first_minor",
                                    .version = "1.0",
                                    .license = "Apache-2.0",
                                    .stages = stages,
                                    .formats = (const cs_format* const*)NOT_OURS};
