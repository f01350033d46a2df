# Two commands do everything: `make run` and `make test`. `make help` tells the rest.
.PHONY: run check test quick journeys coverage bench torture fuzz mutants format lint docs hanoi help clean

DATA ?= .data/served
WHOLE ?= .data/hanoi2025
PORT ?= 8080
RELEASE = swift build -c release --product chancery
CHANCERY = .build/release/chancery

run: ## Install, build, load the Hanoi ceremony as of 14 October 2025 and serve it; prints the address and a one-time code
	@scripts/setup.sh run
	@scripts/run.sh "$(DATA)" "$(PORT)"

check: ## Load the whole Hanoi ceremony, check it as of 14 October 2025 and say what else can be asked
	@scripts/setup.sh run
	@scripts/check.sh "$(WHOLE)"

test: ## Everything that must hold: tidy, unit, property, history, command-line and browser tests, and a short fuzz
	@scripts/setup.sh test
	@scripts/test.sh

quick: ## Build one room unoptimised and run its tests alone: make quick ROOM=Lodging
	@scripts/setup.sh run
	@scripts/quick.sh $(ROOM)

journeys: ## Every browser test in every size, scheme and language, on the build of `make test`
	@scripts/setup.sh test
	@$(RELEASE)
	@scripts/browser.sh --all

coverage: ## The tests of `make test` but the browser's, on a build that counts which lines run: their share by room
	@scripts/setup.sh test
	@scripts/coverage.sh

bench: ## The figures of docs/measures.md, each beside its baseline in the same run
	@scripts/setup.sh bench
	@scripts/bench.sh

torture: ## Kills, power cuts, failing system calls and full disks against the journal (root, loop devices)
	@scripts/setup.sh test
	@scripts/torture.sh
	@$(RELEASE)
	@scripts/torture-erase.py $(CHANCERY)
	@scripts/torture-web.py $(CHANCERY)

fuzz: ## libFuzzer on the readers: make fuzz SECONDS=60
	@scripts/setup.sh test
	@scripts/fuzz.sh $(or $(SECONDS),60)

mutants: ## Take away each condition by which the engine refuses, one at a time, and say which of them no test notices
	@scripts/setup.sh run
	@scripts/mutants.py

format: ## Lay the sources out as the house spells them
	swift format --in-place --recursive --parallel Sources Tests Package.swift

lint: ## Say what the format would change
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

docs: ## Write the manuals of rules and acts, the guides' tables of acts and the register of processing anew
	@scripts/docs.sh

hanoi: ## Make the pack of the Hanoi ceremony anew from the public tables
	python3 scripts/make-hanoi.py

clean: ## Remove what was built, never a journal
	rm -rf .build .build-*

help:
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18
