#!/usr/bin/env python3
"""Fits a power of the size to every figure of several runs of run.py.

  usage: Benchmarks/fit.py FOLDER/results.json=MB FOLDER/results.json=MB …

Prints for each figure of ours its medians, the exponent of the size that fits them best (least squares of the
logarithms) and the greatest deviation of a median from the fit.
"""

import json
import math
import statistics
import sys


def fit(points):
    """The exponent of the line through logarithms, and the greatest factor by which a point misses it."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = statistics.mean(x for x, _ in logs)
    mean_y = statistics.mean(y for _, y in logs)
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread
    misses = [abs(y - mean_y - slope * (x - mean_x)) for x, y in logs]
    return slope, math.exp(max(misses))


def main():
    runs = []
    for argument in sys.argv[1:]:
        path, size = argument.rsplit("=", 1)
        with open(path, encoding="utf-8") as file:
            runs.append((float(size), json.load(file)))
    runs.sort(key=lambda run: run[0])
    if len(runs) < 2:
        sys.exit(__doc__)
    print("| figure | " + " | ".join(f"{size:.0f} MB" for size, _ in runs) + " | exponent | deviation |")
    print("| --- |" + " --- |" * (len(runs) + 2))
    for name in runs[0][1]:
        if not (name.endswith(": ficsearch") or name.endswith(": processor") or name.endswith(": memory")):
            continue
        points = [(size, statistics.median(own[name])) for size, own in runs if name in own]
        if len(points) < len(runs):
            continue
        slope, miss = fit(points)
        cells = " | ".join(f"{value:.4g}" for _, value in points)
        print(f"| {name} | {cells} | {slope:.2f} | {miss:.2f} |")


main()
