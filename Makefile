# Kindling. `make site` and `make test` do all their own set-up; nothing outside this folder is changed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALL := $(PIP) install --require-hashes
LINK := $(PIP) install --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.PHONY: help site serve test check format bench lock clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

site: $(VENV)/site-ready ## Build the site and the printed decks into site/
	@$(BIN)/kindling build

serve: $(VENV)/site-ready ## Open the site with live reload
	@$(BIN)/kindling serve

test: $(VENV)/test-ready ## Run every test, in a real browser too
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term $(ARGS)

check: $(VENV)/test-ready ## Format, lint, types, workflow safety
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet .github/workflows
	@echo "check: clean"

format: $(VENV)/test-ready ## Put the code in its format
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

bench: $(VENV)/test-ready ## Measure sizes and times
	@$(BIN)/python -m tests.bench

lock: $(VENV)/venv-ready ## Renew the locked versions
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	  --no-header --extra build pyproject.toml --output-file requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	  --no-header --extra build --extra dev --constraints requirements.txt pyproject.toml --output-file requirements-dev.txt

clean: ## Remove what was made
	rm -rf $(VENV) site .cache .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The stamps: each step is done once, and again when what it depends on has changed.
$(VENV)/venv-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kindling needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up in $(VENV)/ (once) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/site-ready: requirements.txt pyproject.toml | $(VENV)/venv-ready
	@echo "Installing what the site needs ..."
	@$(INSTALL) --requirement requirements.txt
	@$(LINK)
	@touch $@

$(VENV)/test-ready: requirements-dev.txt pyproject.toml tests/markup/package-lock.json | $(VENV)/site-ready
	@echo "Installing what the tests need ..."
	@$(INSTALL) --requirement requirements-dev.txt
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.markup.checker
	@touch $@
