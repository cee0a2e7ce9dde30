"""The text that is measured: a corpus of novels where its maker lies beside the checkout, else the
examples, grown; and queries made from it."""

import collections
import json
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAKER = ROOT.parent / "shared" / "bench" / "make_corpus.py"
WORD = re.compile(r"[a-z]+")


def make(folder, megabytes):
    """Makes FOLDER/chapters, and FOLDER/scenes.tsv with a scene a line: number, work, chapter, text."""
    if (folder / "meta.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    if MAKER.exists():
        command = [sys.executable, MAKER, "--out", folder, "--mb", str(megabytes)]
        subprocess.run(command, check=True, stdout=sys.stderr)
        return
    print(f"no {MAKER}: the corpus is grown from Examples/archive", file=sys.stderr)
    grow(folder, megabytes)


def grow(folder, megabytes):
    """Writes works whose paragraphs are drawn from the examples, until there is enough text."""
    source = random.Random(1)
    paragraphs = []
    for path in sorted((ROOT / "Examples" / "archive").rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        paragraphs += [piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    written, work, scenes = 0, 0, 0
    with open(folder / "scenes.tsv", "w", encoding="utf-8") as table:
        while written < megabytes * 1_000_000:
            work += 1
            place = folder / "chapters" / f"work-{work:05}"
            place.mkdir(parents=True, exist_ok=True)
            for chapter in range(1, source.randint(2, 30)):
                drawn = [source.choice(paragraphs) for _ in range(source.randint(20, 200))]
                for start in range(0, len(drawn), 40):
                    text = " ".join(" ".join(drawn[start : start + 40]).split())
                    table.write(f"{scenes}\t{work}\t{chapter}\t{text}\n")
                    scenes += 1
                text = f"Chapter {chapter}\n\n" + "\n\n".join(drawn) + "\n"
                written += (place / f"ch{chapter:04}.txt").write_text(text, encoding="utf-8")
    (folder / "meta.json").write_text(json.dumps({"works": work, "bytes": written}))


def lines(folder):
    """FOLDER/lines.tsv with a line a row, as peers are given them: number, work, chapter, paragraph."""
    path = folder / "lines.tsv"
    if path.exists():
        return path
    number = 0
    with open(folder / "lines.part", "w", encoding="utf-8") as table:
        for file in sorted((folder / "chapters").rglob("*.txt")):
            for paragraph in re.split(r"\n\s*\n", file.read_text(encoding="utf-8", errors="replace")):
                if text := " ".join(paragraph.split()):
                    table.write(f"{number}\t{file.parent.name}\t{file.stem}\t{text}\n")
                    number += 1
    (folder / "lines.part").rename(path)
    return path


def queries(folder):
    """The queries of a corpus: lines of class, kind and words, made once."""
    path = folder / "queries.tsv"
    if path.exists():
        return path
    source = random.Random(2)
    documents = collections.Counter()
    lines = []
    with open(folder / "scenes.tsv", encoding="utf-8") as table:
        for line in table:
            words = WORD.findall(line.split("\t", 3)[3].lower())
            documents.update(set(words))
            if source.random() < 0.02:
                lines.append(words)
    total = max(documents.values())

    def drawn(low, high, count):
        found = sorted(w for w, n in documents.items() if low * total <= n <= high * total and len(w) > 2)
        return source.sample(found, min(count, len(found)))

    def runs(length, count):
        chosen = [line for line in source.sample(lines, min(len(lines), count)) if len(line) > 40]
        starts = [(line, source.randrange(len(line) - length)) for line in chosen]
        return [" ".join(line[start : start + length]) for line, start in starts]

    frequent = drawn(0.4, 0.8, 20)
    groups = {
        ("rare", "word"): drawn(0, 0.002, 20),
        ("mid", "word"): drawn(0.02, 0.05, 20),
        ("freq", "word"): frequent,
        ("stop", "word"): drawn(0.9, 1, 10),
        ("and2", "and"): [" ".join(source.sample(frequent, 2)) for _ in range(20) if len(frequent) > 1],
        ("phrase", "phrase"): runs(3, 20) + runs(2, 10),
        ("prefix", "prefix"): [word[:3] for word in drawn(0.02, 0.3, 10)],
        ("near", "near"): [" ".join(pair) for pair in zip(drawn(0.1, 0.4, 10), drawn(0.1, 0.4, 10))],
    }
    with open(path, "w", encoding="utf-8") as file:
        for (name, kind), texts in groups.items():
            file.writelines(f"{name}\t{kind}\t{text}\n" for text in texts)
    return path
