/* SPDX-License-Identifier: Apache-2.0
 * shouting - marks runs of capital letters; a stage in plain C. */
#include <claimsift/plugin.h>
#include <stdlib.h>

static const cs_option options[] = {{"shortest", CS_INT, "4", "Letters in the shortest run.", 2, 100, NULL},
                                    {0}};
static const cs_layer reads[] = {{0}};
static const cs_column columns[] = {{"letters", CS_INT, "How many letters the run has.", NULL, NULL}, {0}};
static const cs_layer writes[] = {{"shouting", columns, "One span for each run.", 0, NULL}, {0}};

struct shouting {
  const cs_host* host;
  uint32_t shortest;
};

static cs_status create(const cs_host* host, const cs_setup* setup, void** self) {
  struct shouting* s = malloc(sizeof *s);
  if (!s) return host->fail_setup(setup, NULL, "out of memory");
  s->host = host;
  s->shortest = (uint32_t)host->option_int(setup, "shortest");
  *self = s;
  return CS_OK;
}

static cs_status process(void* self, cs_document* doc) {
  const struct shouting* s = self;
  const cs_str text = s->host->text(doc);
  uint32_t begin = 0;
  for (uint32_t i = 0; i <= text.size; ++i) {
    if (i < text.size && text.data[i] >= 'A' && text.data[i] <= 'Z') continue;
    if (i - begin >= s->shortest) {
      const cs_span run = {begin, i};
      const uint32_t row = s->host->add(doc, 0, run);
      s->host->set_int(doc, 0, row, 0, i - begin);
    }
    begin = i + 1;
  }
  return CS_OK;
}

static void destroy(void* self) { free(self); }

static const cs_stage stage = {.size = sizeof(cs_stage),
                               .kind = CS_ANNOTATOR,
                               .name = "shouting",
                               .summary = "Marks runs of capital letters.",
                               .options = options,
                               .reads = reads,
                               .writes = writes,
                               .create = create,
                               .process = process,
                               .destroy = destroy};
static const cs_stage* const stages[] = {&stage, NULL};
CS_PLUGIN("shouting", "0.1.0", "Apache-2.0", stages);
