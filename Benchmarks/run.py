#!/usr/bin/env python3
"""Measures ficsearch against the engines that are installed, on one corpus, in turn.

  usage: Benchmarks/run.py [--size MB] [--rounds N] [--work FOLDER] [--update-documentation]

Makes the corpus with ../shared/bench/make_corpus.py where that is, else grows it from Examples/archive. Builds
what it runs. Every round loads and asks ours and each peer once; what is printed are medians over the rounds and
ratios to ours within them. A peer that is not installed is named and left out: raw FTS5 (cc, libsqlite3-dev),
Tantivy (the PyPI package; TANTIVY_PYTHON names a Python that has it), Xapian (python3-xapian), Lucene (liblucene8-java
and a JDK), Recoll (recollcmd), ripgrep (rg).
Results go to FOLDER/results.json, and with the flag into Documentation/Performance.md.
"""

import argparse
import datetime
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import corpus

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = pathlib.Path(__file__).resolve().parent
BUILD = ROOT / ".build" / "release"
LUCENE = pathlib.Path("/usr/share/java")
WHOLE = "whole answer"


class Figures:
    """Figures by name, one of each round."""

    def __init__(self):
        self.values = {}

    def add(self, name, value):
        self.values.setdefault(name, []).append(value)

    def median(self, name):
        return statistics.median(self.values[name])

    def ratio(self, name, base):
        """The median of the ratios within each round."""
        return statistics.median(a / b for a, b in zip(self.values[name], self.values[base]))


