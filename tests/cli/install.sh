#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs claimsift, moves the tree to another place, runs it there, and builds a plugin against it.
#   install.sh CMAKE BUILD_FOLDER
set -euo pipefail
cmake=$1 build=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$cmake" --install "$build" --prefix "$folder/first" >"$folder/log" || { cat "$folder/log"; exit 1; }
mv "$folder/first" "$folder/there"
prefix=$folder/there
cd "$folder"

for file in share/claimsift/models/claims.model share/claimsift/configs/claims.yaml \
            share/claimsift/schemas/claim.schema.json share/doc/claimsift/LICENSE include/claimsift/plugin.h; do
  [[ -f $prefix/$file ]] || { echo "$file is not installed"; exit 1; }
done

echo "The council spent 4 million euros on 12 buses in 2023, mayor Ada Sund said." >article.txt
"$prefix/bin/claimsift" run "$prefix/share/claimsift/configs/claims.yaml" \
  --set input.paths=article.txt --set stages.claims_out.path=claims.jsonl --quiet
grep -q '"value":4000000' claims.jsonl || { cat claims.jsonl; echo "no claim with 4 million"; exit 1; }

if [[ -f $build/plugins/libhtml.so ]]; then
  page="<title>Buses</title><p>The council spent 4 million euros on 12 buses in 2023, mayor Ada Sund said on Monday after a long debate.</p>"
  echo "$page" >page.html
  "$prefix/bin/claimsift" run "$prefix/share/claimsift/configs/claims.yaml" --overwrite \
    --set input.paths=page.html --set stages.claims_out.path=claims.jsonl --quiet
  grep -q '"title":"Buses"' claims.jsonl || { cat claims.jsonl; echo "no claim from the page"; exit 1; }
fi

# A plugin finds the installed package, and the installed program finds the plugin by its stage's name.
"$prefix/bin/claimsift" new-plugin sample
flags=()  # a program under a sanitizer needs a plugin that lets its runtime be found in the program
sanitize=$(sed -n 's/^CLAIMSIFT_SANITIZE:STRING=//p' "$build/CMakeCache.txt")
[[ -n $sanitize ]] && flags=(-DCMAKE_CXX_FLAGS="-fsanitize=$sanitize" -DCLAIMSIFT_SANITIZE=ON)
"$cmake" -S sample -B sample/build -DCMAKE_PREFIX_PATH="$prefix" "${flags[@]}" >>log
"$cmake" --build sample/build >>log || { cat log; exit 1; }
ctest --test-dir sample/build --output-on-failure >>log || { cat log; exit 1; }
grep -q "$prefix" sample/build/CMakeCache.txt
mkdir -p "$prefix/lib/claimsift/plugins"
cp sample/build/libsample.so "$prefix/lib/claimsift/plugins/"
sed '/^plugins:/d' sample/sample.yaml >sample/bare.yaml
(cd sample && "$prefix/bin/claimsift" validate bare.yaml)
