# The only entry point. `make help` lists the targets.
SLN := Cybernetes.slnx
SPEC ?= $(wildcard ../shared/spec)

.PHONY: help build test verify bench fuzz publish deps up down deb walkthroughs

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build everything
	dotnet build $(SLN) -v q

test: ## unit and integration tests; names the groups it skips
	@eng/run-tests.sh

verify: ## style and AOT analyzers as errors, layers, file sizes
	dotnet build src/c8s -v q -clp:ErrorsOnly -p:Verify=true

publish: ## the native binary, at out/c8s
	dotnet publish src/c8s -c Release -r $$(eng/rid.sh) -o out/publish -v q
	cp out/publish/c8s out/c8s
	cp out/publish/*.so out/ 2>/dev/null || true

deps: ## install containerd, runc, CNI plugins and nftables from Debian (root)
	eng/install-deps.sh

up: publish deps ## a cluster on this machine (root)
	out/c8s up

down: ## stop the cluster and leave the machine as it was (root)
	out/c8s down

walkthroughs: ## the documented tasks on a real node, in namespaces of their own (root)
	eng/fetch-kubectl.sh out/kubectl
	eng/run-walkthroughs.sh out/c8s out/kubectl/kubectl

deb: publish ## a Debian package with systemd units, at out/
	eng/build-deb.sh

bench: ## performance figures, as ratios within one run
	eng/run-bench.sh

fuzz: ## fuzz one parser: make fuzz TARGET=json SECONDS=60
	dotnet run -c Release --project test/fuzz -- $(TARGET) $(or $(SECONDS),60)
