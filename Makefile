# Every target sets up what it needs: a virtual environment in .venv, and for tests a browser.
PYTHON ?= $(firstword $(foreach v,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(v) -c 'import sys; sys.version_info >= (3, 11) and print("$(v)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
MAP := us-russia
PAGE := out/$(MAP).html
# Each worker starts a Chromium of its own, so there are not more of them than memory surely bears.
PARALLEL := -n auto --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help demo test coverage lint types layers build check bench bench-plots fuzz screenshots schema clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/demo.done  ## write the interactive map of the article, and name its file
	@mkdir -p $(dir $(PAGE))
	@$(BIN)/argmap view $(MAP) -o $(PAGE) > /dev/null
	@echo "The map of the article: $(CURDIR)/$(PAGE)"

test: $(VENV)/test.done  ## run the tests, in a real Chromium too
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest $(PARALLEL)

coverage: $(VENV)/test.done  ## run the tests, and tell which lines none of them runs
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest $(PARALLEL) --cov --cov-report=term:skip-covered

lint: $(VENV)/dev.done  ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.done  ## check types
	$(BIN)/mypy

layers: $(VENV)/dev.done  ## check that imports point downwards only
	$(BIN)/lint-imports

build: $(VENV)/dev.done  ## build the wheel and test what it installs
	rm -rf build dist
	$(BIN)/python -m build --outdir dist . > /dev/null
	rm -rf build argmap.egg-info
	$(BIN)/python -m venv --clear $(VENV)/wheel
	$(VENV)/wheel/bin/python -m pip install --quiet dist/*.whl
	cd $(VENV) && wheel/bin/argmap check us-russia && wheel/bin/argmap view us-russia -o wheel/map.html

check: test lint types layers build  ## all of the above

bench: $(VENV)/dev.done  ## measure, as ratios side by side in one run
	$(BIN)/python -m benchmarks

bench-plots: $(VENV)/dev.done  ## draw how the time of path queries grows, up to 1,000,000 statements
	$(BIN)/python -m benchmarks.growth docs/path-growth.svg

fuzz: $(VENV)/test.done  ## feed each reader broken files for a minute
	$(BIN)/python -m tests.fuzz

screenshots: $(VENV)/test.done  ## take pictures of the page, the README's among them
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m docs.screenshots

schema: $(VENV)/demo.done  ## write the JSON Schema anew from the model
	$(BIN)/argmap schema -o claims/schema/argmap.schema.json

clean:  ## remove all that was made
	rm -rf $(VENV) out build dist *.egg-info .coverage .hypothesis .*_cache

$(VENV)/demo.done: pyproject.toml
	$(call set_up,.)

$(VENV)/test.done: pyproject.toml
	$(call set_up,.[test])

$(VENV)/dev.done: pyproject.toml
	$(call set_up,.[dev])

# An installation of more extras holds those of fewer, but a change of pyproject.toml renews all.
define set_up
	@test -n "$(PYTHON)" || { echo "argmap needs Python 3.11 or later; none was found."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
		echo "$(PYTHON) has no venv module; on Debian and Ubuntu: apt-get install python3-venv"; \
		rm -rf $(VENV); exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '$(1)'
	@touch $@
endef
