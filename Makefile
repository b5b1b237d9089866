# make demo    sets everything up and scans the sample corpus
# make test    sets everything up and runs the whole test suite, lint and types
# make bench   CPU time on CORPUS against BENCH/naive.py and BENCH/limit.py
# make layout  how much of the hard pages of CORPUS is read as a person reads it

PYTHON ?= python3
CORPUS ?= corpora/voorbeeld
BENCH ?= $(CORPUS)/../bench
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test lint types bench layout clean

demo: $(READY)
	$(BIN)/beloften scan corpora/voorbeeld

test: $(READY) lint types
	$(BIN)/pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python tools/bench.py $(CORPUS) --bench $(BENCH)

layout: $(READY)
	$(BIN)/python tools/layout.py $(CORPUS)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[all]' --group dev --group corpora
	touch $(READY)

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
