"""Xapian by its Python bindings (python3-xapian): `load FOLDER SCENES`, or `query FOLDER QUERIES ROUNDS`. A load
prints JSON; a query its class and the median of its rounds in microseconds."""

import json
import re
import statistics
import sys
import time

import xapian


def load(folder, scenes):
    start, rows = time.perf_counter(), 0
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    with open(scenes, encoding="utf-8") as file:
        for line in file:
            document = xapian.Document()
            generator.set_document(document)
            generator.set_termpos(0)
            generator.index_text(line.split("\t", 3)[3].lower())
            database.add_document(document)
            rows += 1
    database.commit()
    print(json.dumps({"seconds": round(time.perf_counter() - start, 3), "rows": rows}))


def expression(database, kind, text):
    query, words = xapian.Query, text.split()
    if kind == "prefix":
        return query(query.OP_WILDCARD, text, 0)
    operator = {"word": query.OP_OR, "and": query.OP_AND, "phrase": query.OP_PHRASE, "near": query.OP_NEAR}[kind]
    return query(operator, words, 11 if kind == "near" else len(words))


def ask(folder, queries, rounds):
    database = xapian.Database(folder)
    with open(queries, encoding="utf-8") as file:
        for line in file:
            name, kind, text = re.split("\t", line.rstrip("\n"))
            times = []
            for _ in range(rounds):
                start = time.perf_counter()
                enquire = xapian.Enquire(database)
                enquire.set_query(expression(database, kind, text))
                list(enquire.get_mset(0, 10))
                times.append((time.perf_counter() - start) * 1e6)
            print(f"{name}\t{statistics.median(times):.1f}")


if sys.argv[1] == "load":
    load(sys.argv[2], sys.argv[3])
else:
    ask(sys.argv[2], sys.argv[3], int(sys.argv[4]))
