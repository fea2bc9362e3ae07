/* SPDX-License-Identifier: Apache-2.0
 * A plugin for an interface that does not exist yet. */
#include <claimsift/plugin.h>

static const cs_stage* const stages[] = {NULL};
const cs_plugin claimsift_plugin = {
    CS_ABI_MAJOR + 1, 0, (uint32_t)sizeof(cs_plugin), "wrong_version", "1.0", "Apache-2.0", stages};
