#!/usr/bin/env bash
# Scans documents, or joins runs of their parts, and holds the outcome against a baseline and conditions.
# It takes its arguments from the environment, as action.yml gives them; those with several values have one a line.
set -euo pipefail

arguments=()

# each NAME OPTION: add the lines of a variable, each behind an option, or bare when there is none
each() {
  local line
  while IFS= read -r line; do
    if [ -n "$line" ]; then
      if [ -n "${2:-}" ]; then arguments+=("$2"); fi
      arguments+=("$line")
    fi
  done <<< "${!1:-}"
}

if [ -n "${BELOFTEN_RUNS:-}" ]; then
  each BELOFTEN_RUNS
  # 4 and 5 tell that documents were not read, which the comparison of the whole tells once more, after its checks
  beloften merge "${arguments[@]}" --out "${BELOFTEN_OUT:?BELOFTEN_RUNS needs BELOFTEN_OUT}" || {
    code=$?
    if [ $code -lt 4 ]; then exit $code; fi
  }
  command=compare
  arguments=("$BELOFTEN_OUT")
else
  command=scan
  each BELOFTEN_PATHS
  each BELOFTEN_ONLY --only
  each BELOFTEN_OUT --out
fi
each BELOFTEN_RULES --rules
each BELOFTEN_BASELINE --baseline
each BELOFTEN_FAIL_ON --fail-on
each BELOFTEN_JUNIT --junit
each GITHUB_STEP_SUMMARY --summary
case "${BELOFTEN_CHECK:-false}" in
  true) arguments+=(--check) ;;
  false) ;;
  *) echo "BELOFTEN_CHECK is '$BELOFTEN_CHECK': write true or false." >&2; exit 2 ;;
esac
exec beloften "$command" "${arguments[@]}"
