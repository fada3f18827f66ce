PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := demo
PREDICTIONS ?= predictions.jsonl
# The versions that pyproject.toml takes: pip would tell of another one late, and not what to do.
PYTHONS := $(shell sed -n 's/^requires-python = ">=\(.*\),<\(.*\)"/\1 \2/p' pyproject.toml)
FITS := import sys; low, high = [tuple(map(int, text.split("."))) for text in sys.argv[1:]]; sys.exit(not low <= sys.version_info < high)

.PHONY: demo test lint lock neo4j test-neo4j eval eval-public train screenshots clean

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c '$(FITS)' $(PYTHONS) || \
		{ echo "Python $(word 1,$(PYTHONS)) or later, before $(word 2,$(PYTHONS)), is needed: make demo PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

test: $(VENV)/.installed
	$(BIN)/python -m pytest --numprocesses auto

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

LOCK := uv pip compile -q --universal --python-version 3.11 --extra dev --generate-hashes --no-header --no-annotate \
	--no-emit-index-url pyproject.toml -o requirements.lock

lock:
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip install -q uv && $(VENV)-lock/bin/$(LOCK) && rm -rf $(VENV)-lock

demo: $(VENV)/.installed
	PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh $(DEMO)

neo4j: $(VENV)/.installed
	$(BIN)/python -m tests.neo4j start

test-neo4j: $(VENV)/.installed
	$(BIN)/python -m tests.neo4j test

eval: $(VENV)/.installed
	@test -n "$(GOLD)" || { echo "make eval GOLD=annotated.jsonl [TEXTS=folder] [ARGS='--lang en --half a']" >&2; exit 2; }
	$(BIN)/kg eval $(GOLD) $(if $(TEXTS),--texts $(TEXTS)) $(ARGS)

eval-public: $(VENV)/.installed
	@test -n "$(RECORDS)" -a -n "$(SCORER)" || { echo "make eval-public RECORDS=set.jsonl SCORER=score_public.py [ARGS=--skip-nominal]" >&2; exit 2; }
	$(BIN)/python bench/public.py $(RECORDS) $(PREDICTIONS)
	$(BIN)/python $(SCORER) $(RECORDS) $(PREDICTIONS) $(ARGS)

train: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[training]'
	$(BIN)/python -m ingest.training check
	$(BIN)/python -m ingest.training judge
	$(BIN)/python -m ingest.training modality
	$(BIN)/python -m ingest.training words
	$(BIN)/python -m ingest.training names

screenshots: $(VENV)/.installed
	$(BIN)/python docs/images/make.py
	$(BIN)/python -m docs.images.browser

clean:
	rm -rf $(VENV) $(DEMO)
