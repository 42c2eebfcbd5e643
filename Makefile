# Run `make help` to see what there is. On a fresh machine `make demo` and `make test` do all the set-up.
PY := .venv/bin/python
GRAPHKIT := .venv/bin/graphkit
DEMO := demo.db

.DEFAULT_GOAL := help
.PHONY: help setup demo test fast slow lint types layers check eval eval-pin bench neo4j neo4j-env neo4j-stop clean

help:        ## this list
	@grep -hE '^[a-z0-9-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## ?/\t/' | expand -t 14

.venv/base: pyproject.toml
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "graphkit needs Python 3.11 or later: put it first on PATH as python3" >&2; exit 2; }
	@python3 -m venv .venv
	@echo "installing graphkit into .venv ..."
	@$(PY) -m pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/dev: .venv/base
	@echo "installing what the tests need into .venv ..."
	@$(PY) -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@

setup: .venv/dev  ## a virtual environment with everything a developer needs

demo: .venv/base  ## ingest the sample articles into the embedded store, ask a question, draw the graph
	@rm -rf $(DEMO)
	@$(GRAPHKIT) --store $(DEMO) ingest sources/samples
	@echo
	@$(GRAPHKIT) --store $(DEMO) ask who-supplies --country India
	@echo
	@$(GRAPHKIT) --store $(DEMO) viz -o demo.html

test: .venv/dev  ## all tests; without Neo4j or a browser theirs are skipped, unless GRAPHKIT_NEEDS=neo4j,browser makes that a failure
	@$(PY) -m pytest -q -n 2 --dist loadfile -m "not slow" $(ARGS)

fast: .venv/dev  ## the tests of what you are writing: make fast K=witness
	@$(PY) -m pytest -q -x --ff -m "not neo4j and not browser and not slow" -k '$(K)'

slow: .venv/dev  ## the tests that take minutes
	@$(PY) -m pytest -q -m slow $(ARGS)

lint: .venv/dev  ## style; make lint FIX=--fix repairs
	@$(PY) -m ruff check $(FIX) . && $(PY) -m ruff format $(if $(FIX),,--check) .

types: .venv/dev  ## types, strictly
	@$(PY) -m mypy

layers: .venv/dev  ## imports go down only
	@.venv/bin/lint-imports

eval: .venv/dev  ## extraction quality on the gold articles, against the pinned floors
	@$(PY) -m tests.eval.gate

eval-pin: .venv/dev  ## raise the floors to what was measured; never lowers one
	@$(PY) -m tests.eval.gate --pin

bench: .venv/dev  ## speed, as ratios to a reference in the same run
	@$(PY) -m tests.bench

check: lint types layers test eval  ## everything above that a change must pass

neo4j: .venv/dev  ## start a real Neo4j for development and tests: Docker, else Java 17+ and Maven
	@$(PY) -m tests.neo4j.server start

neo4j-env: .venv/dev  ## print the lines that point graphkit at it: eval "$$(make -s neo4j-env)"
	@$(PY) -m tests.neo4j.server env

neo4j-stop: .venv/dev  ## stop it
	@$(PY) -m tests.neo4j.server stop

clean:       ## remove what can be made again
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .eval dist build *.egg-info $(DEMO) demo.html screenshots
