# Every target does its own set-up; PYTHON may name another interpreter (3.11 or later).
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
DEMO := .venv/.demo
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet
PIP := $(BIN)/python -m pip install --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest
SBOM ?= dateline.cdx.json
PARALLEL := --numprocesses 4 --dist worksteal
# ONNX Runtime reports to its maker otherwise.
export ORT_DISABLE_TELEMETRY := 1

# A recipe that is cut short leaves no half-made stamp.
.DELETE_ON_ERROR:
.PHONY: setup demo test coverage check types format bench soak chaos openapi score pictures sbom lock clean help
.DEFAULT_GOAL := demo

# Say what is being done, a point each second; what it printed is shown only where it fails.
define patiently
@printf '%s ' "$(1)"; log=$$(mktemp); ( $(2) ) >"$$log" 2>&1 & job=$$!; \
while kill -0 $$job 2>/dev/null; do printf .; sleep 1; done; echo; \
wait $$job || { cat "$$log"; rm -f "$$log"; exit 1; }; rm -f "$$log"
endef

setup: $(STAMP) ## Install everything into .venv; every other target does so first

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Dateline needs Python 3.11 or later: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(call patiently,Making .venv,$(PYTHON) -m venv .venv)

$(DEMO): requirements-demo.lock | $(BIN)/python
	$(call patiently,Installing what the demo needs,$(PIP) --require-hashes -r requirements-demo.lock)
	@touch $@

$(STAMP): requirements.lock requirements-demo.lock pyproject.toml | $(BIN)/python
	$(call patiently,Installing what Dateline and its tests need,$(PIP) --require-hashes -r requirements.lock)
	$(call patiently,Installing Dateline,$(PIP) --no-deps --no-build-isolation --editable .)
	@touch $(DEMO) $@

demo: $(DEMO) ## Show a digest of the sample records and answer /claims; the goal where none is named
	@$(BIN)/python -m bot demo

test: setup ## Run the tests
	$(PYTEST) $(PARALLEL)

coverage: setup ## Run the tests and say which lines none of them reaches
	$(PYTEST) $(PARALLEL) --cov --cov-report term-missing:skip-covered

check: setup ## Run the linter, the types, the walls between the rooms, the licences and the audit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -n 0 -q tests/test_licences.py
	$(BIN)/python -m tests.audit

types: setup ## Check the types alone
	$(BIN)/mypy

format: setup ## Format the code, and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## Run the benchmarks, or those of ONLY=NAME
	$(BIN)/python -m tests.bench $(ONLY)

soak: setup ## Run the long tests
	$(PYTEST) -m soak

chaos: setup ## Run replicas and a worker through a storm of 20 minutes, or of CHAOS_SECONDS
	$(PYTEST) -m soak -s tests/acceptance/chaos

openapi: setup ## Check what is sent to Discord against its API description: DESCRIPTION=openapi.json
	@test -f "$(DESCRIPTION)" || { echo "Name your copy of Discord's API description (the file openapi.json that" \
	  "Discord publishes): make openapi DESCRIPTION=/path/to/openapi.json"; exit 1; }
	DISCORD_OPENAPI="$(abspath $(DESCRIPTION))" $(PYTEST) -m "not soak" \
	  tests/peers tests/bot/platforms/discord tests/acceptance/test_discord.py

score: setup ## Score the tagger on annotated articles: CORPUS=articles.jsonl
	@test -f "$(CORPUS)" || { echo "Name a file of annotated articles, as docs/attribution.md makes them:" \
	  "make score CORPUS=/path/to/articles.jsonl"; exit 1; }
	$(BIN)/python -m digests.training score "$(CORPUS)"

pictures: setup ## Draw the pictures of docs/ anew, with a Chromium that is installed
	$(BIN)/python -m tests.pictures
	$(BIN)/python -m tests.bot.page.looks

sbom: setup ## Write what an installation is made of, in CycloneDX: SBOM=dateline.cdx.json
	$(BIN)/uv venv --quiet --clear .sbom
	$(BIN)/uv pip install --quiet --python .sbom --require-hashes -r requirements-image.lock
	$(BIN)/uv pip install --quiet --python .sbom --no-deps .
	$(BIN)/uv tool run --quiet --from cyclonedx-bom==7.5.0 cyclonedx-py environment --pyproject pyproject.toml \
	  --mc-type application --output-reproducible --spec-version 1.6 --output-file $(SBOM) .sbom
	rm -rf .sbom

lock: setup ## Write the lock files again from pyproject.toml
	$(LOCK) --extra scale --extra parquet --extra dev pyproject.toml --output-file requirements.lock
	$(LOCK) --constraints requirements.lock pyproject.toml --output-file requirements-demo.lock
	$(LOCK) --constraints requirements.lock --extra scale --extra figures --extra sealed pyproject.toml --output-file requirements-image.lock

clean: ## Remove .venv and what the tools have cached
	rm -rf .venv .sbom .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | sort | expand -t 12
