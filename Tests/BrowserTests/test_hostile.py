"""Texts of the archive are data: whatever stands in them, no script runs and no layout breaks."""

import json
import pathlib
import random
import shutil
import tempfile
import unittest

from site_under_test import Site

COUNT = 1000
PIECES = [
    "<script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">",
    "\" onmouseover=\"document.title='owned'", "' autofocus onfocus='document.title=1",
    "</title><script>document.title='owned'</script>", "javascript:document.title='owned'",
    "{{title}}", "{{{markup}}}", "{{#works}}", "</main></body></html>", "<!--", "]]>", "&lt;b&gt;",
    "<svg onload=\"document.title='owned'\">", "<style>body{display:none}</style>",
    "<base href=\"https://example.org/\">", "<meta http-equiv=refresh content=\"0;url=/nope\">",
    "<form action=\"https://example.org/\"><input name=q>", "<dialog open>", "<iframe src=/>",
    "\u202egnirts desrever\u202c", "\u2066\u2067", "שלום", "مرحبا", "東京" * 40, "W" * 600,
    "e" + "\u0301" * 80, "\ufdfd" * 12, "\u0000", "\u0007", "\u2028", "👩‍👩‍👧‍👦" * 20, "%2e%2e/", "../../etc/passwd",
    "a=b&c=d#e?f", "'; DROP TABLE work; --", "\\", "“Smith”", "<Smith>",
]


def hostile(random_number):
    """A text that is made to hurt a page."""
    return " ".join(random_number.choice(PIECES) for _ in range(random_number.randint(1, 4)))


class HostileTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="ficsearch-hostile-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        number = random.Random(1)
        for index in range(COUNT):
            title, author, tag, speaker = (hostile(number) for _ in range(4))
            text = (
                f"Title: {index} {title}\nAuthor: {author}\nFandom: {hostile(number)}\nTags: {tag}\n"
                f"Summary: {hostile(number)}\n\nChapter 1\n\n"
                f'"The lantern {hostile(number)}," said {speaker}.\n\n'
                f'"{hostile(number)}," Mary said to {speaker}.\n\n{hostile(number)}\n'
            )
            # Names that number nothing, so that each file is a work.
            name = "".join("lantersmod"[int(digit)] for digit in f"{index:04}")
            (folder / f"{name}.txt").write_text(text.replace("\u0000", "\\0"), encoding="utf-8")
        cls.site = cls.enterClassContext(Site(folder))

    def check(self, path):
        site = self.site
        site.open(path)
        self.assertTrue(site.browser.title.endswith(" · ficsearch"), site.browser.title)
        self.assertNotIn("owned", site.browser.title.partition(" · ficsearch")[2])
        state = site.browser.execute_script(
            "return { scripts: document.scripts.length, headers: document.querySelectorAll('header.bar').length,"
            " strange: document.querySelectorAll('main iframe, main object, main embed, main img, main style,"
            " main base, main meta, main script, main [onload], main [onerror], main [onmouseover],"
            " main [onfocus]').length,"
            " links: [...document.querySelectorAll('a[href]')].filter((link) =>"
            " !['http:', 'https:'].includes(new URL(link.href.baseVal ?? link.href, location).protocol)).length,"
            " foot: document.querySelector('body > footer') !== null };")
        self.assertEqual(
            state, {"scripts": 1, "headers": 1, "strange": 0, "links": 0, "foot": True}, path)
        self.assertFalse(site.is_too_wide(), path)
        self.assertEqual(site.errors(), [], path)

    def test_lists_of_a_thousand_works(self):
        self.site.size(400)
        path, pages, works = "/shelf?limit=100&copies=all", 0, set()
        while path:
            self.check(path)
            pages += 1
            works |= {work.get_attribute("data-work") for work in self.site.all(".entry")}
            more = self.site.all("a[rel=next]")
            path = more[0].get_attribute("href").removeprefix(self.site.origin) if more else None
        self.assertEqual(len(works), COUNT)

    def test_their_lines(self):
        self.site.size(400)
        path, lines = "/search?q=lantern&limit=250&sort=story", set()
        while path:
            self.check(path)
            lines |= {line.get_attribute("id") for line in self.site.all(".line")}
            more = self.site.all("a[rel=next]")
            path = more[0].get_attribute("href").removeprefix(self.site.origin) if more else None
        self.assertGreater(len(lines), COUNT * 9 // 10)

    def test_each_screen_of_some_of_them(self):
        works = [json.loads(line) for line in self.site.ask("works", "--json", "--limit", "40").splitlines()]
        for work in [entry["work"]["id"] for entry in works if entry["type"] == "work"]:
            self.check(f"/works/{work}")
            ref = json.loads(self.site.ask("work", "--json", work).splitlines()[0])["contents"][0]["ref"]
            for path in [f"/read/{ref}?q=lantern", f"/cast?work={work}"]:
                self.check(path)

    def test_queries(self):
        for query in PIECES:
            encoded = self.site.browser.execute_script("return encodeURIComponent(arguments[0])", query)
            for path in ["/search", "/shelf", "/count"]:
                with self.subTest(query=query, path=path):
                    self.check(f"{path}?q={encoded}")


if __name__ == "__main__":
    unittest.main()
