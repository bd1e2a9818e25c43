#!/bin/bash
# An application is upgraded while it serves, watched, found wrong and rolled back: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
# and kubectl's everyday commands about it. usage: upgrade-application.sh C8S KUBECTL
. "$(dirname "$0")/lib.sh"
isolated "$@"
start || finish
import
k create deployment web --image=$image --replicas=3 -- sh -c 'mkdir /www; echo one > /www/index.html; exec busybox httpd -f -p 8080 -h /www' > /dev/null
k expose deployment web --port=80 --target-port=8080 > /dev/null
expect "the first version rolls out" 'successfully rolled out' k rollout status deployment web --timeout=60s
k run client --image=$image --restart=Never -- sleep 3600 > /dev/null
expect "a pod to ask from is Ready" 'condition met' k wait --for=condition=Ready pod/client --timeout=60s
ask() { fetch client web 80; }
expect "the first version answers" '^one$' ask

# Asked all the while, from within the cluster.
k exec client -- sh -c 'while :; do if printf "GET / HTTP/1.0\r\n\r\n" | nc -w 2 web.default.svc.cluster.local 80 | grep -qE "^(one|two)"; then echo >> /tmp/answers; else echo failed >> /tmp/failures; fi; sleep 0.1; done' > /dev/null 2>&1 &
asking=$!
k patch deployment web --type=json -p '[{"op":"replace","path":"/spec/template/spec/containers/0/command","value":["sh","-c","mkdir /www; echo two > /www/index.html; exec busybox httpd -f -p 8080 -h /www"]},{"op":"add","path":"/spec/template/spec/containers/0/readinessProbe","value":{"httpGet":{"path":"/","port":8080},"periodSeconds":1}},{"op":"add","path":"/spec/template/spec/containers/0/lifecycle","value":{"preStop":{"exec":{"command":["sleep","2"]}}}}]' > /dev/null
k annotate deployment web kubernetes.io/change-cause="version two" > /dev/null
expect "the second version rolls out" 'successfully rolled out' k rollout status deployment web --timeout=90s
expect "the second version answers" '^two$' ask
expect "history names the change" '2 +version two' k rollout history deployment web
expect "old pods are scaled away" '^0$' sh -c "'$kubectl' get rs -l app=web --sort-by=.metadata.creationTimestamp -o 'jsonpath={.items[0].spec.replicas}'"

# A version that cannot start stands still and harms nobody.
k set image deployment/web "*=docker.io/local/nowhere:1" > /dev/null
expect "a version without image is not rolled out" 'ImagePullBackOff|ErrImagePull|ErrImageNeverPull' k get pods -l app=web
expect "the second version still answers" '^two$' ask
k rollout undo deployment web > /dev/null
expect "it is rolled back" 'successfully rolled out' k rollout status deployment web --timeout=60s
expect "the second version answers again" '^two$' ask
k scale deployment web --replicas=5 > /dev/null
expect "it is scaled up" '^5$' k get deployment web -o 'jsonpath={.status.readyReplicas}'
k rollout restart deployment web > /dev/null
expect "it is restarted pod by pod" 'successfully rolled out' k rollout status deployment web --timeout=90s
kill $asking 2>/dev/null
answers=$(k exec client -- sh -c 'wc -l < /tmp/answers'); failures=$(k exec client -- sh -c 'cat /tmp/failures 2>/dev/null | wc -l')
echo "      asked all the while: $answers answers, ${failures:-0} failures"
[ "${answers:-0}" -gt 50 ] && ok "it served all the while" || fail "only $answers answers came"
stop
finish
