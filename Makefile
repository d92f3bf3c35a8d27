# What people type. Each target installs what it needs and does not find, and nothing else.
#
#   make run      build metrolint for release and check the sample set
#   make test     build and run every test, with every program that a test needs
#   make docs     write the generated pages of Documentation/
#   make format   lay out all Swift code
#   make bench    measure, see Documentation/Performance.md

SHELL := /bin/bash

# Without the Swift runtime beside it, one file is a whole installation and starts in milliseconds.
RELEASE := swift build -c release --static-swift-stdlib --product metrolint
BINARY := .build/release/metrolint

# What the build needs, as `pkg-config` names it, with Debian's package of it.
LIBRARIES := yaml-0.1=libyaml-dev libpcre2-8=libpcre2-dev

# What tests need beside the build: a command, with Debian's package of it.
COMMANDS := python3=python3 git=git xmllint=libxml2-utils vim=vim-nox zsh=zsh fish=fish man=man-db

# One command for root and for people who may become root.
INSTALL := $$([ "$$(id -u)" = 0 ] || echo sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq

.PHONY: run build test docs format lint bench sanitize clean libraries tools

run: build
	$(BINARY) check Samples/metropolis-2021

build: libraries
	$(RELEASE)

test: libraries tools
	METROLINT_REQUIRE_ALL=1 swift test

docs: libraries
	swift build --product metrolint
	Documentation/generate .build/debug/metrolint

format:
	swift format -i -r Sources Tests Package.swift

lint:
	swift format lint --strict -r Sources Tests Package.swift

clean:
	rm -rf .build .venv

# Installs the C libraries that are not there.
libraries:
	@missing=; \
	command -v pkg-config >/dev/null || missing=pkg-config; \
	for pair in $(LIBRARIES); do \
	  pkg-config --exists "$${pair%%=*}" 2>/dev/null || missing="$$missing $${pair#*=}"; \
	done; \
	if [ -n "$$missing" ]; then $(call install,$$missing); fi

# Installs the programs that tests hold metrolint against, those of Python in a virtual environment of their own.
tools: .venv/installed
	@missing=; \
	for pair in $(COMMANDS); do \
	  command -v "$${pair%%=*}" >/dev/null || missing="$$missing $${pair#*=}"; \
	done; \
	if [ -n "$$missing" ]; then $(call install,$$missing); fi
