"""Every screen: at each width, in both themes, without a fault that a machine can find."""

import json
import os
import pathlib
import unittest

from site_under_test import Site, screens

WIDTHS = [400, 800, 1400]
THEMES = ["light", "dark"]


class ScreenTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = cls.enterClassContext(Site())
        cls.screens = screens(cls.site)

    def test_every_screen_fits_every_width_and_the_browser_has_no_complaint(self):
        for name, path in self.screens.items():
            for width in WIDTHS:
                for theme in THEMES:
                    with self.subTest(screen=name, width=width, theme=theme):
                        self.site.size(width, theme=theme)
                        self.site.open(path)
                        self.assertFalse(self.site.is_too_wide())
                        self.assertEqual(self.site.errors(), [])
                        self.assertEqual(len(self.site.all("h1")), 1)
                        self.keep(f"{name}-{width}-{theme}")

    def keep(self, name):
        """Keeps a picture where a folder for them is named."""
        folder = os.environ.get("FICSEARCH_SCREENSHOTS")
        if folder:
            self.site.browser.save_screenshot(str(pathlib.Path(folder) / f"{name}.png"))

    def test_axe_finds_nothing_serious(self):
        import axe_core_python

        script = pathlib.Path(axe_core_python.__file__).with_name("axe.min.js").read_text()
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        for theme in THEMES:
            for name, path in self.screens.items():
                with self.subTest(screen=name, theme=theme):
                    self.site.size(1200, theme=theme)
                    self.site.open(path)
                    self.site.browser.execute_script(script)
                    found = self.site.browser.execute_async_script(
                        "const done = arguments[1];"
                        "axe.run({ runOnly: arguments[0] }).then((found) => done(JSON.stringify("
                        "found.violations.map((fault) => [fault.impact, fault.id,"
                        " fault.nodes.map((node) => [node.html, node.failureSummary]).slice(0, 3)]))));",
                        tags,
                    )
                    grave = [fault for fault in json.loads(found) if fault[0] in ("serious", "critical")]
                    self.assertEqual(grave, [])

    def test_a_printed_page_is_text_and_who_speaks(self):
        self.site.size(800)
        self.site.open(self.screens["read"])
        self.site.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            shown = self.site.browser.execute_script(
                "const shown = (selector) => [...document.querySelectorAll(selector)]"
                ".some((part) => part.checkVisibility());"
                "return ['header.bar', '.steps', '.fix', '.para .text', '.margin .speaker'].map(shown);")
        finally:
            self.site.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        self.assertEqual(shown, [False, False, False, True, True])

    def test_every_link_of_every_screen_leads_somewhere(self):
        paths = set()
        for path in self.screens.values():
            self.site.open(path)
            for href in self.site.browser.execute_script(
                "return [...document.querySelectorAll('a[href]')].map((link) =>"
                " link.href.baseVal === undefined ? link.href"
                " : new URL(link.href.baseVal, location).href);"
            ):
                if href.startswith(self.site.origin) and "/file/" not in href:
                    paths.add(href.partition("#")[0])
        found = self.site.browser.execute_async_script(
            "const done = arguments[1];"
            "Promise.all(arguments[0].map(async (path) => [path, (await fetch(path)).status]))"
            ".then(done);",
            sorted(paths),
        )
        self.assertGreater(len(found), 50)
        self.assertEqual([entry for entry in found if entry[1] not in (200, 400)], [])
        # The one page that is a problem links to itself at most.
        self.assertEqual([entry for entry in found if entry[1] == 400 and "nofield" not in entry[0]], [])


if __name__ == "__main__":
    unittest.main()
