"""The package asks the real daemon about the example archive."""

from __future__ import annotations

import dataclasses
import os
import threading
import unittest

import ficsearch
from daemon import Daemon


class ArchiveTests(unittest.TestCase):
    daemon: Daemon
    archive: ficsearch.Archive

    @classmethod
    def setUpClass(cls) -> None:
        cls.daemon = Daemon()
        cls.addClassCleanup(cls.daemon.stop)
        cls.archive = ficsearch.connect(cls.daemon.socket)
        cls.addClassCleanup(cls.archive.close)

    def test_a_search_brings_every_page(self) -> None:
        whole = list(self.archive.search("the", page=1000))
        self.assertGreater(len(whole), 100)
        small = self.archive.search("the", page=7)
        self.assertEqual(list(small), whole)
        self.assertEqual(list(small), whole, "a search can be gone through again")
        self.assertEqual(len({hit.ref for hit in whole}), len(whole))
        self.assertTrue(small.totals.exact)

    def test_a_hit_says_who_speaks_to_whom_and_where(self) -> None:
        hit = next(iter(self.archive.search("from:grice weighed mice")))
        self.assertEqual(hit.speaker, "Grice")
        self.assertEqual(hit.work.title, "Short Measure")
        self.assertEqual([hit.text[start:end] for start, end in hit.matches], ["weighed", "mice"])
        self.assertTrue(hit.source.path.endswith(".txt"))
        self.assertGreater(hit.source.line, 0)
        with self.assertRaises(dataclasses.FrozenInstanceError):
            hit.ref = ""  # type: ignore[misc]

    def test_a_search_says_who_is_named_and_what_comes_close(self) -> None:
        search = self.archive.search("Smith")
        self.assertEqual(search.cards[0].name, "Edwin Smith")
        self.assertEqual(search.cards[0].talks_with[0].name, "Ottilie Pask")
        self.assertEqual(search.understood, "Smith in:story")
        close = self.archive.search("xyzzy smith").closest
        self.assertEqual(close[0].lacking, ("xyzzy",))

    def test_a_concordance_has_sides(self) -> None:
        hits = list(self.archive.search("smith", view="kwic", sort="right", margin=20))
        self.assertEqual(len(hits), self.archive.search("smith").totals.matches)
        self.assertEqual({hit.match.lower() for hit in hits if hit.match}, {"smith"})
        self.assertTrue(all(len(hit.left or "") <= 21 for hit in hits))

    def test_options_reach_the_daemon(self) -> None:
        spoken = self.archive.search("bees", zone="dialogue").totals.matches
        told = self.archive.search("bees", zone="narration").totals.matches
        both = self.archive.search("bees", zone="story").totals.matches
        self.assertTrue(0 < spoken < both and 0 < told < both)
        hit = next(iter(self.archive.search("mice", context=2)))
        self.assertTrue(hit.before and hit.after)
        drawn = [list(self.archive.search("the", sample=5, seed=seed)) for seed in (1, 1, 2)]
        self.assertEqual(len(drawn[0]), 5)
        self.assertEqual(drawn[0], drawn[1])
        self.assertNotEqual(drawn[0], drawn[2])

    def test_counts_add_up(self) -> None:
        counts = self.archive.count("smith", by="speaker")
        self.assertEqual(sum(part.matches for part in counts), counts.totals.matches)
        # What nobody says stands behind all speakers.
        spoken = [part.matches for part in counts if not part.name.startswith("(")]
        self.assertEqual(spoken, sorted(spoken, reverse=True))
        self.assertEqual(counts[0].name, "Ottilie Pask")
        first = self.archive.count("smith", by="speaker", limit=1)
        self.assertEqual((len(first), first.more), (1, len(counts) - 1))

    def test_dispersion_and_collocates(self) -> None:
        work = self.archive.dispersion("smith")[0]
        self.assertEqual(sum(chapter.matches for chapter in work.chapters), work.matches)
        self.assertEqual(sum(1 for chapter in work.chapters if chapter.matches), work.range)
        self.assertTrue(0 < (work.juilland_d or 0) <= 1)
        words = self.archive.collocates("smith", window=2, minimum=2)
        self.assertIn("mrs", [word.word for word in words[:3]])

    def test_cast_works_and_passages(self) -> None:
        pask = self.archive.cast("short measure", name="pask")[0]
        self.assertEqual(pask.name, "Ottilie Pask")
        self.assertEqual(sum(chapter.lines for chapter in pask.appearances), pask.lines)
        works = self.archive.works(page=2, sort="title")
        self.assertEqual(len(list(works)), works.total)
        self.assertIn("Short Measure", [work.work.title for work in works])
        work = self.archive.work("short measure")
        self.assertEqual(work.facts.fandoms, ("Brass & Feather",))
        ref = next(iter(self.archive.search("from:grice mice"))).ref
        scene = self.archive.show(ref)
        self.assertEqual([line.ref for line in scene.paragraphs if line.is_target], [ref])
        self.assertIn("They weighed the mice", scene.text)
        chapter = self.archive.show(ref, chapter=True)
        self.assertGreater(len(chapter.paragraphs), len(scene.paragraphs))
        self.assertEqual(self.archive.show(ref, step="next").ref, scene.next)

    def test_the_status_says_whose_daemon_answers(self) -> None:
        status = self.archive.status()
        self.assertEqual(status.socket, self.archive.socket)
        self.assertTrue(status.user)
        self.assertEqual(status.version, ficsearch.__version__)

    def test_an_error_has_a_code_and_a_hint(self) -> None:
        with self.assertRaises(ficsearch.Refused) as raised:
            self.archive.search("/(/")
        error = raised.exception
        self.assertEqual((error.code, error.status), ("regular_expression", 400))
        self.assertEqual(error.span, (1, 2))
        self.assertTrue(error.hint)
        with self.assertRaises(ficsearch.Refused) as missing:
            self.archive.work("no such title")
        self.assertEqual((missing.exception.code, missing.exception.status), ("not_found", 404))

    def test_rows_are_flat(self) -> None:
        search = self.archive.search("from:grice")
        rows = search.to_rows()
        self.assertEqual([row["ref"] for row in rows], [hit.ref for hit in search])
        self.assertEqual(rows[0]["work_title"], "Short Measure")
        try:
            import pandas  # noqa: F401
        except ImportError:
            with self.assertRaises(ImportError):
                search.to_dataframe()
        else:
            frame = search.to_dataframe()
            self.assertEqual(list(frame["speaker"].unique()), ["Grice"])

    def test_threads_share_an_archive(self) -> None:
        wanted = [self.archive.count("smith").totals, self.archive.count("bees").totals]
        found: list[tuple[int, ficsearch.Totals]] = []

        def ask(number: int) -> None:
            for _ in range(20):
                query = ("smith", "bees")[number % 2]
                found.append((number % 2, self.archive.count(query).totals))

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(found), 80)
        self.assertTrue(all(totals == wanted[number] for number, totals in found))


