#!/bin/bash
# docs/dev/network.md: what Services, their address ranges, host ports, NetworkPolicies and DNS do for pods and for the node, on a real cluster.
# Headings of conformance tests stand beside what they demand. usage: services.sh C8S KUBECTL
. "$(dirname "$0")/lib.sh"
isolated "$@"
start || finish
import

# Two web pods and one to ask from.
for pod in one two; do
  k apply -f - > /dev/null <<YAML
apiVersion: v1
kind: Pod
metadata: {name: $pod, labels: {app: web, pod: $pod}}
spec:
  hostname: $pod
  subdomain: headless
  terminationGracePeriodSeconds: 0
  containers:
  - name: web
    image: $image
    command: [sh, -c, 'mkdir /www; hostname > /www/index.html; exec httpd -f -p 8080 -h /www']
    ports: [{name: http, containerPort: 8080}]
YAML
done
k run client --image=$image --restart=Never -- sleep 36000 > /dev/null
expect "pods are Ready" 'client condition met' k wait --for=condition=Ready pod/one pod/two pod/client --timeout=60s
get() { k exec client -- timeout 2 wget -q -O - "http://$1"; }
resolve() { k exec client -- nslookup "$1"; }

# Services should serve a basic endpoint from pods
k create service clusterip web --tcp=80:http > /dev/null
expect "a Service leads to the first pod" '^one$' get web
expect "and to the second" '^two$' get web

