#!/usr/bin/env python3
"""Fits the networks of the reader of dialogue to texts with gold labels.

usage: fit_speakers.py [--folds N] [--families] [--write] [--gold FOLDER] [--program FILE] [--scratch FOLDER]

The first pass is fitted to what turns and their surroundings show. The second is fitted to what it sees
after a first pass that has not seen the author: so it learns how far to trust it. With --folds, works are
scored by networks that have not seen their author. With --write, networks that have seen everything go
into the tables of the lexicon. With --families, what each family of cues brings is measured by folds.
"""

import argparse
import collections
import pathlib
import time

import numpy

import gold
from network import Network, Turns

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LEXICON = ROOT / "Sources" / "FicDialogue" / "Lexicon"
# How much of a decision stays the first pass's; SpeakerReader has the same number.
SHARE_OF_FIRST = 0.2
TABLES = {name: LEXICON / f"{name}-ranker.txt" for name in ("first", "second", "addressee")}


def weight_of(work):
    return gold.WEIGHTS[work.set]


def comment(which):
    return [
        f"What the cues are worth in the {which} pass: a network of one hidden layer.",
        "A line a cue: its direct weight, then one for each hidden unit. Cues/*.swift say what they mean.",
        "Fitted by Tools/fit-speakers to texts with gold labels that are not part of this repository.",
    ]


def score(works, turns, shares):
    """Quotations right, by set and kind: by the names that are shown, all gold ones counted."""
    table = collections.defaultdict(lambda: [0, 0, 0, 0])
    offset = 0
    for work in works:
        for quote in work.quotes:
            if quote.label.get("speaker") is None:
                continue
            right = person = reachable = 0
            if quote.turn is not None:
                turn = offset + quote.turn
                candidates = turns.members[turn]
                if turn in shares and len(candidates):
                    best = candidates[int(numpy.argmax(shares[turn]))]
                    right = work.is_shown(quote, best)
                    person = work.is_person(quote, best)
                    reachable = any(work.is_person(quote, each) for each in candidates)
            for key in [*parts(work), (work.set, quote.kind)]:
                row = table[key]
                row[0] += right
                row[1] += 1
                row[2] += person
                row[3] += reachable
        offset += len(work.turns)
    return table


MAINSTREAM = {f"e0{number}" for number in range(1, 9)}


def parts(work):
    """The sets whose figures a work is part of."""
    if work.set != "chapters":
        return [work.set]
    return [work.set, "e01-e08" if work.source.name[:3] in MAINSTREAM else "odd chapters"]


def show(title, table):
    print(title)
    for key in sorted((key for key in table if isinstance(key, str)), key=str):
        right, count, person, reachable = table[key]
        kinds = []
        for kind in gold.KINDS:
            if (key, kind) in table:
                row = table[key, kind]
                kinds.append(f"{100 * row[0] / row[1]:.1f}")
        print(
            f"  {key:14} {count:6} shown {100 * right / count:5.1f} person {100 * person / count:5.1f}"
            f" reachable {100 * reachable / count:5.1f}  {' / '.join(kinds)}",
            flush=True,
        )


def show_addressees(title, works, turns, shares):
    """Quotations whose addressee is right: of those that were found, and by the rule alone."""
    print(title)
    table = collections.defaultdict(lambda: numpy.zeros(5, int))
    rule = works[0].dump["addresseeCues"].index("AddresseeCue.rule")
    offset = 0
    for work in works:
        for quote in work.quotes:
            if not quote.label.get("addressees"):
                continue
            row = numpy.array([1, 0, 0, 0, 0])
            turn = offset + (quote.turn or 0)
            candidates = turns.members[turn] if quote.turn is not None else []
            if quote.turn is not None:
                row[1] = 1
            if candidates:
                right = [work.is_addressee(quote, work.members[each]) for each in candidates]
                row[2] = right[int(numpy.argmax(shares[turn]))]
                rules = turns.rows[turns.first[turn] : turns.first[turn] + len(candidates), rule]
                row[3] = any(r and x for r, x in zip(right, rules))
                row[4] = any(right)
            for name in parts(work):
                table[name] += row
        offset += len(work.turns)
    for name, (count, found, right, by_rule, reachable) in sorted(table.items()):
        if count:
            print(
                f"  {name:14} {count:6} of all {100 * right / count:5.1f} of found"
                f" {100 * right / found:5.1f} rule {100 * by_rule / found:5.1f}"
                f" reachable {100 * reachable / found:5.1f}",
                flush=True,
            )


