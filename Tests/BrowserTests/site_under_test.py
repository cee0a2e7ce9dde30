"""A daemon over an archive of its own, its pages, and a browser that has opened them."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = pathlib.Path(os.environ.get("FICSEARCH_BIN_DIR", CHECKOUT / ".build/debug"))
# What `make run` left, whose daemon and address are taken; empty for programs of one's own.
RUN = os.environ.get("FICSEARCH_RUN", "")
PATIENCE = 60


class Site:
    """The programs, and a browser in front of them; use it as a context."""

    def __init__(self, archive=CHECKOUT / "Examples/archive"):
        self._archive = archive

    def __enter__(self):
        self.client = PROGRAMS / "ficsearch"
        self._stack = contextlib.ExitStack()
        with self._stack:
            if RUN:
                self.client = CHECKOUT / ".build-client/release/ficsearch"
                self.socket = pathlib.Path(RUN) / "ficsearch.sock"
                self.address = (pathlib.Path(RUN) / "address").read_text().strip()
            else:
                self._start()
            self.origin = self.address.partition("/?")[0]
            self._open_browser()
            self._stack = self._stack.pop_all()
        return self

    def __exit__(self, *_):
        self._stack.close()

    def _start(self):
        """Starts the daemon over a copy of the archive, and the door."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ficsearch-browser-"))
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.archive = self.folder / "archive"
        shutil.copytree(self._archive, self.archive)
        self.socket = self.folder / "s"
        log = self._stack.enter_context((self.folder / "daemon.log").open("wb"))
        self._run(
            [
                PROGRAMS / "ficsearchd", "--archive", self.archive, "--socket", self.socket,
                "--index", self.folder / "index.sqlite", "--ingest", PROGRAMS / "ficsearch-ingest",
            ],
            stdout=log, stderr=subprocess.STDOUT,
        )
        self._wait_for_index()
        web = self._run(
            [self.client, "web", "--socket", self.socket, "--no-open"],
            stdout=subprocess.PIPE, text=True,
        )
        self.address = web.stdout.readline().strip()

    def _run(self, words, **streams):
        """Starts a program, which ends with the site."""
        process = self._stack.enter_context(subprocess.Popen(words, **streams))
        self._stack.callback(process.terminate)
        return process

    def _open_browser(self):
        options = Options()
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        for argument in [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--force-color-profile=srgb", "--no-first-run",
        ] + (["--no-sandbox"] if os.geteuid() == 0 else []):
            options.add_argument(argument)
        self.browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self._stack.callback(self.browser.quit)
        self.browser.set_page_load_timeout(PATIENCE)
        self.browser.set_script_timeout(PATIENCE)
        self.size(1200)

    def _wait_for_index(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # The job's record comes with the first run; it has ended when it says how.
            status = self.ask("status", "--json")
            if status and json.loads(status).get("job", {}).get("state") == "succeeded":
                return
            time.sleep(0.1)
        raise RuntimeError((self.folder / "daemon.log").read_text())

    def ask(self, *words):
        """What the client in the terminal answers."""
        words = [self.client, "--socket", self.socket, *words]
        return subprocess.run(words, capture_output=True, text=True, check=False).stdout

    # ---- The browser

    def size(self, width, height=900, theme="light"):
        """Makes the window so wide, in a theme."""
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        self.browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": theme}]},
        )

    def open(self, path):
        """Opens a page of the site; the address with the token where nothing was opened yet."""
        if not self.browser.current_url.startswith("http"):
            self.browser.get(self.address)
        self.browser.get(self.origin + path)
        # Counts come behind the lines.
        self.wait(lambda: not self.all("[data-load] > p:first-child a[href^='/facets']"))

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.wait(lambda: self.browser.find_element(By.CSS_SELECTOR, selector))

    def wait(self, condition):
        """The first thing that a condition gives that counts as true."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = condition()
                if found:
                    return found
            except Exception:  # What is not there yet may come.
                if time.monotonic() > end:
                    raise
            if time.monotonic() > end:
                raise AssertionError("it did not come")
            time.sleep(0.05)

    def press(self, key):
        """Presses a key where the page has the focus."""
        self.browser.switch_to.active_element.send_keys(key)

    def errors(self):
        """What the browser complained of since the last time, but for pages that are errors."""
        return [
            entry["message"] for entry in self.browser.get_log("browser")
            if entry["level"] == "SEVERE" and "the server responded with a status of 4" not in entry["message"]
        ]

    def is_too_wide(self):
        """Whether the page has to be moved sideways."""
        return self.browser.execute_script(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth")


def screens(site):
    """The path of each screen, by name."""
    hit = json.loads(site.ask("--json", "telegram").splitlines()[1])
    assert hit["type"] == "hit", hit
    ref, work = hit["ref"], hit["work"]["id"]
    return {
        "start": "/", "search": "/search?q=smith", "read": f"/read/{ref}?q=telegram#{ref}",
        "shelf": "/shelf", "work": f"/works/{work}", "people": f"/cast?work={work}",
        "count": "/count?q=smith&by=speaker", "dispersion": "/count?q=smith&show=dispersion",
        "concordance": "/count?q=smith&show=concordance&sort=left",
        "collocates": "/count?q=smith&show=collocates", "correct": f"/fix/{ref}",
        "problem": "/search?q=nofield%3Ax",
    }
