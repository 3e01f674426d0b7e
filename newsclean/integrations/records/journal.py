"""The journal of a run: a small file, replaced as a whole, that says how much of the output is safely on the disk."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from pathlib import Path
from typing import Any

from newsclean.errors import NewscleanError

VERSION = 1


class Journal:
    """The journal of an output, `OUT.journal`, locked by one process at a time.

    >>> Journal(Path("out.jsonl")).path.name
    'out.jsonl.journal'
    """

    def __init__(self, out: Path) -> None:
        self.path = out.with_name(out.name + ".journal")
        self._lock = out.with_name(out.name + ".lock")
        self._held: int | None = None

    def read(self) -> dict[str, Any] | None:
        """Return the state; None if there is no journal. Raise `NewscleanError` for a file that is not a journal."""
        try:
            state: dict[str, Any] = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise NewscleanError(f"{self.path}: not the journal of a run; start again with --overwrite") from error
        if state.get("version") != VERSION:
            raise NewscleanError(f"{self.path}: written by another version; start again with --overwrite")
        return state

    def write(self, **state: Any) -> None:
        """Replace the state."""
        new = self.path.with_name(self.path.name + ".new")
        with new.open("wb") as file:
            file.write(json.dumps({"version": VERSION, **state}).encode())
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path)

    def lock(self) -> None:
        """Lock the output for this process; raise `NewscleanError` if another process has locked it."""
        try:
            import fcntl
        except ImportError:  # no such locks on this system
            return
        self._held = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.lockf(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # released when the process ends, and not inherited
        except OSError as error:
            os.close(self._held)
            self._held = None
            if error.errno not in (errno.EACCES, errno.EAGAIN):  # a file system without locks
                return
            raise NewscleanError(f"{self.path}: another process is writing this output") from error

    def unlock(self) -> None:
        """Release the output."""
        if self._held is not None:
            self._lock.unlink(missing_ok=True)
            os.close(self._held)
            self._held = None

    def remove(self) -> None:
        """Remove the journal of a finished run."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()