def rising(lines, count=16):
    """Steps of probability and share, both rising, through (probability, right, weight)."""
    lines = sorted(lines)
    weights = numpy.array([each[2] for each in lines])
    groups = numpy.minimum((numpy.cumsum(weights) / weights.sum() * count).astype(int), count - 1)
    blocks = []
    for group in range(count):
        part = [each for each, place in zip(lines, groups) if place == group]
        if part:
            mass = sum(each[2] for each in part)
            middle = sum(each[0] * each[2] for each in part) / mass
            share = sum(each[1] * each[2] for each in part) / mass
            blocks.append([middle, share, mass])
            while len(blocks) > 1 and blocks[-1][1] < blocks[-2][1]:
                one, other = blocks.pop(), blocks.pop()
                mass = one[2] + other[2]
                blocks.append([(one[i] * one[2] + other[i] * other[2]) / mass for i in (0, 1)] + [mass])
    return [(0, 0), *((middle, share) for middle, share, _ in blocks), (1, blocks[-1][1])]


class Fitting:
    """The state of one run: works, folds, and where things are written."""

    def __init__(self, options):
        self.options = options
        self.scratch = options.scratch
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.sources = gold.sources(options.gold)

    def dump(self, name, sources, **tables):
        folder = self.scratch / name
        gold.dump(self.options.program, sources, folder, **tables)
        return [gold.Work(source, folder) for source in sources]

    def table(self, network, work, which, name):
        path = self.scratch / f"{name}.txt"
        network.write(path, work.dump["cues"], work.dump["transitions"], comment(which))
        return path

    def network(self, turns, chosen, keep=None, decay=10):
        network = Network(turns.rows.shape[1], turns.transitions.shape[1])
        epochs = self.options.epochs
        return network.fit(turns, chosen, weight_of, epochs=epochs, decay=decay, keep=keep)

    def first(self):
        """The first passes of all folds and of everything; what the second sees after each."""
        works = self.dump("bare", self.sources)
        self.fold = gold.folds(works, self.options.folds)
        turns = Turns(works, "first")
        shares = {}
        seen = []
        for fold in range(self.options.folds):
            started = time.time()
            rest = {i for i in range(len(works)) if self.fold[i] != fold}
            part = set(range(len(works))) - rest
            network = self.network(turns, rest)
            shares.update(network.shares(turns, part))
            table = self.table(network, works[0], "first", f"first-{fold}")
            sources = [self.sources[i] for i in sorted(part)]
            seen += zip(sorted(part), self.dump(f"after-{fold}", sources, first=table))
            print(f"first pass, fold {fold}: {time.time() - started:.0f} s", flush=True)
        show("first pass, authors not seen:", score(works, turns, shares))
        self.first_turns, self.first_shares = turns, shares
        if self.options.write:
            network = self.network(turns, set(range(len(works))))
            self.write(network, works[0], "first")
        return [work for _, work in sorted(seen, key=lambda each: each[0])]

    def second(self, works, keep=None, title="second pass, authors not seen:"):
        turns = Turns(works, "second")
        shares = {}
        for fold in range(self.options.folds):
            rest = {i for i in range(len(works)) if self.fold[i] != fold}
            network = self.network(turns, rest, keep=keep)
            shares.update(network.shares(turns, set(range(len(works))) - rest))
            if keep is None:
                self.table(network, works[0], "second", f"second-{fold}")
        for turn, share in shares.items():
            if turns.first[turn] < 0:  # the first pass was sure
                shares[turn] = numpy.array([self.first_shares[turn].max()])
            elif turn in self.first_shares:
                before = dict(zip(self.first_turns.members[turn], self.first_shares[turn]))
                before = numpy.array([before.get(each, 0) for each in turns.members[turn]])
                shares[turn] = SHARE_OF_FIRST * before + (1 - SHARE_OF_FIRST) * share
        table = score(works, turns, shares)
        show(title, table)
        if keep is None:
            self.calibrate(works, turns, shares)
        if self.options.write and keep is None:
            network = self.network(turns, set(range(len(works))))
            self.write(network, works[0], "second")
        return turns, shares

    def calibrate(self, works, turns, shares):
        """How many lines are right at a probability, by networks that have not seen the author."""
        lines = []
        offset = 0
        for work in works:
            for quote in work.quotes:
                if quote.label.get("speaker") is None or quote.turn is None:
                    continue
                turn = offset + quote.turn
                if turn in shares and turns.members[turn]:
                    best = int(numpy.argmax(shares[turn]))
                    right = work.is_shown(quote, turns.members[turn][best])
                    # Novels are a third of it: what is sure in them is less so elsewhere.
                    weight = weight_of(work) * (0.5 if work.set == "PDNC" else 1)
                    lines.append((shares[turn][best], right, weight, work.set))
            offset += len(work.turns)
        steps = rising([each[:3] for each in lines])
        for name in sorted({each[3] for each in lines}):
            sure = [each for each in lines if each[3] == name]
            said = numpy.interp([each[0] for each in sure], *zip(*steps))
            row = []
            for bound in (0.9, 0.7, 0.5):
                taken = [each[1] for each, share in zip(sure, said) if share >= bound]
                row.append(f"{bound}: {len(taken)} right {100 * numpy.mean(taken or [0]):.1f}")
            print(f"  {name:14}", ", ".join(row))
        if self.options.write:
            head = [
                "A probability of the joint pass and the share of lines that are right at it.",
                "Measured by Tools/fit-speakers with networks that have not seen the author.",
            ]
            lines = [*(f"# {line}" for line in head), *(f"{p:.4f} {s:.3f}" for p, s in steps)]
            (LEXICON / "calibration.txt").write_text("\n".join(lines) + "\n", "utf-8")

    def addressee(self):
        """Whom turns are spoken to, after passes that have not seen the author."""
        seen = []
        for fold in range(self.options.folds):
            part = [i for i in range(len(self.sources)) if self.fold[i] == fold]
            tables = {which: self.scratch / f"{which}-{fold}.txt" for which in ("first", "second")}
            seen += zip(part, self.dump(f"spoken-{fold}", [self.sources[i] for i in part], **tables))
        works = [work for _, work in sorted(seen, key=lambda each: each[0])]
        turns = Turns(works, "addressee")
        shares = {}
        for fold in range(self.options.folds):
            rest = {i for i in range(len(works)) if self.fold[i] != fold}
            network = self.network(turns, rest, decay=300)
            shares.update(network.shares(turns, set(range(len(works))) - rest))
        show_addressees("addressees, authors not seen:", works, turns, shares)
        if self.options.write:
            network = self.network(turns, set(range(len(works))), decay=300)
            self.write(network, works[0], "addressee")

    def write(self, network, work, which):
        cues = work.dump["addresseeCues" if which == "addressee" else "cues"]
        transitions = work.dump["addresseeTransitions" if which == "addressee" else "transitions"]
        network.write(TABLES[which], cues, transitions, comment(which))

    def families(self, works):
        cues = works[0].dump["cues"]
        for family in sorted({cue.partition(".")[0] for cue in cues} - {"TurnCue"}):
            keep = numpy.array([not cue.startswith(family + ".") for cue in cues])
            self.second(works, keep, f"without {family}:")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--families", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--gold", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "dump-cues"))
    parser.add_argument("--scratch", type=pathlib.Path, default=pathlib.Path("/tmp/fit-speakers"))
    fitting = Fitting(parser.parse_args())
    works = fitting.first()
    fitting.second(works)
    fitting.addressee()
    if fitting.options.families:
        fitting.families(works)


if __name__ == "__main__":
    main()
