#!/bin/bash
# docs/operations.md, "More nodes": a second node on the same machine in namespaces of its own; pods of one reach pods of the other, Services lead to both,
# draining moves pods. usage: two-nodes.sh C8S KUBECTL
. "$(dirname "$0")/lib.sh"
isolated "$@"
start || finish
import
expect "a node is made" 'Node beta is Ready' "$c8s" node create beta
expect "the cluster has two" '^2$' sh -c "'$kubectl' get nodes --no-headers | grep -c ' Ready '"
"$c8s" node exec beta -- "$c8s" image import "$work/busybox.tar" > /dev/null || fail "image import on beta"
expect "its certificate came by a request" 'Approved,Issued' k get csr
k apply -f - > /dev/null <<'YAML'
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: 1
      containers:
      - name: web
        image: docker.io/local/busybox:1
        command: [sh, -c, 'mkdir /www; echo $NODE > /www/index.html; exec busybox httpd -f -p 8080 -h /www']
        env: [{name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]
YAML
k create service clusterip web --tcp=80:8080 > /dev/null
expect "a pod runs on each" 'successfully rolled out' k rollout status daemonset web --timeout=60s
ip() { k get pods -l app=web --field-selector "spec.nodeName=$1" -o 'jsonpath={.items[0].status.podIP}'; }
pod() { k get pods -l app=web --field-selector "spec.nodeName=$1" -o 'jsonpath={.items[0].metadata.name}'; }
expect "a pod of alpha reaches one of beta" '^beta$' fetch "$(pod alpha)" "$(ip beta)" 8080
expect "a pod of beta reaches one of alpha" '^alpha$' fetch "$(pod beta)" "$(ip alpha)" 8080
expect "the Service leads to both from alpha" '^alpha$' fetch "$(pod alpha)" web 80
expect "the Service leads to both from alpha" '^beta$' fetch "$(pod alpha)" web 80
expect "the Service leads to both from beta, by name" '^alpha$' fetch "$(pod beta)" web.default.svc.cluster.local 80
expect "logs come from the other node" '^$' k logs "$(pod beta)"
k create deployment many --image=$image --replicas=4 -- sleep 3600 > /dev/null
expect "pods are spread" '^2$' sh -c "'$kubectl' get pods -l app=many -o 'jsonpath={range .items[*]}{.spec.nodeName}{\"\\n\"}{end}' | sort -u | grep -c ."
expect "a node is drained" 'drained' k drain beta --ignore-daemonsets --delete-emptydir-data --timeout=60s
expect "its pods run on the other" '^alpha$' sh -c "'$kubectl' rollout status deployment many --timeout=60s > /dev/null; '$kubectl' get pods -l app=many -o 'jsonpath={range .items[*]}{.spec.nodeName}{\"\\n\"}{end}' | sort -u"
k uncordon beta > /dev/null
expect "the node is deleted" 'is deleted' "$c8s" node delete beta
expect "the cluster has one again" '^alpha$' sh -c "'$kubectl' get nodes -o 'jsonpath={.items[*].metadata.name}'"
stop
finish
