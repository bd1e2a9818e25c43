#!/bin/bash
# What a namespace's administrator limits: default, least and most resources of containers, totals of resources, counts of objects, and policies.
# https://kubernetes.io/docs/tasks/administer-cluster/manage-resources/ and https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
# usage: namespace-limits.sh C8S KUBECTL
. "$(dirname "$0")/lib.sh"
isolated "$@"
start || finish
import

# apply NAMESPACE: applies the object on standard input.
apply() { k apply -n "$1" -f - 2>&1; }
# pod NAME RESOURCES: a pod whose one container has them.
pod() { echo "{apiVersion: v1, kind: Pod, metadata: {name: $1}, spec: {containers: [{name: $1-ctr, image: '$image', command: [sleep, '3600'], resources: $2}]}}"; }
# refused WHAT TEXT NAMESPACE NAME RESOURCES: the pod is refused with the text.
refused() { expect "$1" "$2" sh -c "echo \"\$0\" | '$kubectl' create -n $3 -f -" "$(pod "$4" "$5")"; }
resources() { k get pod -n "$1" "$2" -o 'jsonpath={.spec.containers[0].resources}'; }

covers part2.2
k create namespace default-mem > /dev/null
apply default-mem <<< '{apiVersion: v1, kind: LimitRange, metadata: {name: mem-limit-range}, spec: {limits: [{type: Container, default: {memory: 512Mi}, defaultRequest: {memory: 256Mi}}]}}' > /dev/null
pod a '{}' | apply default-mem > /dev/null
expect "a container without resources has the defaults" '"limits":\{"memory":"512Mi"\},"requests":\{"memory":"256Mi"\}' resources default-mem a
expect "what was set is written down" 'LimitRanger plugin set: memory request for container a-ctr; memory limit for container a-ctr' k get pod -n default-mem a -o 'jsonpath={.metadata.annotations}'
pod b '{limits: {memory: 1Gi}}' | apply default-mem > /dev/null
expect "a limit is the request where there is none" '"limits":\{"memory":"1Gi"\},"requests":\{"memory":"1Gi"\}' resources default-mem b
pod c '{requests: {memory: 128Mi}}' | apply default-mem > /dev/null
expect "a request keeps the default limit" '"limits":\{"memory":"512Mi"\},"requests":\{"memory":"128Mi"\}' resources default-mem c
refused "a request above the default limit is invalid" 'must be less than or equal to memory limit of 512Mi' default-mem d '{requests: {memory: 700Mi}}'

covers part2.4
k create namespace constraints-mem > /dev/null
apply constraints-mem <<< '{apiVersion: v1, kind: LimitRange, metadata: {name: mem-min-max}, spec: {limits: [{type: Container, max: {memory: 1Gi}, min: {memory: 500Mi}}]}}' > /dev/null
expect "most and least make defaults" '"default":\{"memory":"1Gi"\},"defaultRequest":\{"memory":"1Gi"\},"max":\{"memory":"1Gi"\},"min":\{"memory":"500Mi"\}' k get limitrange -n constraints-mem mem-min-max -o 'jsonpath={.spec.limits[0]}'
refused "too high a limit is refused" 'pods "m2" is forbidden: maximum memory usage per Container is 1Gi, but limit is 1536Mi' constraints-mem m2 '{limits: {memory: 1.5Gi}, requests: {memory: 800Mi}}'
refused "too low a request is refused" 'pods "m3" is forbidden: minimum memory usage per Container is 500Mi, but request is 100Mi' constraints-mem m3 '{limits: {memory: 800Mi}, requests: {memory: 100Mi}}'

covers part2.5
k create namespace constraints-cpu > /dev/null
apply constraints-cpu <<< '{apiVersion: v1, kind: LimitRange, metadata: {name: cpu-min-max}, spec: {limits: [{type: Container, max: {cpu: 800m}, min: {cpu: 200m}}]}}' > /dev/null
refused "too much CPU is refused" 'pods "c2" is forbidden: maximum cpu usage per Container is 800m, but limit is 1500m' constraints-cpu c2 '{limits: {cpu: "1.5"}, requests: {cpu: 500m}}'
refused "too little CPU is refused" 'pods "c3" is forbidden: minimum cpu usage per Container is 200m, but request is 100m' constraints-cpu c3 '{limits: {cpu: 800m}, requests: {cpu: 100m}}'