class ConnectionTests(unittest.TestCase):
    def test_a_daemon_that_was_started_anew_is_found_again(self) -> None:
        daemon = Daemon()
        self.addCleanup(daemon.stop)
        with ficsearch.connect(daemon.socket) as archive:
            before = archive.count("smith").totals
            daemon.end()
            with self.assertRaises(ficsearch.NoAnswer):
                archive.count("smith")
            daemon.start()
            self.assertEqual(archive.count("smith").totals, before)

    def test_no_daemon_is_an_error_with_a_hint(self) -> None:
        with self.assertRaises(ficsearch.NoAnswer) as raised:
            ficsearch.connect("/nowhere/s.sock")
        self.assertEqual(raised.exception.code, "no_answer")
        self.assertIn("systemctl", raised.exception.hint or "")

    def test_the_socket_is_found_as_the_client_finds_it(self) -> None:
        daemon = Daemon()
        self.addCleanup(daemon.stop)
        folder = daemon.folder / "ficsearch"
        folder.mkdir()
        own = folder / "ficsearch.sock"
        os.symlink(daemon.socket, own)
        run = {"XDG_RUNTIME_DIR": str(daemon.folder)}
        self.assertEqual(ficsearch.find_socket(run), str(own))
        self.assertEqual(ficsearch.find_socket(run | {"FICSEARCH_SOCKET": "/s"}), "/s")
        self.assertEqual(
            ficsearch.find_socket({"XDG_RUNTIME_DIR": "/nowhere"}), "/run/ficsearch/ficsearch.sock"
        )


if __name__ == "__main__":
    unittest.main()
