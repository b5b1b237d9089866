# make demo    sets everything up and scans the sample corpus
# make test    sets everything up and runs lint, types, and the whole test suite on the wheel that is built
# make test-oldest  runs the suite on the wheel with the oldest libraries that pyproject.toml allows
# make test-newest  the same with the newest: another Python with PYTHON=python3.13
# make oldest  writes constraints-oldest.txt: do it after each change of what pyproject.toml needs
# make coverage  measures which branches the suite takes, and fails below 95 %
# make codebook  writes docs/codebook from the rules and docs/measured
# make measure   measures the rules on the codings GOLD=FILE for docs/measured: then make codebook
# make check   tells whether the numbers of the sample corpus moved, and why
# make baseline  writes the run that make check compares with: do it after each change of a rule that is meant
# make transcripts  renews what README and docs show, pictures too: do it after each change of what is printed
# make renew   writes anew all that is made from rules: codebook, baseline and what README and docs show
# make docs    builds the documentation as a site in build/site; open build/site/index.html
# make bench   CPU time on CORPUS against scripts of your own, BENCH/naive.py and BENCH/limit.py
# make report  how large a report of a large corpus is, and how fast a browser opens it
# make mutants  tells which changes of the code in OF no test notices; SAMPLE=N tries N of each module
# make layout  how much of the hard pages of CORPUS is read as in transcriptions of your own, CORPUS/../layout

PYTHON ?= python3
CORPUS ?= corpora/voorbeeld
BENCH ?= $(CORPUS)/../bench
BIN := .venv/bin
READY := .venv/ready
MUTANTS_READY := .venv/mutants
QDA_READY := .venv-qda/ready
# what the pins of constraints-oldest.txt are for: the oldest Python that is supported
OLDEST_PYTHON ?= python3.11
QDA_NEEDS := tests/export/qdpx/qualitative-coding.txt

.PHONY: demo test lint types test-oldest test-newest oldest coverage codebook measure check baseline transcripts renew docs \
	bench report mutants layout clean

demo: $(READY)
	$(BIN)/beloften scan corpora/voorbeeld

test: $(READY) $(QDA_READY) lint types
	$(BIN)/pytest tests/packaging
	tools/test_wheel.sh build/test $(PYTHON) --constraint constraints.txt

test-oldest: $(READY) $(QDA_READY)
	tools/test_wheel.sh build/test-oldest $(OLDEST_PYTHON) --constraint constraints-oldest.txt

test-newest: $(READY) $(QDA_READY)
	tools/test_wheel.sh build/test-newest $(PYTHON)

# only what pyproject.toml names is at its oldest; what that brings along is the newest that goes with it
oldest:
	rm -rf build/oldest
	$(PYTHON) -m venv build/oldest
	build/oldest/bin/python -m pip install --quiet uv
	build/oldest/bin/uv pip compile pyproject.toml --all-extras --group dev --group docs --group corpora --python-version 3.11 \
		--resolution lowest-direct --no-annotate --custom-compile-command 'make oldest' --quiet \
		--output-file constraints-oldest.txt

coverage: $(READY) $(QDA_READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

codebook: $(READY)
	$(BIN)/beloften rules pages docs/codebook --measured docs/measured --about docs/measured/about.md

# only the figures are kept: the other files of a validation hold sentences
measure: $(READY)
	folder=$$(mktemp -d) && $(BIN)/beloften validate $(GOLD) --out "$$folder" \
		&& cp "$$folder/validation.json" docs/measured/ && rm -r "$$folder"

check: $(READY)
	$(BIN)/beloften scan corpora/voorbeeld --check

baseline: $(READY)
	$(BIN)/beloften scan corpora/voorbeeld --out corpora/voorbeeld/baseline

transcripts: $(READY)
	$(BIN)/python tools/commands.py
	$(BIN)/python tools/messages.py
	$(BIN)/python tools/transcripts.py README.md docs/*.md docs/*/*.md --write

renew: codebook baseline transcripts

docs: $(READY)
	$(BIN)/python tools/site.py

bench: $(READY)
	$(BIN)/python tools/bench.py $(CORPUS) --bench $(BENCH)

report: $(READY)
	$(BIN)/python tools/report.py

mutants: $(MUTANTS_READY)
	$(BIN)/python tools/mutants.py $(OF) $(if $(SAMPLE),--sample $(SAMPLE))

layout: $(READY)
	$(BIN)/python tools/layout.py $(CORPUS)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[all]' --group dev --group docs --group corpora
	touch $(READY)

$(MUTANTS_READY): $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group mutants
	touch $(MUTANTS_READY)

# a program of others, with which tests read the projects that are written
$(QDA_READY): $(QDA_NEEDS)
	$(PYTHON) -m venv .venv-qda
	.venv-qda/bin/python -m pip install --quiet --no-deps --requirement $(QDA_NEEDS)
	touch $(QDA_READY)

clean:
	rm -rf mutants .venv .venv-qda build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
