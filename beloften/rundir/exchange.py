"""Two folders that take each other's name at once, where the system can do that."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_PRESENT_FOLDER = -100 if sys.platform == "linux" else -2
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_CALLS = {"linux": "renameat2", "darwin": "renameatx_np"}
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def exchange(one: Path, other: Path) -> bool:
    """Give two folders each other's name, so that at no time either name is without one.

    Returns:
        Whether it was done; no where the system or its file system cannot.

    Raises:
        OSError: it may not be done.
    """
    if sys.platform not in _CALLS:
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), _CALLS[sys.platform], None)
    if call is None:  # a C library from before 2018
        return False
    paths = (_AT_PRESENT_FOLDER, os.fsencode(one), _AT_PRESENT_FOLDER, os.fsencode(other))
    if call(*paths, ctypes.c_uint(_SWAP)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