def run(command, cores=None):
    """Runs a program to its end: its output, seconds, seconds of processor time, greatest memory in MB."""
    if cores:
        command = ["taskset", "-c", cores, *command]
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        output.seek(0)
        text = output.read()
    if status:
        sys.exit(f"{' '.join(map(str, command))}: status {status}")
    return text, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def quantiles(text):
    """The median and the 99th of a hundred for each class, of lines of class and microseconds."""
    groups = {}
    for line in text.splitlines():
        name, value = line.split("\t")
        groups.setdefault(name, []).append(float(value))
    return {
        name: (sorted(own)[len(own) // 2], sorted(own)[min(len(own) - 1, len(own) * 99 // 100)])
        for name, own in groups.items()
    }


def peers(work):
    """The peers that are installed: name, command of a load, of a query, and whether threads may be named."""
    found = []
    if shutil.which("cc"):
        program = work / "fts5"
        build = ["cc", "-O2", "-o", program, HERE / "fts5.c", "-lsqlite3"]
        if subprocess.run(build, stderr=subprocess.DEVNULL).returncode == 0:
            found.append(("raw FTS5", [program], work / "fts5.db", False))
    python = os.environ.get("TANTIVY_PYTHON", sys.executable)
    for name, own, module in [("Tantivy", python, "tantivy"), ("Xapian", sys.executable, "xapian")]:
        if subprocess.run([own, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0:
            script = [own, HERE / f"{module}_peer.py"]
            found.append((name, script, work / module, module == "tantivy"))
    jars = [min(LUCENE.glob(f"lucene-{part}-8*.jar"), default=None) for part in ("core", "analyzers-common")]
    if shutil.which("javac") and all(jars):
        java = ["java", "-Xmx1500m", "-cp", ":".join(map(str, jars)), HERE / "LucenePeer.java"]
        found.append(("Lucene", java, work / "lucene", True))
    if shutil.which("recollindex") and shutil.which("recollq"):
        found.append(("Recoll", [sys.executable, HERE / "recoll_peer.py"], work / "recoll", False))
    names = {name for name, *_ in found}
    for name in ["raw FTS5", "Tantivy", "Xapian", "Lucene", "Recoll"]:
        if name not in names:
            print(f"{name} is not installed: left out", file=sys.stderr)
    return found


def load(command, place, lines, threads):
    shutil.rmtree(place, ignore_errors=True)
    place.unlink(missing_ok=True)
    arguments = [*command, "load", place, lines] + ([threads] if threads else [])
    text, *_ = run(arguments, cores=None if threads == 2 else "0")
    return json.loads(text)["seconds"]


def idle_memory(index):
    """The resident memory of a daemon that has answered once, in MB."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench."))
    environment = os.environ | {"FICSEARCH_ARCHIVE_WATCH": "false", "FICSEARCH_INGEST": "/bin/false"}
    command = [BUILD / "ficsearchd", "--index", index, "--socket", folder / "s"]
    daemon = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            time.sleep(0.1)
            if (folder / "s").exists():
                break
        ask = ["curl", "--silent", "--unix-socket", folder / "s", "http://x/v1/search?q=said"]
        subprocess.run(ask, stdout=subprocess.DEVNULL, check=True)
        time.sleep(2)
        status = pathlib.Path(f"/proc/{daemon.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024
    finally:
        daemon.terminate()
        daemon.wait()
        shutil.rmtree(folder)


def asking(index, asked, part):
    """The quantiles of our own answers, or of a part of them."""
    command = [BUILD / "bench-index", "search", index, asked, "--each", "--repetitions", 5, "--part", part]
    fields = [line.split("\t") for line in run(command)[0].splitlines()]
    return quantiles("\n".join(f"{own[0]}\t{own[2]}" for own in fields if len(own) == 4))


def measure(options, work):
    chapters = work / "chapters"
    corpus.make(work, options.size)
    asked, lines = corpus.queries(work), corpus.lines(work)
    text = sum(path.stat().st_size for path in chapters.rglob("*") if path.is_file())
    index, figures, installed = work / "index.sqlite", Figures(), peers(work)
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
        for jobs, cores in [(1, "0"), (2, "0,1")]:
            for path in work.glob("index.sqlite*"):
                path.unlink()
            own = [BUILD / "ficsearch-ingest", "index", "--archive", chapters, "--index", index, "--jobs", jobs]
            _, seconds, processor, memory = run(own, cores)
            figures.add(f"ingest, {jobs}: ficsearch", seconds)
            figures.add(f"ingest, {jobs}: processor", processor)
            figures.add(f"ingest, {jobs}: memory", memory)
            for name, command, place, has_threads in installed:
                if jobs == 1 or has_threads:
                    figures.add(f"ingest, {jobs}: {name}", load(command, place, lines, jobs * has_threads))
        answers = [("ficsearch", asking(index, asked, "tally")), (WHOLE, asking(index, asked, "search"))]
        for name, command, place, _ in installed:
            output, *_ = run([*command, "query", place, asked, 5])
            answers.append((name, quantiles(output)))
        for name, groups in answers:
            for group, (p50, p99) in groups.items():
                figures.add(f"{group} p50: {name}", p50)
                figures.add(f"{group} p99: {name}", p99)
        if shutil.which("rg"):
            # It answers with status 1 where nothing matches; the corpus has this word.
            _, seconds, *_ = run(["rg", "--count", "--ignore-case", "lantern", chapters])
            figures.add("one word in all files: ripgrep", seconds * 1e6)
    return figures, text, index.stat().st_size, idle_memory(index), [name for name, *_ in installed]


def part(ratio):
    """A ratio with two digits behind the point, or two that say something where it is small."""
    return f"{ratio:.2f}" if ratio >= 0.095 else f"{ratio:.2g}"


def table(figures, text, index, idle, installed, options):
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    ours = "ficsearch"
    rows = [
        f"{datetime.date.today()}, commit {commit.stdout.strip()}, {text / 1e6:.0f} MB of text, medians of "
        f"{options.rounds} rounds in which all take turns (`make bench SIZE={options.size}`). Ours reads files, "
        "parses them and gives figures for every work and the ten best lines, or the whole answer as it is printed; "
        "the peers are given the paragraphs and give the ten best.",
        "",
        f"| | ficsearch | {WHOLE} | " + " | ".join(installed) + " |",
        "| --- |" + " --- |" * (len(installed) + 2),
    ]
    for jobs in (1, 2):
        cells = [f"{text / 1e6 / figures.median(f'ingest, {jobs}: {ours}'):.1f} MB/s", ""]
        for name in installed:
            key = f"ingest, {jobs}: {name}"
            cells.append(
                f"{text / 1e6 / figures.median(key):.1f} MB/s ({part(figures.ratio(key, f'ingest, {jobs}: {ours}'))})"
                if key in figures.values
                else ""
            )
        rows.append(f"| ingest, {jobs} {'core' if jobs == 1 else 'cores'} | " + " | ".join(cells) + " |")
    groups = [key.split(" p50")[0] for key in figures.values if key.endswith(f"p50: {ours}")]
    for group in groups:
        cells = [
            f"{figures.median(f'{group} p50: {name}'):.0f} / {figures.median(f'{group} p99: {name}'):.0f} µs"
            for name in (ours, WHOLE)
        ]
        for name in installed:
            ratios = [1 / figures.ratio(f"{group} {q}: {name}", f"{group} {q}: {ours}") for q in ("p50", "p99")]
            cells.append(f"{figures.median(f'{group} p50: {name}'):.0f} µs ({part(ratios[0])} / {part(ratios[1])})")
        rows.append(f"| {group}, p50 / p99 | " + " | ".join(cells) + " |")
    rows += [
        "",
        "In parentheses our speed of ingest as a part of the peer's, and our time of a query as a part of its: of "
        "a query, below 1 ours is faster. "
        f"Two cores take {figures.ratio(f'ingest, 1: {ours}', f'ingest, 2: {ours}'):.2f} times the speed of one; "
        f"the index is {index / text:.2f} of the text; the worker's greatest memory is "
        f"{figures.median('ingest, 2: memory'):.0f} MB, an idle daemon's {idle:.0f} MB.",
    ]
    if "Recoll" in installed:
        rows[-1] += " Recoll reads the chapter files, and each query of it starts recollq."
    if "one word in all files: ripgrep" in figures.values:
        rows[-1] += f" ripgrep reads all files in {figures.median('one word in all files: ripgrep') / 1000:.0f} ms."
    return "\n".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100, help="megabytes of text (100)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=pathlib.Path, help="a folder for corpus and indexes (.bench/SIZE)")
    parser.add_argument("--update-documentation", action="store_true")
    options = parser.parse_args()
    work = (options.work or ROOT / ".bench" / str(options.size)).resolve()
    for product in ["ficsearch-ingest", "ficsearchd", "bench-index"]:
        build = ["swift", "build", "--configuration", "release", "--static-swift-stdlib", "--product", product]
        subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    measured = measure(options, work)
    text = table(*measured, options)
    (work / "results.json").write_text(json.dumps(measured[0].values, indent=1))
    print(text)
    if options.update_documentation:
        page = ROOT / "Documentation" / "Performance.md"
        begin, end = f"<!-- bench {options.size} -->", f"<!-- end of bench {options.size} -->"
        before, rest = page.read_text().split(begin)
        page.write_text(before + begin + "\n" + text + "\n" + end + rest.split(end)[1])


main()
