#!/bin/sh
# What the project does, from articles to answers: needs no server and no network.  demo.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out"
export KG_HOME="$out/store"

say() { printf '\n\033[1m$ %s\033[0m\n' "$*" >&2; "$@"; }

say kg ingest "$here/articles"
say kg query dependents NVIDIA --limit 12
say kg query dependents NVIDIA --limit 3 --explain
say kg query claims --about OpenAI --limit 8 --explain
say kg query claims --about オープンAI --predicate INVESTED_IN
say kg export html -o "$out/graph.html"
printf '\nOpen %s in a browser.\n' "$out/graph.html"
