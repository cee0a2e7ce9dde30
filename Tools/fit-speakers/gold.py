"""Texts with gold labels: what the reader saw of each, and which candidates are right."""

import collections
import importlib.util
import json
import os
import pathlib
import subprocess
import sys

import numpy

# Who wrote what, so that no author stands in two folds; a text that is not here is its own author.
AUTHORS = {
    "Austen": "Mansfield Northanger ersuasion SenseAnd emma pride_and sense_and",
    "Forster": "Passage WithAView WhereAngels room_with howards",
    "Dickens": "Oliver bleak_house david_copperfield great_expectations",
    "Chesterton": "Thursday thursday",
    "Doyle": "SignOfTheFour sherlock",
    "James": "DaisyMiller daisy_miller turn_of_the_screw ambassadors portrait_of_a_lady",
    "Wilde": "DorianGray dorian",
    "Woolf": "NightAndDay night_and_day",
    "Chopin": "Awakening awakening",
    "Carroll": "Alice alice",
    "Christie": "Styles adversary",
}
# How much a turn of each set weighs: novels have twenty times the lines of fan fiction.
WEIGHTS = {"PDNC": 1.0, "LitBank": 2.5, "FanficStyle": 8.0, "chapters": 8.0, "serials": 5.0}
KINDS = ("explicit", "anaphoric", "implicit")


def scorer(path):
    """The scorer at `path`, as a module."""
    sys.dont_write_bytecode = True  # the folder is not ours
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def author(name, label):
    for writer, parts in AUTHORS.items():
        if any(part in name for part in parts.split()):
            return writer
    # The chapters of one fan fiction are one author's, and so are all of one hand.
    return label.get("work", {}).get("author") or name


class Source:
    """A labelled work: one text, or the chapters of a serial."""

    def __init__(self, set_name, name, paths, scorer):
        self.set = set_name
        self.name = name
        self.paths = paths
        self.scorer = scorer
        self.labels = [json.loads(path.with_suffix(".json").read_text("utf-8")) for path in paths]
        self.author = author(name, self.labels[0])
        self.texts = []
        for path in paths:
            with open(path, encoding="utf-8", newline="") as file:
                self.texts.append(file.read())


def sources(gold):
    """Every labelled work below the folder `gold`."""
    found = []
    score = scorer(gold / "attribution" / "score.py")
    for path in sorted((gold / "attribution").glob("*.txt")):
        label = path.with_suffix(".json")
        if label.exists():
            found.append(Source(json.loads(label.read_text("utf-8"))["source"], path.stem, [path], score))
    chapters = scorer(gold / "fanfic" / "score_chapters.py")
    for path in sorted((gold / "fanfic").glob("*.txt")):
        if path.with_suffix(".json").exists():
            found.append(Source("chapters", path.stem, [path], chapters))
    for folder in sorted((gold / "fanfic" / "serials").glob("*/")):
        paths = sorted(folder.glob("*.txt"))
        if paths:
            found.append(Source("serials", folder.name, paths, chapters))
    return found


def dump(program, works, out, first=None, second=None):
    """Lets the reader write what it sees of `works`, with trial tables if they are given."""
    options = ["--out", str(out)]
    if first:
        options += ["--first", str(first)]
    if second:
        options += ["--second", str(second)]
    single = [str(work.paths[0]) for work in works if len(work.paths) == 1]
    if single:
        subprocess.run([program, *options, *single], check=True)
    for work in works:
        if len(work.paths) > 1:
            subprocess.run([program, *options, "--work", *map(str, work.paths)], check=True)


class Quote:
    """A gold quotation with a speaker: the turn that has it, or None where it was missed."""

    __slots__ = ("label", "document", "turn", "kind")

    def __init__(self, label, document, turn):
        self.label = label
        self.document = document
        self.turn = turn
        self.kind = label.get("type")