# Services should be able to switch session affinity for service with type clusterIP
all() { k exec client -- sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12; do timeout 2 wget -q -O - http://web; done | sort -u | wc -l'; }
k patch service web -p '{"spec":{"sessionAffinity":"ClientIP"}}' > /dev/null
expect "a client keeps its pod" '^1$' all
k patch service web -p '{"spec":{"sessionAffinity":"None"}}' > /dev/null
expect "until affinity is off again" '^2$' all

# Services should be able to create a functioning NodePort service; should be able to change the type from NodePort to ExternalName
k patch service web -p '{"spec":{"type":"NodePort"}}' > /dev/null
node=$(k get nodes -o 'jsonpath={.items[0].status.addresses[0].address}')
port=$(k get service web -o 'jsonpath={.spec.ports[0].nodePort}')
from_node() { timeout 2 busybox wget -q -O - "http://$1"; }
expect "the node port is reached from the node" '^(one|two)$' from_node "$node:$port"
expect "and from a pod" '^(one|two)$' get "$node:$port"
k patch service web --type merge -p '{"spec":{"type":"ExternalName","externalName":"headless.default.svc.cluster.local","clusterIP":"","clusterIPs":null}}' > /dev/null
expect "an ExternalName has no addresses and no traffic policy" '^ $' k get service web -o 'jsonpath={.spec.clusterIP} {.spec.externalTrafficPolicy}'
k delete service web > /dev/null

# DNS should provide DNS for pods for Hostname, Subdomain, for ExternalName services, partial qualified names
k create service clusterip headless --clusterip=None > /dev/null
k patch service headless -p '{"spec":{"selector":{"app":"web"}}}' > /dev/null
address=$(k get pod one -o 'jsonpath={.status.podIP}')
expect "a pod has a name below its headless Service" "Address: $address" resolve one.headless.default.svc.cluster.local
expect "the Service's name has all addresses" "Address: $address" resolve headless.default.svc.cluster.local
expect "an address leads back to its name" 'one.headless.default.svc.cluster.local' resolve "$address"
expect "a short name is found through the search path" 'PING kubernetes.default' k exec client -- ping -c 1 -W 1 kubernetes.default
k create service externalname away --external-name=headless.default.svc.cluster.local > /dev/null
expect "an ExternalName is an alias" 'canonical name = headless.default.svc.cluster.local' resolve away.default.svc.cluster.local
k -n kube-system get configmap coredns -o 'jsonpath={.data.Corefile}' > "$work/Corefile"
sed 's/^\( *\)ready/\1ready\n\1hosts {\n\1   192.0.2.53 made.up\n\1   fallthrough\n\1}/; s/reload/reload 2s/' "$work/Corefile" > "$work/edited"
k -n kube-system create configmap coredns --from-file=Corefile="$work/edited" --dry-run=client -o yaml | k replace -f - > /dev/null
EXPECT_SECONDS=120 expect "an edited Corefile is in force" 'Address: 192.0.2.53' resolve made.up
echo 'broken {' | k -n kube-system create configmap coredns --from-file=Corefile=/dev/stdin --dry-run=client -o yaml | k replace -f - > /dev/null
expect "a broken one is told of" 'Corefile changed but reload failed' grep coredns /var/lib/c8s/c8s.log
expect "and the old one stays in force" 'Address: 192.0.2.53' resolve made.up
k -n kube-system create configmap coredns --from-file=Corefile="$work/Corefile" --dry-run=client -o yaml | k replace -f - > /dev/null

# EndpointSlice should support a Service with multiple endpoint IPs specified in multiple EndpointSlices
k apply -f - > /dev/null <<YAML
apiVersion: v1
kind: Service
metadata: {name: custom}
spec: {ports: [{name: a, port: 80}, {name: b, port: 81}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: custom-a, labels: {kubernetes.io/service-name: custom}}
addressType: IPv4
ports: [{name: a, port: 8080}]
endpoints: [{addresses: ["$address"]}]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: custom-b, labels: {kubernetes.io/service-name: custom}}
addressType: IPv4
ports: [{name: b, port: 8080}]
endpoints: [{addresses: ["$(k get pod two -o 'jsonpath={.status.podIP}')"]}]
YAML
expect "each port has its slice's endpoint" '^one$' get custom:80
expect "and the other its own" '^two$' get custom:81

# Proxy should proxy through a service and a pod; a set of valid responses are returned for both pod and service Proxy
expect "a pod is reached through the API server" '^one$' k get --raw /api/v1/namespaces/default/pods/one:8080/proxy/
expect "a Service by its port's name too" '^one$' k get --raw /api/v1/namespaces/default/services/custom:a/proxy/

# HostPort validates that there is no conflict between pods with same hostPort but different hostIP and protocol
for pod in "h1 127.0.0.1 TCP" "h2 $node TCP" "h3 $node UDP"; do set -- $pod; k apply -f - > /dev/null <<YAML
apiVersion: v1
kind: Pod
metadata: {name: $1}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: web
    image: $image
    command: [sh, -c, 'mkdir /www; echo $1 > /www/index.html; exec httpd -f -p 8080 -h /www']
    ports: [{containerPort: 8080, hostPort: 54321, hostIP: $2, protocol: $3}]
YAML
done
expect "pods of one host port run side by side" 'h3 condition met' k wait --for=condition=Ready pod/h1 pod/h2 pod/h3 --timeout=60s
expect "TCP goes to one" '^h2$' get "$node:54321"
expect "which a pod sees as well" '^h2$' get "$node:54321"

# ServiceCIDR and IPAddress API
expect "the default range is Ready" '^True$' k get servicecidr kubernetes -o 'jsonpath={.status.conditions[0].status}'
k apply -f - > /dev/null <<'YAML'
apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata: {name: second}
spec: {cidrs: [203.0.113.0/28]}
YAML
expect "a second range becomes Ready" '^True$' k get servicecidr second -o 'jsonpath={.status.conditions[0].status}'
expect "a Service has an address of it" 'created|exists' k create service clusterip far --tcp=80:8080 --clusterip=203.0.113.10
expect "which an IPAddress holds" '^default far$' k get ipaddress 203.0.113.10 -o 'jsonpath={.spec.parentRef.namespace} {.spec.parentRef.name}'
k patch service far -p '{"spec":{"selector":{"app":"web"}}}' > /dev/null
expect "and traffic follows it" '^(one|two)$' get 203.0.113.10
expect "an address of no range is refused" 'does not match the current range' k create service clusterip nowhere --tcp=80 --clusterip=198.51.100.1
k delete servicecidr second --wait=false > /dev/null
expect "the range is held while it is used" '^Terminating$' k get servicecidr second -o 'jsonpath={.status.conditions[0].reason}'
k delete ipaddress 203.0.113.10 > /dev/null
expect "an address taken from a Service by hand comes back" '^default far$' k get ipaddress 203.0.113.10 -o 'jsonpath={.spec.parentRef.namespace} {.spec.parentRef.name}'
k delete service far > /dev/null
expect "and the range goes with its last Service" 'NotFound' k get servicecidr second

# NetworkPolicies.
k apply -f - > /dev/null <<'YAML'
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
YAML
expect "a policy without rules lets nobody in" "exit code 1(24|43)" get custom:80
expect "but the node, whose probes must pass" '^one$' from_node "$address:8080"
k apply -f - > /dev/null <<'YAML'
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: allow}
spec:
  podSelector: {matchLabels: {pod: one}}
  ingress: [{from: [{podSelector: {matchLabels: {run: client}}}], ports: [{port: http}]}]
YAML
expect "another lets a pod in by a port's name" '^one$' get custom:80
expect "to those it selects" "exit code 1(24|43)" get custom:81
stop
finish
