# What can be done here; `make help` lists it. The work is in Scripts/, the settings are:
#
#   make run ARCHIVE=DIR QUERY=WORDS
#   make fuzz COUNT=200000 SEED=1
#   make install PREFIX=/usr/local DESTDIR=

PREFIX ?= /usr/local
DESTDIR ?=
sysconfdir ?= /etc
ARCHIVE ?= Examples/archive
QUERY ?= Smith

QUALITY_GOLD ?= ../shared
COUNT ?= 200000
SEED ?= 1
SIZE ?= 100

SWIFT ?= swift
# Two builds: the daemon and its worker carry the Swift runtime; the client is one static file,
# which starts in a third of the time and needs a build of its own.
release = --configuration release --static-swift-stdlib
# What makes it start: names of types that the runtime would have to read at each start become calls,
# which is a sixth of its instructions; the smaller code has fewer pages to fault in; tables for
# unwinding are of no use to a program without symbols.
client = --configuration release --scratch-path .build-client -Xswiftc -static-executable \
	-Xswiftc -Osize -Xswiftc -Xfrontend \
	-Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
	-Xlinker --gc-sections -Xlinker --icf=safe -Xlinker --no-eh-frame-hdr -Xlinker -s

export ARCHIVE QUERY PREFIX DESTDIR sysconfdir

.PHONY: help setup build build-tests test test-browser test-systemd crash agreement dirt weights worker fuzz fuzz-readers bench-linear bench bench-micro bench-parser bench-readers quality check-quality \
	relevance check-relevance lint format check install uninstall install-user uninstall-user deb test-deb test-python run run-archive stop clean

help: ## lists these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## installs the Debian packages that are missing
	@Scripts/setup build test

build: ## builds the four programs for use
	@Scripts/setup build
	$(SWIFT) build $(release) --product ficsearchd
	$(SWIFT) build $(release) --product ficsearch-ingest
	$(SWIFT) build $(release) --product ficsearch-web
	$(SWIFT) build $(client) --product ficsearch

build-tests: setup
	$(SWIFT) build --build-tests

# The suites of real programs wait for them, and those of agreement reckon: both hold every thread
# for minutes, so tests that watch the clock run before them.
test: build-tests ## builds and runs every test
	$(SWIFT) test --skip-build --disable-xctest --skip '^(AgreementTests|EndToEndTests)\.'
	$(SWIFT) test --skip-build --disable-xctest --filter '^EndToEndTests\.'
	$(SWIFT) test --skip-build --disable-xctest --filter '^AgreementTests\.'
	@Scripts/test-systemd
	@Scripts/test-browser

test-browser: build-tests ## tests the pages in a browser
	@Scripts/test-browser

test-systemd: ## tests the installed service beneath a systemd of its own (as root)
	@Scripts/test-systemd

crash: worker ## kills COUNT index runs at random moments and checks what they leave
	Scripts/crash-ingest --count $(COUNT) --seed $(SEED)

agreement: ## makes COUNT random changes, asks COUNT random queries, and compares with the plain twin
	@Scripts/setup build
	FICSEARCH_AGREEMENT_ROUNDS=$$(($(COUNT) / 12)) FICSEARCH_AGREEMENT_QUERIES=$$(($(COUNT) / 8)) \
		$(SWIFT) test $(release) -Xswiftc -enable-testing --scratch-path .build-agreement \
		--disable-xctest --filter 'PostingAgreementTests|QueryAgreementTests'

dirt: build-tests ## sends COUNT strings of keyboard dirt to a daemon
	FICSEARCH_DIRT=$(COUNT) $(SWIFT) test --skip-build --disable-xctest --filter KeyboardDirtTests

weights: ## fits the networks of attribution to the labelled texts in QUALITY_GOLD (needs numpy)
	@Scripts/setup build
	$(SWIFT) build $(release) --product dump-cues
	OMP_NUM_THREADS=1 python3 Tools/fit-speakers/fit_speakers.py --write --gold $(QUALITY_GOLD)

