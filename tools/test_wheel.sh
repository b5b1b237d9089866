#!/usr/bin/env bash
# Runs the suite as users have the program: the wheel of the sdist, installed in an environment of its own.
#
#   tools/test_wheel.sh FOLDER PYTHON [options of pip install, such as --constraint constraints.txt]
#
# FOLDER is made anew. The suite runs in what the sdist holds, less the package: Python looks first where it runs,
# so that the sources would be tested and not the wheel. What tests the building itself needs the sources and stays out.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1 python=$2
shift 2
rm -rf "$folder"
mkdir -p "$folder/sources"
.venv/bin/python -m hatchling build --target sdist --directory "$folder"
tar --extract --gzip --file "$folder"/beloften-*.tar.gz --strip-components 1 --directory "$folder/sources"
(cd "$folder/sources" && "$OLDPWD/.venv/bin/python" -m hatchling build --target wheel --directory ..)
"$python" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --upgrade "pip>=25.1"
"$folder/venv/bin/python" -m pip install --quiet "$@" "$(echo "$folder"/beloften-*.whl)[all]" --group dev --group docs --group corpora
rm -r "$folder/sources/beloften"
ln -s "$PWD/.venv-qda" "$folder/sources/.venv-qda"
cd "$folder/sources"
unset PYTHONPATH
exec ../venv/bin/python -m pytest -n auto --ignore tests/packaging
