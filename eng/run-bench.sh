#!/bin/bash
# Runs the benchmarks, each printing its own table; ratios are within one run.
set -e
cd "$(dirname "$0")/.."
for project in bench/load/store/Store.Bench bench/load/network/Network.Bench; do
  echo "== $(basename $project)"
  case $project in
    *Store*) dotnet run -c Release --project $project -- embedded memory watchers ;;
    *) dotnet run -c Release --project $project -- proxy; dotnet run -c Release --project $project -- dns ;;
  esac
done
