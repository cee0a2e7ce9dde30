"""Recoll by its commands (recollcmd): `load FOLDER SCENES`, which reads the chapter files beside SCENES as a user's
index does, or `query FOLDER QUERIES ROUNDS`, each with the start of recollq. A load prints JSON; a query its class
and the median of its rounds in microseconds."""

import json
import pathlib
import statistics
import subprocess
import sys
import time


def load(folder, scenes):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    chapters = pathlib.Path(scenes).resolve().parent / "chapters"
    # One thread, like the other peers on one core.
    (folder / "recoll.conf").write_text(f"topdirs = {chapters}\nthrQSizes = -1 -1 -1\nloglevel = 1\n")
    start = time.perf_counter()
    subprocess.run(["recollindex", "-c", folder, "-z"], check=True, capture_output=True)
    print(json.dumps({"seconds": round(time.perf_counter() - start, 3)}))


def expression(kind, text):
    return {"prefix": f"{text}*", "phrase": f'"{text}"', "near": f'"{text}"p10'}.get(kind, text)


def ask(folder, queries, rounds):
    with open(queries, encoding="utf-8") as file:
        asked = [line.rstrip("\n").split("\t") for line in file]
    for name, kind, text in asked:
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            command = ["recollq", "-c", folder, "-n", "10", expression(kind, text)]
            subprocess.run(command, check=True, capture_output=True)
            times.append((time.perf_counter() - start) * 1e6)
        print(f"{name}\t{statistics.median(times):.1f}")


if sys.argv[1] == "load":
    load(sys.argv[2], sys.argv[3])
else:
    ask(sys.argv[2], sys.argv[3], int(sys.argv[4]))