covers part2.6
k create namespace quota-mem-cpu > /dev/null
apply quota-mem-cpu <<< '{apiVersion: v1, kind: ResourceQuota, metadata: {name: mem-cpu-demo}, spec: {hard: {requests.cpu: "1", requests.memory: 1Gi, limits.cpu: "2", limits.memory: 2Gi}}}' > /dev/null
used() { k get resourcequota -n "$1" "$2" -o 'jsonpath={ .status.used }'; }
expect "a quota is counted" '"requests.memory":"0"' used quota-mem-cpu mem-cpu-demo
refused "under a quota every container says what it needs" 'pods "q0" is forbidden: failed quota: mem-cpu-demo: must specify limits.cpu for: q0-ctr; limits.memory for: q0-ctr; requests.cpu for: q0-ctr; requests.memory for: q0-ctr' quota-mem-cpu q0 '{}'
pod q1 '{limits: {memory: 800Mi, cpu: 800m}, requests: {memory: 600Mi, cpu: 400m}}' | apply quota-mem-cpu > /dev/null
expect "what is used is told" '\{"limits.cpu":"800m","limits.memory":"800Mi","requests.cpu":"400m","requests.memory":"600Mi"\}' used quota-mem-cpu mem-cpu-demo
refused "what exceeds the quota is refused" 'pods "q2" is forbidden: exceeded quota: mem-cpu-demo, requested: requests.memory=700Mi, ?used: requests.memory=600Mi, ?limited: requests.memory=1Gi' quota-mem-cpu q2 '{limits: {memory: 1Gi, cpu: 800m}, requests: {memory: 700Mi, cpu: 400m}}'

covers part2.7
k create namespace quota-pod > /dev/null
apply quota-pod <<< '{apiVersion: v1, kind: ResourceQuota, metadata: {name: pod-demo}, spec: {hard: {pods: "2", count/cronjobs.batch: "0"}}}' > /dev/null
expect "a count begins at nothing" '"pods":"0"' used quota-pod pod-demo
k create deployment -n quota-pod three --image=$image --replicas=3 -- sleep 3600 > /dev/null
expect "a Deployment gets as many pods as the quota lets it" '^2$' k get deployment -n quota-pod three -o 'jsonpath={.status.availableReplicas}'
expect "and says why" 'is forbidden: exceeded quota: pod-demo, requested: pods=1, used: pods=2, limited: pods=2' k get deployment -n quota-pod three -o json
expect "any kind of object can be counted" 'cronjobs.batch "job" is forbidden: exceeded quota: pod-demo, requested: count/cronjobs.batch=1, used: count/cronjobs.batch=0, limited: count/cronjobs.batch=0' k create cronjob -n quota-pod job --image=$image --schedule='* * * * *'

covers part3.3
k create namespace quota-object > /dev/null
apply quota-object <<< '{apiVersion: v1, kind: ResourceQuota, metadata: {name: object-quota-demo}, spec: {hard: {persistentvolumeclaims: "1", services.loadbalancers: "2", services.nodeports: "0"}}}' > /dev/null
expect "objects are counted" '"persistentvolumeclaims":"0","services.loadbalancers":"0","services.nodeports":"0"' used quota-object object-quota-demo
claim() { echo "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: $1}, spec: {storageClassName: manual, accessModes: [ReadWriteOnce], resources: {requests: {storage: 3Gi}}}}"; }
claim one | apply quota-object > /dev/null
expect "a second claim is refused" 'persistentvolumeclaims "two" is forbidden: exceeded quota: object-quota-demo, requested: persistentvolumeclaims=1, used: persistentvolumeclaims=1, limited: persistentvolumeclaims=1' sh -c "echo \"\$0\" | '$kubectl' create -n quota-object -f -" "$(claim two)"
expect "node ports are refused" 'services "np" is forbidden: exceeded quota: object-quota-demo, requested: services.nodeports=1, used: services.nodeports=0, limited: services.nodeports=0' k create service nodeport -n quota-object np --tcp=80

# Policies in the cluster's own language judge and change what is written.
apply default <<'E2' > /dev/null
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas.example.com}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}]}
  validations: [{expression: 'object.spec.replicas <= 5', messageExpression: "'at most 5 replicas, not ' + string(object.spec.replicas)"}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec: {policyName: replicas.example.com, validationActions: [Deny], matchResources: {namespaceSelector: {matchLabels: {limits: "yes"}}}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicy
metadata: {name: label.example.com}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]}
  reinvocationPolicy: Never
  mutations: [{patchType: ApplyConfiguration, applyConfiguration: {expression: 'Object{metadata: Object.metadata{labels: {"made-by": request.userInfo.username}}}'}}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicyBinding
metadata: {name: label}
spec: {policyName: label.example.com, matchResources: {namespaceSelector: {matchLabels: {limits: "yes"}}}}
E2
k create namespace policies > /dev/null; k label namespace policies limits=yes > /dev/null
expect "a policy refuses, in its own words" "deployments.apps \"six\" is forbidden: ValidatingAdmissionPolicy 'replicas.example.com' with binding 'replicas' denied request: at most 5 replicas, not 6" k create deployment -n policies six --image=$image --replicas=6 --dry-run=server
expect "elsewhere it does not" 'deployment.apps/six created' k create deployment -n default six --image=$image --replicas=6 --dry-run=server
k create configmap -n policies labelled > /dev/null
expect "a policy changes what is made" '^kubernetes-admin$' k get configmap -n policies labelled -o 'jsonpath={.metadata.labels.made-by}'

k delete namespace default-mem constraints-mem constraints-cpu quota-mem-cpu quota-pod quota-object policies --wait=false > /dev/null
expect "with a namespace everything in it goes" 'NotFound' k get namespace quota-mem-cpu
finish
