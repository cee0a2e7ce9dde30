"""The network that says what a candidate's cues are worth, and how it is fitted through the chain."""

import numpy

from chain import Batch

HIDDEN = 16
LONGEST = 64  # runs are cut after so many turns for fitting
TURNS = 1200  # the turns of a batch, about


class Turns:
    """The turns of several works, with the cues of their candidates one below the other."""

    def __init__(self, works, which, people=True):
        rows, transitions, members, right, weights, runs = [], [], [], [], [], []
        self.work_of = []
        self.first = []  # the row of each turn's first candidate, or -1 where there are none
        count = 0
        for number, work in enumerate(works):
            is_addressee = which == "addressee"
            of_turn = work.addressees_of_turns() if is_addressee else work.speakers_of_turns()
            table = work.rows(which)
            rows.append(table)
            transitions.append(work.transition_rows(which))
            place = 0
            run = []
            for index, turn in enumerate(work.turns):
                candidates = turn[which]
                if (not work.is_linked(turn, which) or not candidates) and run:
                    runs.append(run)
                    run = []
                settled = which == "second" and turn["settled"]
                self.first.append(-1 if settled or not candidates else count + place)
                if not settled:
                    place += len(candidates)
                members.append(candidates)
                if not candidates:
                    right.append([])
                elif is_addressee:
                    right.append(work.right_addressees(of_turn[index], candidates))
                else:
                    right.append(work.right(of_turn[index], candidates, people))
                self.work_of.append(number)
                if candidates:
                    run.append(len(members) - 1)
            if run:
                runs.append(run)
            assert place == len(table), (work.path, place, len(table))
            count += len(table)
        self.rows = numpy.concatenate(rows) if rows else numpy.zeros((0, 0))
        self.transitions = numpy.concatenate(transitions)
        self.members, self.right, self.runs = members, right, runs
        self.works = works
        self.work_of = numpy.array(self.work_of)
        self.first = numpy.array(self.first)

    def batches(self, chosen, weight_of, longest=LONGEST):
        """Batches of the runs of the works in `chosen`."""
        runs = []
        for run in self.runs:
            if self.work_of[run[0]] in chosen:
                runs += [run[i : i + longest] for i in range(0, len(run), longest)]
        runs.sort(key=len)
        result, group, turns = [], [], 0
        for run in runs + [None]:
            if group and (run is None or turns + len(run) > TURNS):
                weights = [weight_of(self.works[self.work_of[each[0]]]) for each in group]
                batch = Batch(group, self.members, self.right, weights)
                batch.index(self)
                result.append(batch)
                group, turns = [], 0
            if run:
                group.append(run)
                turns += len(run)
        return result


def index(batch, turns):
    """Notes which rows of the table stand where in a batch."""
    places, rows = [], []
    for step, column in zip(*numpy.nonzero(batch.turns >= 0)):
        turn = batch.turns[step, column]
        first = turns.first[turn]
        if first >= 0:
            base = (step * batch.size + column) * batch.width
            count = len(turns.members[turn])
            places.append(base + numpy.arange(count))
            rows.append(first + numpy.arange(count))
    batch.places = numpy.concatenate(places) if places else numpy.zeros(0, int)
    batch.rows = numpy.concatenate(rows) if rows else numpy.zeros(0, int)


Batch.index = index


