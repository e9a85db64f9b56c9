# `make run` opens the dashboard, `make test` runs every test. Both set up what they need in .venv on first use.
.PHONY: run test test-spark spark check quick deep lint types bench soak counts lock browser clean setup setup-dev
.DEFAULT_GOAL := run
SHELL := /bin/sh

VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501

setup: $(VENV)/run.stamp
setup-dev: $(VENV)/dev.stamp

$(PY):
	@found=""; for p in python3 python3.13 python3.12 python3.11 python; do \
	  if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$p; break; fi; done; \
	if [ -z "$$found" ]; then echo "Python 3.11 or newer is needed and was not found. Install it from python.org or your system's packages." >&2; exit 1; fi; \
	echo "Setting up $(VENV) with $$($$found --version)"; $$found -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(PY) -c 'from server.compressed import main; main()'
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: setup
	@$(PY) server/port/free.py "$(PORT)"
	$(PY) -m streamlit run app.py --server.port $(PORT)

test: setup-dev browser lint types
	$(PY) -m pytest -n auto --dist loadfile --ignore tests/browser -m "not deep"
	$(PY) -m pytest -n 2 tests/browser --dist worksteal -m "not deep"

# Every question on a cluster of two workers on this machine, held against DuckDB. Needs a Java 17 runtime.
# MARKED="not deep" leaves out what stands behind the marks. DOCUMENTS=5000000 asks a dataset grown to that size, which stays in the folder GROWN where one is named;
# ONLY="default and documents" asks those questions of it.
MARKED ?=
DOCUMENTS ?=
GROWN ?=
ONLY ?=
test-spark: spark browser
	DOCUMENTS='$(DOCUMENTS)' GROWN='$(GROWN)' SCO_ENGINE='local-cluster[2,1,1024]' $(if $(DOCUMENTS),,SPARK_CONF_DIR=$(CURDIR)/tests/spark/conf) $(PY) -m pytest tests/spark -m "$(MARKED)" -k "$(ONLY)" $(if $(DOCUMENTS),--log-cli-level=info)

spark: setup-dev $(VENV)/spark.stamp
	@sh tests/spark/install.sh

$(VENV)/spark.stamp: requirements-spark.txt $(VENV)/dev.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.txt
	@touch $@

# Types are looked at while the tests run: both together are within a minute on two cores.
check: setup-dev lint
	@$(MAKE) -j 2 --output-sync=target types quick

quick: setup-dev
	$(PY) -m pytest -n auto --dist loadfile --ignore tests/browser -m "not slow and not broad and not deep"

deep: setup-dev
	$(PY) -m pytest -n auto --dist load --ignore tests/browser -m deep
	$(PY) -m pytest -n 2 tests/browser -m deep

lint: setup-dev
	$(PY) -m ruff check .

types: setup-dev
	$(PY) -m pyright

browser:
	@sh tests/browser/install.sh

bench: setup-dev browser
	$(PY) -m bench
	$(PY) -m bench.sizes

MINUTES ?= 30
soak: setup-dev browser
	$(PY) -m bench.soak --minutes $(MINUTES)

counts: setup
	$(PY) -m tests.readme

lock: setup-dev
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements.in -o requirements.txt
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements-spark.in -o requirements-spark.txt

clean:
	rm -rf $(VENV) .cache .pytest_cache .ruff_cache build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
