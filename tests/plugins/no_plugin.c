/* SPDX-License-Identifier: Apache-2.0
 * A shared library that has nothing to do with claimsift. */
int an_ordinary_function(void);
int an_ordinary_function(void) { return 1; }
