/* SPDX-License-Identifier: Apache-2.0
 * A plugin that may need what only the next minor version of the interface has. */
#include <claimsift/plugin.h>

static const cs_stage* const stages[] = {NULL};
const cs_plugin claimsift_plugin = {
    CS_ABI_MAJOR, CS_ABI_MINOR + 1, (uint32_t)sizeof(cs_plugin), "newer_minor", "1.0", "Apache-2.0", stages};
