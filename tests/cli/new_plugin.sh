#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# new_plugin.sh PROGRAM BUILD_TREE LANGUAGE - makes a plugin with `new-plugin`, builds it against the build tree and runs its tests.
set -euo pipefail
program=$1 tree=$2 language=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" new-plugin price_alert --language "$language" --in "$folder"
# A program under a sanitizer needs a plugin that lets its runtime be found in the program.
flags=()
grep -q '^CLAIMSIFT_SANITIZE:STRING=.' "$tree/CMakeCache.txt" &&
  flags=(-DCMAKE_CXX_FLAGS="-fsanitize=$(sed -n 's/^CLAIMSIFT_SANITIZE:STRING=//p' "$tree/CMakeCache.txt")"
         -DCMAKE_C_FLAGS="-fsanitize=$(sed -n 's/^CLAIMSIFT_SANITIZE:STRING=//p' "$tree/CMakeCache.txt")" -DCLAIMSIFT_SANITIZE=ON)
cmake -S "$folder/price_alert" -B "$folder/build" -Dclaimsift_DIR="$tree" "${flags[@]}"
cmake --build "$folder/build"
ctest --test-dir "$folder/build" --output-on-failure
