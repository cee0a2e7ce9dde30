"""The joint pass as mathematics: sums over all ways to name the speakers of a run, with gradients.

A run is a list of turns. The factor of a candidate is the exponential of its score; the same speaker
going on and the speaker before last coming back have factors of their own. Runs of about the same length
are computed together, padded with candidates that count for nothing.
"""

import numpy


class Batch:
    """Runs that are summed together."""

    def __init__(self, runs, members, right, weights):
        """`runs`: lists of turn numbers; `members[turn]`, `right[turn]`: lists of the candidates."""
        self.length = max(len(run) for run in runs)
        self.size = len(runs)
        self.width = max(len(members[turn]) for run in runs for turn in run)
        shape = (self.length, self.size, self.width)
        self.mask = numpy.zeros(shape, bool)
        self.right = numpy.zeros(shape, bool)
        self.before = numpy.zeros((*shape, self.width), bool)  # [.., now, before]: the same member
        self.last = numpy.full(shape, -1)  # the place among the candidates two turns before
        self.turns = numpy.full((self.length, self.size), -1)
        self.weights = numpy.array(weights, float)
        for column, run in enumerate(runs):
            for step, turn in enumerate(run):
                self.turns[step, column] = turn
                count = len(members[turn])
                self.mask[step, column, :count] = True
                marks = right[turn]
                self.right[step, column, :count] = marks if any(marks) else True
                if step:
                    other = {member: place for place, member in enumerate(members[run[step - 1]])}
                    for place, member in enumerate(members[turn]):
                        if member in other:
                            self.before[step, column, place, other[member]] = True
                if step > 1:
                    other = {member: place for place, member in enumerate(members[run[step - 2]])}
                    for place, member in enumerate(members[turn]):
                        self.last[step, column, place] = other.get(member, -1)
        self.is_live = self.turns >= 0
        self.has_labels = numpy.array(
            [any(any(right[turn]) for turn in run) for run in runs], float
        )

    def sums(self, scores, same, back, clamped):
        """The logarithms of the sums, each candidate's share, the gradients of `same` and `back`."""
        mask = self.right & self.mask if clamped else self.mask
        top = numpy.where(self.mask, scores, -1e30).max(2, keepdims=True)
        top = numpy.where(self.is_live[..., None], top, 0)
        factors = numpy.where(mask, numpy.exp(numpy.minimum(scores - top, 0)), 0)
        factors = numpy.where(self.is_live[..., None], factors, 0)
        same, back = numpy.exp(same), numpy.exp(back)
        logs = top[..., 0].sum(0)
        length, size, width = self.mask.shape
        columns = numpy.arange(size)[:, None, None]
        forward = [factors[0][:, None, :] * (numpy.arange(width) == 0)[None, :, None]]
        gathered = [None]
        norms = []

        def normal(row, live, logs):
            total = row.sum((1, 2))
            total = numpy.where(live & (total > 0), total, 1)
            return row / total[:, None, None], logs + numpy.log(total)

        forward[0], logs = normal(forward[0], self.is_live[0], logs)
        for step in range(1, length):
            old = forward[-1]  # [run, before last, before]
            sums = old.sum(1)  # [run, before]
            place = self.last[step]
            parts = numpy.where(
                (place >= 0)[:, None, :],
                old[columns, numpy.maximum(place, 0)[:, None, :], numpy.arange(width)[None, :, None]],
                0,
            )  # [run, before, now]
            gathered.append(parts)
            is_same = self.before[step].transpose(0, 2, 1)
            row = numpy.where(
                is_same,
                sums[:, :, None] * same[step][:, None, None],
                sums[:, :, None] + (back[step] - 1)[:, None, None] * parts,
            )
            row = row * factors[step][:, None, :]
            row, logs = normal(row, self.is_live[step], logs)
            forward.append(numpy.where(self.is_live[step][:, None, None], row, 0))
        shares = numpy.zeros((length, size, width))
        gain_same = numpy.zeros((length, size))
        gain_back = numpy.zeros((length, size))
        backward = numpy.ones((size, width, width))
        for step in range(length - 1, -1, -1):
            ends = self.is_live[step] & (
                ~self.is_live[step + 1] if step + 1 < length else numpy.ones(size, bool)
            )
            backward = numpy.where(ends[:, None, None], 1.0, backward)
            joint = forward[step] * backward
            total = joint.sum((1, 2))
            joint = joint / numpy.where(total > 0, total, 1)[:, None, None]
            shares[step] = joint.sum(1)
            if step == 0:
                break
            is_same = self.before[step].transpose(0, 2, 1)
            gain_same[step] = numpy.where(is_same, joint, 0).sum((1, 2))
            parts = gathered[step]
            sums = forward[step - 1].sum(1)[:, :, None]
            all_ways = sums + (back[step] - 1)[:, None, None] * parts
            with numpy.errstate(invalid="ignore", divide="ignore"):
                portion = numpy.where(all_ways > 0, back[step][:, None, None] * parts / all_ways, 0)
            gain_back[step] = numpy.where(is_same, 0, joint * portion).sum((1, 2))
            # to the pairs of the turn before: [run, before last, before]
            worth = factors[step][:, None, :] * backward  # [run, before, now]
            whole = numpy.where(is_same, worth * same[step][:, None, None], worth).sum(2)
            older = numpy.broadcast_to(whole[:, None, :], (size, width, width)).copy()
            more = numpy.where(is_same, 0, (back[step] - 1)[:, None, None] * worth)
            place = self.last[step]
            run, now = numpy.nonzero(place >= 0)
            numpy.add.at(older, (run, place[run, now]), more[run, :, now])
            total = older.max((1, 2))
            backward = older / numpy.where(total > 0, total, 1)[:, None, None]
        return logs, shares, gain_same, gain_back