class Network:
    """A layer of hidden units beside direct weights, and the worth of transitions."""

    def __init__(self, width, transitions, hidden=HIDDEN, seed=1):
        random = numpy.random.default_rng(seed)
        scale = 0.7 / numpy.sqrt(width)
        self.parts = [
            (random.standard_normal((width, hidden)) * scale).astype("f4"),
            numpy.zeros(hidden, "f4"),
            (random.standard_normal(hidden) * 0.1).astype("f4"),
            numpy.zeros(width, "f4"),
            numpy.zeros(transitions, "f4"),
            numpy.zeros(transitions, "f4"),
        ]
        self.scale = numpy.ones(width, "f4")
        self.random = random

    def scores(self, rows):
        units, bias, out, direct = self.parts[:4]
        rows = rows / self.scale
        return numpy.maximum(rows @ units + bias, 0) @ out + rows @ direct

    def transition_scores(self, rows):
        return rows @ self.parts[4], rows @ self.parts[5]

    def fit(self, turns, chosen, weight_of, epochs=24, rate=0.006, decay=10.0, drop=0.1, keep=None):
        """Fits to the right candidates of the works in `chosen`."""
        batches = [each for each in turns.batches(chosen, weight_of) if each.has_labels.any()]
        used = numpy.unique(numpy.concatenate([each.rows for each in batches]))
        sample = turns.rows[used[:: max(1, len(used) // 60000)]]
        self.scale = numpy.maximum(sample.std(0), 0.05).astype("f4")
        if keep is not None:
            self.parts[0][~keep] = 0
        total = sum((each.weights * each.has_labels * each.is_live.sum(0)).sum() for each in batches)
        moments = [(numpy.zeros_like(part), numpy.zeros_like(part)) for part in self.parts]
        step = 0
        steps = epochs * len(batches)
        for _ in range(epochs):
            for number in self.random.permutation(len(batches)):
                batch = batches[number]
                gradients, share = self.gradients(turns, batch, drop, keep)
                step += 1
                # A warm start, then down to nothing.
                speed = rate * min(1, step / 50) * 0.5 * (1 + numpy.cos(numpy.pi * step / steps))
                for place, (part, gradient) in enumerate(zip(self.parts, gradients)):
                    gradient = gradient / share
                    if place != 1:
                        gradient = gradient + decay / total * part
                    first, second = moments[place]
                    first += 0.1 * (gradient - first)
                    second += 0.01 * (gradient * gradient - second)
                    part -= (
                        speed * first / (1 - 0.9**step)
                        / (numpy.sqrt(second / (1 - 0.99**step)) + 1e-8)
                    ).astype("f4")
        return self

    def gradients(self, turns, batch, drop, keep):
        units, bias, out, direct, _, _ = self.parts
        rows = turns.rows[batch.rows] / self.scale
        if keep is not None:
            rows = rows * keep
        hidden = rows @ units + bias
        active = hidden > 0
        if drop:
            active = active * ((self.random.random(len(bias)) > drop) / (1 - drop)).astype("f4")
        hidden = hidden * active
        scores = numpy.zeros(batch.mask.size)
        scores[batch.places] = hidden @ out + rows @ direct
        scores = scores.reshape(batch.mask.shape)
        linked = turns.transitions[numpy.maximum(batch.turns, 0)]
        same, back = self.transition_scores(linked)
        _, free, free_same, free_back = batch.sums(scores, same, back, False)
        _, held, held_same, held_back = batch.sums(scores, same, back, True)
        weights = batch.weights * batch.has_labels
        share = (weights * batch.is_live.sum(0)).sum()
        change = ((free - held) * weights[None, :, None]).reshape(-1)[batch.places].astype("f4")
        outer = (change[:, None] * out) * active
        flat = linked.reshape(-1, linked.shape[-1])
        return [
            rows.T @ outer,
            outer.sum(0),
            hidden.T @ change,
            rows.T @ change,
            flat.T @ ((free_same - held_same) * weights).reshape(-1).astype("f4"),
            flat.T @ ((free_back - held_back) * weights).reshape(-1).astype("f4"),
        ], max(share, 1)

    def shares(self, turns, chosen):
        """Each candidate's share in the turns of the works in `chosen`, by turn."""
        result = {}
        for batch in turns.batches(chosen, lambda work: 1, longest=400):
            scores = numpy.zeros(batch.mask.size)
            if len(batch.rows):
                scores[batch.places] = self.scores(turns.rows[batch.rows])
            same, back = self.transition_scores(turns.transitions[numpy.maximum(batch.turns, 0)])
            _, shares, _, _ = batch.sums(scores.reshape(batch.mask.shape), same, back, False)
            for step, column in zip(*numpy.nonzero(batch.turns >= 0)):
                turn = batch.turns[step, column]
                result[turn] = shares[step, column, : len(turns.members[turn])]
        return result

    def write(self, path, cues, transitions, comment):
        """Writes the table that the reader reads."""
        units, bias, out, direct, same, back = self.parts
        units = units / self.scale[:, None]
        direct = direct / self.scale
        number = lambda value: f"{value:.4g}"
        lines = [*(f"# {line}" for line in comment)]
        lines.append(" ".join(["bias", *map(number, bias)]))
        lines.append(" ".join(["out", *map(number, out)]))
        for place, cue in enumerate(cues):
            if direct[place] or units[place].any():
                lines.append(" ".join([cue, number(direct[place]), *map(number, units[place])]))
        for place, cue in enumerate(transitions):
            lines.append(" ".join([cue, number(same[place]), number(back[place])]))
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
