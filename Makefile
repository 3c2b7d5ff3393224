# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WEB := frontend
LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml
WEB_SOURCES := $(shell find $(WEB)/src $(WEB)/messages $(WEB)/public -type f 2>/dev/null) \
	$(WEB)/index.html $(WEB)/vite.config.ts $(WEB)/keptFiles.ts $(WEB)/svelte.config.js $(WEB)/project.inlang/settings.json

.PHONY: run test check check-python check-frontend test-python test-frontend format generate lock clean chromium help

help: ## say what each command does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: $(VENV)/.run $(WEB)/dist/index.html ## install, build, and serve the app with an example board
	$(BIN)/tafelkleed demo

test: check test-frontend test-python ## everything: style, types, Python, frontend, browser

check: check-python check-frontend ## style, types, layers, sizes

check-python: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest tests/project

check-frontend: $(WEB)/dist/index.html
	cd $(WEB) && npm run --silent lint
	cd $(WEB) && npm run --silent check

test-frontend: $(WEB)/node_modules/.installed
	cd $(WEB) && npm run --silent test

test-python: $(VENV)/.dev $(WEB)/dist/index.html chromium
	$(BIN)/pytest --numprocesses 2 --dist loadfile

screens: $(VENV)/.dev $(WEB)/dist/index.html chromium ## take a picture of every screen for docs/screens
	$(BIN)/python -m tests.e2e.screens

format: $(VENV)/.dev $(WEB)/node_modules/.installed ## put all code in the house's form
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .
	cd $(WEB) && npm run --silent format

generate: $(VENV)/.dev ## write the files that are made from Python
	$(BIN)/python -m board.typescript > $(WEB)/src/model/schema.gen.ts
	$(BIN)/python -m server.settings > docs/settings.md

lock: ## lock the Python dependencies anew (needs uv)
	$(LOCK) --extra build -o requirements.lock --no-emit-index-url
	$(LOCK) --extra build --extra dev -c requirements.lock -o requirements-dev.lock --no-emit-index-url

clean: ## remove everything that was built or installed here
	rm -rf $(VENV) $(WEB)/node_modules $(WEB)/dist

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	touch $@

# Not `npm ci`: it refuses a lock without the optional packages of platforms a registry lacks.
$(WEB)/node_modules/.installed: $(WEB)/package.json $(WEB)/package-lock.json
	cd $(WEB) && npm install --no-save --no-audit --no-fund --loglevel=error
	touch $@

$(WEB)/dist/index.html: $(WEB)/node_modules/.installed $(WEB_SOURCES)
	cd $(WEB) && npm run --silent build
	touch $@

chromium:
	@command -v chromium >/dev/null || { \
		echo "Installing Chromium for the browser tests"; \
		SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
