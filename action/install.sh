#!/usr/bin/env bash
# Installs the program from the checkout that GitHub made of this action, with the versions that it is tested with.
set -euo pipefail
source_of_action=$(cd "$(dirname "$0")/.." && pwd)
python -m pip install --quiet --constraint "$source_of_action/constraints.txt" "$source_of_action[xlsx,html]"
