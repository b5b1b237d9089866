"""What can go wrong, in words that say what to do next.

Every error that a user can cause or meet derives from `BeloftenError` and carries the exit code of the
command line. Anything else that reaches the top is a fault of this program.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    CONDITION_MET = 1
    USAGE = 2
    INVALID_RULES = 3
    SOME_UNREADABLE = 4
    NONE_READABLE = 5
    INTERRUPTED = 130
    TERMINATED = 143


class BeloftenError(Exception):
    """An error to show as one line: what is wrong, then what to do next."""

    exit_code: ExitCode = ExitCode.USAGE

    def __init__(self, problem: str, next_step: str = "") -> None:
        """Join the problem and the next step into the line that the user reads."""
        self.problem = problem
        self.next_step = next_step
        super().__init__(f"{problem} {next_step}".strip())


class UsageError(BeloftenError):
    """The command was called in a way that it cannot carry out."""


class CorpusError(BeloftenError):
    """A path, a manifest or a gemeente in it is not what it should be."""


class RulesError(BeloftenError):
    """A rule file cannot be used as it stands."""

    exit_code = ExitCode.INVALID_RULES


class ClusterError(BeloftenError):
    """A cluster cannot be used, or can no longer be."""


class UnreadableError(BeloftenError):
    """A document cannot be read; a run goes on without it, a command that was given it alone ends.

    Attributes:
        status: the word that stands in the column `status` of `documenten.csv`.
    """

    exit_code = ExitCode.NONE_READABLE

    def __init__(self, status: str, problem: str, next_step: str = "") -> None:
        """Keep the status beside the line that the user reads."""
        self.status = status
        super().__init__(problem, next_step)


class WorkerError(BeloftenError):
    """No process can be started to read documents with."""

    exit_code = ExitCode.NONE_READABLE


class OutputError(BeloftenError):
    """Results cannot be written where the user wants them; nothing was changed there."""
