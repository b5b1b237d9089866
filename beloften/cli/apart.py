"""A command that reads one document, within the limits that hold for a document in a scan.

Where the system can, the process splits in two before anything is loaded: one goes on with the command under
limits, the other waits and says what happened when that one does not come to its end.
"""

import os
import signal
import sys

from beloften.errors import UnreadableError

_LIBRARIES = 512 * 1024**2  # bytes of address space for what is not loaded yet


def go_on_apart(what: str) -> None:
    """Go on in a process with limits; the one that waits for it ends as it does, and does not come back.

    Windows cannot split a process: there the command goes on as it is.

    Args:
        what: the document, as messages name it.

    Raises:
        UnreadableError: in the process that waits, when the other took too much or crashed.
    """
    if sys.platform == "win32":
        return
    from beloften.run.worker import CPU_SECONDS, MEMORY_BYTES, limit_memory, limit_processor_time

    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if not child:
        limit_processor_time(CPU_SECONDS)
        limit_memory(MEMORY_BYTES + _LIBRARIES)
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to both
    signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGTERM))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code >= 0:
        sys.exit(code)
    if code == -signal.SIGXCPU:
        problem = f"Reading it takes more than {CPU_SECONDS} s of processor time."
        raise UnreadableError("timeout", f"{what}: {problem}", "Save it anew from a PDF reader, or split it.")
    problem = f"The process that read it ended with code {code}, most often for lack of memory."
    raise UnreadableError("crashed", f"{what}: {problem}", "Save it anew from a PDF reader, or split it.")