class Work:
    """A labelled work as the reader saw it."""

    def __init__(self, source, folder):
        self.source = source
        self.set = source.set
        self.author = source.author
        path = os.path.join(str(folder), source.name)
        with open(path + ".json", encoding="utf-8") as file:
            self.dump = json.load(file)
        self.path = path
        self.members = self.dump["members"]
        self.turns = self.dump["turns"]
        self.is_chapter = hasattr(source.scorer, "trim_marks")
        self.casts = [source.scorer.Cast(label["characters"]) for label in source.labels]
        self.cache = {}
        self.quotes = []
        self.match()

    def rows(self, which):
        width = len(self.dump["addresseeCues" if which == "addressee" else "cues"])
        return numpy.fromfile(f"{self.path}.{which}", dtype="<f4").reshape(-1, width)

    def transition_rows(self, which):
        """A row a turn; nothing but noughts where no turn before leads over."""
        is_addressee = which == "addressee"
        width = len(self.dump["addresseeTransitions" if is_addressee else "transitions"])
        table = numpy.fromfile(f"{self.path}.{which}-transitions", dtype="<f4").reshape(-1, width)
        result = numpy.zeros((len(self.turns), width), "f4")
        result[[self.is_linked(turn, which) for turn in self.turns]] = table
        return result

    def is_linked(self, turn, which):
        return turn["addresseeLinked" if which == "addressee" else "linked"]

    def speakers_of_turns(self):
        """The quotations of each turn whose speaker is known."""
        result = [[] for _ in self.turns]
        for quote in self.quotes:
            if quote.turn is not None and quote.label.get("speaker") is not None:
                result[quote.turn].append(quote)
        return result

    def right(self, quotes, candidates, people):
        """Which candidates speak the quotations of a turn; none where those have two speakers."""
        if len({quote.label["speaker"] for quote in quotes}) != 1:
            return [False] * len(candidates)
        test = self.is_person if people else self.is_shown
        return [test(quotes[0], member) for member in candidates]

    def addressees_of_turns(self):
        """The quotations of each turn for which somebody is known as the one spoken to."""
        result = [[] for _ in self.turns]
        for quote in self.quotes:
            if quote.turn is not None and quote.label.get("addressees"):
                result[quote.turn].append(quote)
        return result

    def right_addressees(self, quotes, candidates):
        """Which candidates are spoken to in a turn, by the first quotation that says so."""
        if not quotes:
            return [False] * len(candidates)
        return [self.are_addressees(quotes[0], self.members[each]) for each in candidates]

    def are_addressees(self, quote, member):
        """Whether a member is spoken to, or several people are, all of them."""
        if self.is_chapter or not member["people"]:
            return self.is_addressee(quote, member)
        # The scorer of novels looks at the first name only.
        found = [self.casts[quote.document].resolve(name) for name in member["people"]]
        return all(len(each) == 1 and each <= set(quote.label["addressees"]) for each in found)

    def is_shown(self, quote, member):
        return self.is_right(quote, self.members[member]["name"])

    # ------------------------------------------------------------------------------------ labels

    def is_right(self, quote, name):
        """Whether the scorer takes `name` for the speaker of a quotation."""
        key = (quote.document, quote.label["speaker"], name, str(quote.label.get("speaker_also")))
        if key not in self.cache:
            cast = self.casts[quote.document]
            if self.is_chapter:
                also = quote.label.get("speaker_also", ())
                right = cast.speaker_right(quote.label["speaker"], name, also)
            else:
                right = cast.resolve(name) == {quote.label["speaker"]}
            self.cache[key] = bool(right)
        return self.cache[key]

    def is_person(self, quote, member):
        """Whether a member is the speaker, by the name that is shown or else by most of its names."""
        member = self.members[member]
        if self.is_right(quote, member["name"]):
            return True
        aliases = member["aliases"]
        right = sum(self.is_right(quote, alias) for alias in aliases)
        return bool(aliases) and right * 2 > len(aliases)

    def is_addressee(self, quote, member):
        """Whether the scorer takes a member, or several people, for the ones spoken to."""
        names = member["people"] or [member["name"]]
        key = (quote.document, tuple(quote.label["addressees"]), *names)
        if key not in self.cache:
            self.cache[key] = self.name_addressees(quote, names)
        return self.cache[key]

    def name_addressees(self, quote, names):
        cast = self.casts[quote.document]
        if self.is_chapter:
            want = cast.expand(quote.label["addressees"])
            got, bad = cast.resolve(names, want)
            return cast.expand(got) == want and not bad
        # This scorer looks at the first name only.
        found = cast.resolve(names[0])
        return len(found) == 1 and next(iter(found)) in quote.label["addressees"]

    def match(self):
        for document, label in enumerate(self.source.labels):
            text = self.source.texts[document]
            spans = [
                (start, end, index)
                for index, turn in enumerate(self.turns)
                if turn["document"] == document
                for start, end in turn["quotations"]
            ]
            if self.is_chapter:
                self.match_chapter(document, label, text, spans)
            else:
                self.match_text(document, label, text, spans)

    def match_chapter(self, document, label, text, spans):
        score = self.source.scorer
        gold = [each for each in label["quotes"] if each["kind"] != "not_speech"]
        gold.sort(key=lambda each: bool(each.get("optional")))
        core = [score.trim_marks(text, each["start"], each["end"]) for each in gold]
        found = score.match(core, [score.trim_marks(text, s, e) for s, e, _ in spans])
        for index, each in enumerate(gold):
            if not each.get("optional") and (each.get("speaker") is not None or each.get("addressees")):
                place = found.get(index)
                self.quotes.append(Quote(each, document, None if place is None else spans[place][2]))

    def match_text(self, document, label, text, spans):
        score = self.source.scorer
        spans = sorted((*score.trim(text, s, e), turn) for s, e, turn in spans)
        longest = max((e - s for s, e, _ in spans), default=0)
        low = 0
        for each in sorted(label["quotes"], key=lambda each: each["start"]):
            if each.get("nested") or each.get("ignore"):
                continue
            if each["speaker"] is None and not each.get("addressees"):
                continue
            start, end = score.trim(text, each["start"], each["end"])
            while low < len(spans) and spans[low][0] < start - longest:
                low += 1
            cover, best, most = 0, None, 0
            for s, e, turn in spans[low:]:
                if s >= end:
                    break
                shared = min(e, end) - max(s, start)
                if shared > 0:
                    cover += shared
                    if shared > most:
                        best, most = turn, shared
            self.quotes.append(Quote(each, document, best if cover * 2 >= end - start else None))


def folds(works, count):
    """The fold of each work: authors stay together, sizes are about the same in each set."""
    sizes = collections.Counter()
    sets = {}
    for work in works:
        sizes[work.author] += len(work.quotes)
        sets.setdefault(work.author, work.set)
    fold = {}
    filled = collections.defaultdict(lambda: [0] * count)
    for writer, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        full = filled[sets[writer]]
        fold[writer] = full.index(min(full))
        full[fold[writer]] += size
    return [fold[work.author] for work in works]
