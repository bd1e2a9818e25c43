#!/bin/bash
# docs/operations.md, "Backup and restore": a snapshot of a live store, the loss of everything, and the same cluster again from the backup.
# usage: backup-restore.sh C8S KUBECTL
. "$(dirname "$0")/lib.sh"
isolated "$@"
start || finish
import
k create namespace shop > /dev/null
k -n shop create configmap settings --from-literal=color=blue > /dev/null
k -n shop create secret generic password --from-literal=word=sesame > /dev/null
k -n shop create deployment web --image=$image -- sleep 3600 > /dev/null
expect "an application runs" 'successfully rolled out' k -n shop rollout status deployment web --timeout=60s
uid=$(k -n shop get deployment web -o 'jsonpath={.metadata.uid}')
expect "a backup is made of the live cluster" 'backup' "$c8s" backup save "$work/backup.tar"
expect "a snapshot of the store alone says what it holds" '[0-9a-f]+, [0-9]+, [0-9]+' sh -c "'$c8s' store snapshot save '$work/snap.db' > /dev/null && '$c8s' store snapshot status '$work/snap.db'"
if strings -n 6 "$work/snap.db" 2>/dev/null | grep -q sesame || grep -q sesame "$work/snap.db"; then fail "the Secret stands in the clear in the snapshot"; else ok "the Secret is not readable in the snapshot"; fi
k -n shop delete configmap settings > /dev/null
k create namespace later > /dev/null
stop
expect "the machine loses everything" '^Down\.$' "$c8s" down --purge
[ ! -e /var/lib/c8s/store.db ] && ok "nothing is left" || fail "the store is still there"
expect "the backup is restored" 'restored' "$c8s" backup restore "$work/backup.tar"
start || finish
import
expect "the ConfigMap is back" '^blue$' k -n shop get configmap settings -o 'jsonpath={.data.color}'
expect "the Secret is back and readable" '^sesame$' sh -c "'$kubectl' -n shop get secret password -o 'jsonpath={.data.word}' | base64 -d"
expect "what came after the backup is not" 'NotFound' k get namespace later
expect "the Deployment is the same one" "^$uid\$" k -n shop get deployment web -o 'jsonpath={.metadata.uid}'
expect "and runs again" 'successfully rolled out' k -n shop rollout status deployment web --timeout=90s
k create secret generic after --from-literal=a=b > /dev/null
expect "the restored cluster takes writes" '^after' k get secret after
stop
finish
