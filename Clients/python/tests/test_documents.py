"""What README.md and the example show is what happens."""

from __future__ import annotations

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import ficsearch
from daemon import CHECKOUT, Daemon

HERE = pathlib.Path(__file__).resolve().parents[1]


class DocumentTests(unittest.TestCase):
    daemon: Daemon

    @classmethod
    def setUpClass(cls) -> None:
        cls.daemon = Daemon()
        cls.addClassCleanup(cls.daemon.stop)

    def run_python(self, *arguments: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            return subprocess.run(
                [sys.executable, *arguments],
                check=True,
                cwd=folder,
                env=os.environ | {"FICSEARCH_SOCKET": self.daemon.socket},
                stdout=subprocess.PIPE,
                encoding="utf-8",
            ).stdout

    def test_the_example_of_the_readme(self) -> None:
        text = (HERE / "README.md").read_text(encoding="utf-8")
        found = re.search(r"```python\n(.*?)```\n\nprints.*?```\n(.*?)```", text, re.DOTALL)
        assert found is not None
        self.assertEqual(self.run_python("-c", found[1]), found[2])

    def test_the_example_script(self) -> None:
        said = self.run_python(str(HERE / "examples" / "who_speaks.py"), "short measure", "smith")
        self.assertRegex(said, r"Ottilie Pask +36 lines +█{40}\n")
        self.assertRegex(said, r"Who says 'smith':\nOttilie Pask +7 times")
        self.assertRegex(said, r"   1  203\.5  █+\n|dispersion\.png shows")

    def test_the_version_is_that_of_the_programs(self) -> None:
        said = subprocess.run(
            [CHECKOUT / "Scripts" / "version"], check=True, stdout=subprocess.PIPE, text=True
        )
        self.assertEqual(said.stdout.strip(), ficsearch.__version__)


if __name__ == "__main__":
    unittest.main()
