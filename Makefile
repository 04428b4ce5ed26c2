# make site | test | check | conformance | serve | screenshots: each sets itself up first, in .venv, from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
APT = $(if $(filter 0,$(shell id -u)),,sudo -n )apt-get

.PHONY: site test check conformance serve screenshots lock
.DEFAULT_GOAL := site

site: $(READY)
	$(BIN)/python build.py

test: $(READY)
	$(BIN)/python -m tests.browsers
	$(BIN)/python -m pytest -n auto --maxprocesses 4

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy build.py benchmarks training
	$(MAKE) test

serve: $(READY)
	$(BIN)/python build.py serve

screenshots: $(READY)
	$(BIN)/python -m tests.browsers
	$(BIN)/python docs/screenshots.py

# The validators' programs, each with its Debian package; only those that are missing are installed.
VALIDATORS = jing:jing zimcheck:zim-tools kiwix-serve:kiwix-tools epubcheck:epubcheck java:default-jre-headless npm:npm

# Every export and page held against the field's own validators.
conformance: $(READY)
	@missing=$$(for tool in $(VALIDATORS); do command -v $${tool%:*} > /dev/null || echo $${tool#*:}; done); \
		[ -z "$$missing" ] || { $(APT) update -qq && $(APT) install -y -qq $$missing; }
	$(PYTHON) -m venv conformance/.venv
	conformance/.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement conformance/requirements.lock
	cd conformance && npm install --silent --no-audit --no-fund
	$(BIN)/python -m tests.browsers
	conformance/.venv/bin/python -m pytest -c conformance/pytest.ini conformance

# The versions everybody gets, from the ranges in pyproject.toml.
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url \
		--no-emit-find-links --group dev pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url \
		--no-emit-find-links --group conformance --extra zim pyproject.toml --output-file conformance/requirements.lock

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "musnad needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ $(APT) update -qq && $(APT) install -y -qq python3-venv; } || \
		{ echo "Python's venv is missing here. Install it: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@touch $@