worker:
	@Scripts/setup build
	$(SWIFT) build $(release) --product ficsearch-ingest

quality: worker ## measures the parser on the labelled texts in QUALITY_GOLD, writes the figures down
	@Scripts/quality --gold $(QUALITY_GOLD)

check-quality: worker ## fails where such a figure is lower than the one on file
	@Scripts/quality --check --gold $(QUALITY_GOLD)

relevance: build ## measures whether half-remembered lines come first, writes the figures down
	@Scripts/relevance --gold $(QUALITY_GOLD)

check-relevance: build ## fails where such a figure is worse than the one on file
	@Scripts/relevance --check --gold $(QUALITY_GOLD)

fuzz: ## runs the parser over COUNT texts that are made to hurt it, made from SEED
	$(SWIFT) build $(release) --product fuzz-parser
	.build/release/fuzz-parser --count $(COUNT) --seed $(SEED)

fuzz-readers: ## runs the readers over COUNT damaged files of each format, made from SEED
	$(SWIFT) build $(release) --product fuzz-parser
	.build/release/fuzz-parser readers --count $(COUNT) --seed $(SEED)

bench-linear: ## shows that the parser's time grows no faster than hostile texts do
	$(SWIFT) build $(release) --product bench-parser
	.build/release/bench-parser linear

bench: ## measures SIZE megabytes against the engines that are installed
	python3 Benchmarks/run.py --size $(SIZE)

bench-micro: ## measures parser, tokenizer, lists and snippets piece by piece
	FICSEARCH_MICRO=1 $(SWIFT) package --scratch-path .build-micro benchmark run --target Micro --no-progress

bench-parser: ## measures the parser's speed and memory on one core
	$(SWIFT) build $(release) --product bench-parser
	.build/release/bench-parser speed Examples/archive $(wildcard ../shared/attribution)

bench-readers: ## measures how fast files of each format become documents, on one core
	$(SWIFT) build $(release) --product bench-parser
	.build/release/bench-parser readers

lint: ## checks the format of the sources
	$(SWIFT) format lint --strict --parallel --recursive Sources Tests Tools Index Package.swift
	@# swift-format lets comments run on.
	@! LC_ALL=C.UTF-8 git grep -nP '^(?=.{101}) *(//|--)' -- '*.swift' '*.sql'

format: ## rewrites the sources in that format
	$(SWIFT) format format --in-place --parallel --recursive Sources Tests Tools Index Package.swift

check: lint ## runs the checks that need no build
	@Scripts/check-arrows
	@Scripts/check-schema
	@Scripts/check-manual
	@Scripts/check-options
	@Scripts/check-links

install: ## installs what was built: PREFIX=/usr/local DESTDIR=
	@Scripts/install

uninstall: ## removes what was installed, but neither settings nor index
	@Scripts/install --remove

install-user: ARCHIVE = $(HOME)/fiction
install-user: ## installs what was built for you alone, without root: ARCHIVE=~/fiction
	@Scripts/install --user

uninstall-user: ## removes that again, but neither settings nor index
	@Scripts/install --user --remove

deb: build ## packs what is built as .deb/ficsearch_VERSION_ARCH.deb
	@Scripts/setup package
	@Scripts/deb

test-deb: build ## installs, upgrades, removes and purges the package beneath a systemd (as root)
	@Scripts/setup package test
	@Scripts/test-deb

test-python: build ## tests the Python package against a daemon
	@Scripts/test-python

# A name that is mistyped is said before minutes of building.
run-archive:
	@Scripts/run --check "$$ARCHIVE"

run: run-archive build ## indexes ARCHIVE, starts a daemon of your own and asks it QUERY
	@Scripts/run "$$ARCHIVE" "$$QUERY"

stop: ## stops the daemon that `make run` started
	@Scripts/run --stop

clean: ## removes all that was built, and the daemon of `make run` with its index
	@Scripts/run --stop
	rm -rf .build .build-client .deb .fuzz .run
