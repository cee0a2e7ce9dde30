"""Counts who speaks in a work, and shows where in it words stand.

    python3 who_speaks.py "short measure" smith

The marks `# %%` part it into cells, as Jupyter and several editors read them. With matplotlib the
dispersion is drawn to dispersion.png, else in text.
"""

# %% Which work, which words
import sys

import ficsearch

title, query = sys.argv[1:3] if len(sys.argv) > 2 else ("short measure", "smith")
archive = ficsearch.connect()
work = archive.work(title)
words = f'work:"{work.work.title}" {query}'
print(f"{work.work.title}: {work.words:,} words, {work.chapters} chapters\n")


# %% Who speaks
def bar(share: float, width: int = 40) -> str:
    """A bar of at most `width` characters for a share of 1."""
    return "█" * round(share * width)


cast = [member for member in archive.cast(work.work.id) if member.lines > 0]
most = max((member.lines for member in cast), default=1)
for member in cast[:10]:
    print(f"{member.name[:20]:20} {member.lines:4} lines  {bar(member.lines / most)}")

# %% Who says the words, and how often in ten thousand of their own
print(f"\nWho says {query!r}:")
for part in archive.count(words, by="speaker", zone="dialogue")[:10]:
    rate = part.per_ten_thousand or 0
    print(f"{part.name[:20]:20} {part.matches:4} times  {rate:6.1f} in 10,000 words")

# %% Where the words stand
found = archive.dispersion(words)
chapters = found[0].chapters if found else ()
rates = [10_000 * share.matches / share.words if share.words else 0.0 for share in chapters]
names = [str(share.chapter.number) for share in chapters]
try:
    import matplotlib
except ImportError:
    print(f"\n{query!r} by chapter, in 10,000 words:")
    for name, rate in zip(names, rates):
        print(f"{name:>4} {rate:6.1f}  {bar(rate / max(rates)) if rate else ''}")
else:
    matplotlib.use("Agg")
    from matplotlib import pyplot

    pyplot.bar(names, rates)
    pyplot.title(f"{query!r} in {work.work.title}")
    pyplot.xlabel("chapter")
    pyplot.ylabel("in 10,000 words")
    pyplot.savefig("dispersion.png")
    print("\ndispersion.png shows where the words stand")
