#!/bin/bash
# Runs the benchmarks, each printing its own table; ratios are within one run. The cluster's needs root and out/c8s (`make publish`).
set -e
cd "$(dirname "$0")/.."
echo "== Cluster"
if [ "$(id -u)" != 0 ] || [ ! -x out/c8s ] || ! command -v containerd > /dev/null; then
  echo "skipped: needs root, containerd and out/c8s (make publish deps)"
else
  eng/fetch-kubectl.sh out/kubectl
  bench/load/cluster/up.sh out/c8s out/kubectl/kubectl
fi
for project in bench/micro/Api.Bench bench/load/server/Server.Bench bench/load/store/Store.Bench bench/load/network/Network.Bench bench/load/control/Scheduler.Bench; do
  echo "== $(basename $project)"
  case $project in
    *Server*) if [ -x out/c8s ]; then dotnet run -c Release --project $project -- out/c8s; else echo 'skipped: needs out/c8s (make publish)'; fi ;;
    *Store*) dotnet run -c Release --project $project -- embedded memory watchers ;;
    *Api*) dotnet run -c Release --project $project ;;
    *Scheduler*)
      dotnet run -c Release --project $project -- decide 5000 2000
      for nodes in 100 1000 5000; do dotnet run -c Release --project $project -- cluster $nodes 2000; done ;;
    *) dotnet run -c Release --project $project -- proxy; dotnet run -c Release --project $project -- dns ;;
  esac
done
