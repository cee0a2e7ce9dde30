"""A daemon of the real programs, on a copy of the example archive, for the tests."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import ficsearch

CHECKOUT = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = pathlib.Path(os.environ.get("FICSEARCH_BIN_DIR") or CHECKOUT / ".build" / "release")
PATIENCE = 30


class Daemon:
    """Runs until `stop()`; it answers when it is made."""

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ficsearch-"))
        self.socket = str(self.folder / "s.sock")
        shutil.copytree(CHECKOUT / "Examples" / "archive", self.folder / "archive")
        self.log = (self.folder / "log").open("wb")
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                PROGRAMS / "ficsearchd",
                *("--archive", self.folder / "archive", "--index", self.folder / "index.sqlite"),
                *("--socket", self.socket, "--ingest", PROGRAMS / "ficsearch-ingest"),
                "--no-watch",
            ],
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        end = time.monotonic() + PATIENCE
        while True:
            try:
                with ficsearch.connect(self.socket) as archive:
                    archive.search("smith")  # The first question waits for the first run.
                return
            except ficsearch.NoAnswer:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def end(self) -> None:
        """Ends the process; the archive and its index stay."""
        self.process.terminate()
        self.process.wait(PATIENCE)

    def stop(self) -> None:
        """Ends the process, and removes all that it had."""
        self.end()
        self.log.close()
        shutil.rmtree(self.folder)
