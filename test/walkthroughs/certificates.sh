#!/bin/bash
# docs/operations.md, "Certificates" and "Encryption of Secrets": expiry is shown, certificates and keys are renewed under a running cluster.
# usage: certificates.sh C8S KUBECTL
. "$(dirname "$0")/lib.sh"
isolated "$@"
start || finish
expect "all certificates are listed" 'apiserver +[A-Z][a-z]{2} .* 36[45]d +ca' "$c8s" certs check
expect "so are the authorities" '^ca +.* 9y' "$c8s" certs check
serial() { echo | openssl s_client -connect 127.0.0.1:6443 2>/dev/null | openssl x509 -noout -serial; }
before=$(serial)
expect "the API server's certificate is renewed" 'certificate apiserver renewed' "$c8s" certs renew apiserver
changed() { [ "$(serial)" != "$before" ] && echo changed; }
expect "the running server shows the new one" '^changed$' changed
expect "and answers" '^ok$' k get --raw /livez
expect "all are renewed" 'certificate kubelet renewed' "$c8s" certs renew all
expect "the node is still Ready" ' Ready ' k get nodes
expect "a successor of the authority is announced" 'successor of the authority ca' "$c8s" certs renew ca
trusted() { k get configmap kube-root-ca.crt -o 'jsonpath={.data.ca\.crt}' | grep -c BEGIN; }
EXPECT_SECONDS=100 expect "every namespace hears of it" '^2$' trusted
token=$(k create token default)
expect "a token is signed" '^alg|eyJ' echo "$token"
expect "the key of tokens gets a successor" 'next key of service account tokens' "$c8s" certs renew sa
keys() { k get --raw /openid/v1/jwks | grep -o '"kid"' | wc -l; }
expect "which is published beside the old one" '^2$' keys
expect "tokens of the old key are still taken" 'system:serviceaccount:default:default' k auth whoami --kubeconfig /dev/null --server https://127.0.0.1:6443 --insecure-skip-tls-verify --token "$token"

k create secret generic one --from-literal=a=sesame > /dev/null
expect "Secrets are encrypted" 'Encryption: secretbox' "$c8s" encryption status
expect "all of them" 'Stored so: 1 of 1' "$c8s" encryption status
expect "the key is changed" 'Written' "$c8s" encryption rotate
EXPECT_SECONDS=120 expect "the Secret is stored by the new key" 'Stored so: 1 of 1' "$c8s" encryption status
EXPECT_SECONDS=120 expect "and the old one is forgotten" '^1$' grep -c 'secret:' /var/lib/c8s/encryption.yaml
expect "it reads as before" '^sesame$' sh -c "'$kubectl' get secret one -o 'jsonpath={.data.a}' | base64 -d"
stop
start || finish
expect "after a restart too" '^sesame$' sh -c "'$kubectl' get secret one -o 'jsonpath={.data.a}' | base64 -d"
stop
finish
