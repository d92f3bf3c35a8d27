# What people type. Each target installs what it needs and does not find, and nothing else.
#
#   make run      build metrolint for release and check the sample set with it
#   make test     build and run every test, with every program that a test needs
#   make sanitize run the suites where memory and threads matter under ThreadSanitizer and AddressSanitizer
#   make bench    measure every row of the table of speeds, with the peers on the same files
#   make docs     write the generated files of Documentation/
#   make format   lay out all Swift code
#   make lint     tell what `make format` would change

# Without the Swift runtime beside it, one file is a whole installation and starts in milliseconds.
RELEASE := swift build -c release --static-swift-stdlib --product metrolint

.PHONY: run build test sanitize bench docs format lint clean libraries tools

run: build
	.build/release/metrolint check Samples/metropolis-2021

build: libraries
	$(RELEASE)

test: libraries tools
	METROLINT_REQUIRE_ALL=1 swift test --disable-xctest

# Each sanitizer needs a build of its own. SUITES=. runs every suite. Leaks are not looked for: what holds an indirect
# enumeration has bits in its pointers that make it look lost.
SUITES := ^(SourceTextTests|YAMLTests|PatternsTests|RuleEngineTests|WorkspaceTests)\.
# Very many findings take minutes there and show nothing of memory and threads that few do not.
SKIPPED := FindingRoomTests|manyMistakes
sanitize: libraries
	METROLINT_ROUNDS=2 TSAN_OPTIONS=suppressions=$(CURDIR)/.ci/thread-sanitizer swift test --disable-xctest --sanitize=thread --scratch-path .build/sanitize-thread --filter '$(SUITES)' --skip '$(SKIPPED)'
	METROLINT_ROUNDS=2 ASAN_OPTIONS=detect_leaks=0 swift test --disable-xctest --sanitize=address --scratch-path .build/sanitize-address --filter '$(SUITES)' --skip '$(SKIPPED)'

bench: libraries
	@.ci/need python3=python3 py:ensurepip=python3-venv
	Benchmarks/run

docs: libraries
	swift build --product metrolint
	.build/debug/metrolint help --man > Documentation/metrolint.1
	mkdir -p Documentation/Rules && rm -f Documentation/Rules/*.md
	.build/debug/metrolint explain --built-in --format markdown > Documentation/Rules/built-in.md
	for ruleset in $(notdir $(wildcard Rules/*)); do \
	  .build/debug/metrolint explain --ruleset $$ruleset --format markdown > Documentation/Rules/$$ruleset.md || exit; \
	done

format:
	swift format -i -r Sources Tests Plugins Benchmarks Package.swift

lint:
	swift format lint --strict -r Sources Tests Plugins Benchmarks Package.swift

clean:
	rm -rf .build .venv Benchmarks/.venv

# What the build needs.
libraries:
	@.ci/need pkg-config=pkg-config lib:yaml-0.1=libyaml-dev lib:libpcre2-8=libpcre2-dev

# What tests hold metrolint against.
tools: .venv/installed
	@.ci/need git=git xmllint=libxml2-utils vim=vim man=man-db shellcheck=shellcheck parallel=parallel zsh=zsh fish=fish \
	  nvim=neovim emacs=emacs-nox emacs:eglot=elpa-eglot

.venv/installed: Tests/requirements.txt
	@.ci/need python3=python3 py:ensurepip=python3-venv
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@
