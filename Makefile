# Every target works on a fresh machine that has git, make and Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: browser demo test eval bench docs site fuzz lint soak audit clean
.DELETE_ON_ERROR:

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimkb needs Python 3.11 or newer; set PYTHON=python3.x and run make again")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[report,web]'
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

# What drives a browser in the tests of the pages; a Chromium has to be there already.
$(VENV)/.installed-browser: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[browser]'
	touch $@

browser: $(VENV)/.installed-browser

demo: $(VENV)/.installed
	$(BIN)/claimkb --db data/claims.db ingest seeds
	$(BIN)/claimkb --db data/claims.db themes
	$(BIN)/claimkb --db data/claims.db agreements --limit 5
	$(BIN)/claimkb --db data/claims.db contradictions --explain --limit 5
	$(BIN)/claimkb --db data/claims.db report -o data/report.html

lint: $(VENV)/.installed-test
	$(BIN)/ruff check src tests evals bench docs
	$(BIN)/ruff format --check src tests evals bench docs
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/python -m pytest

eval: $(VENV)/.installed-test
	$(BIN)/python evals/run.py

$(VENV)/.installed-fuzz: $(VENV)/.installed-test pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	touch $@

# Ten thousand inputs for each target, drawn and then guided by coverage; the tests do ten. Takes some two hours of
# processor time; FUZZ=300 is a coffee's.
FUZZ ?= 10000
fuzz: $(VENV)/.installed-fuzz
	CLAIMKB_FUZZ=$(FUZZ) $(BIN)/python -m pytest -v tests/fuzz
	$(BIN)/python tests/fuzz/guided.py $(FUZZ)

# Fifty kills, full disks, cut logs, a minute of readers and writers, two thousand mixed documents: some ten minutes.
soak: $(VENV)/.installed-test
	CLAIMKB_SOAK=1 $(BIN)/python -m pytest -v -s tests/faults

# What the registry knows of weaknesses in the packages that are installed; pip and setuptools are Python's own until then.
audit: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip setuptools
	$(BIN)/python evals/audit.py report web llm mcp nli watch parquet duckdb dask embeddings

bench: $(VENV)/.installed-test
	$(BIN)/python bench/run.py

docs: $(VENV)/.installed-test
	$(BIN)/python docs/build.py

site: $(VENV)/.installed-test
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
