/* Raw FTS5: what SQLite does with the same scenes and nothing else around it.
 *
 *   usage: fts5 load DATABASE SCENES          one transaction, a hash of 64 MiB, no merges, pages of 16 KiB
 *          fts5 query DATABASE QUERIES ROUNDS the ten best by rank for each query
 *
 * Prints JSON: seconds for a load; the microseconds of each query, the median of its rounds. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void run(sqlite3 *db, const char *sql) {
  char *error = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &error) == SQLITE_OK) return;
  fprintf(stderr, "fts5: %s: %s\n", sql, error);
  exit(1);
}

static int load(sqlite3 *db, const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) return 1;
  double start = now();
  run(db, "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  run(db, "CREATE VIRTUAL TABLE scene USING fts5(text)");
  run(db, "INSERT INTO scene (scene, rank) VALUES ('hashsize', 67108864), ('automerge', 0)");
  run(db, "BEGIN");
  sqlite3_stmt *insert;
  sqlite3_prepare_v2(db, "INSERT INTO scene (rowid, text) VALUES (?, ?)", -1, &insert, NULL);
  char *line = NULL;
  size_t room = 0;
  long row = 0, length;
  while ((length = getline(&line, &room, file)) > 0) {
    char *text = line;
    for (int tabs = 0; tabs < 3 && text; tabs++) text = (text = strchr(text, '\t')) ? text + 1 : NULL;
    if (!text) continue;
    sqlite3_bind_int64(insert, 1, ++row);
    sqlite3_bind_text(insert, 2, text, (int)(line + length - text), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  run(db, "COMMIT");
  printf("{\"seconds\":%.3f,\"rows\":%ld}\n", now() - start, row);
  return 0;
}

/* The query in FTS5's language. */
static void expression(const char *kind, char *words, char *out) {
  if (!strcmp(kind, "phrase")) sprintf(out, "\"%s\"", words);
  else if (!strcmp(kind, "prefix")) sprintf(out, "%s*", words);
  else if (!strcmp(kind, "near")) sprintf(out, "NEAR(%s, 10)", words);
  else {
    *out = 0;
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
      out += sprintf(out, "\"%s\" ", word);
  }
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static int query(sqlite3 *db, const char *path, int rounds) {
  FILE *file = fopen(path, "r");
  if (!file || rounds < 1 || rounds > 99) return 1;
  sqlite3_stmt *best;
  sqlite3_prepare_v2(db, "SELECT rowid FROM scene WHERE scene MATCH ? ORDER BY rank LIMIT 10", -1, &best,
                     NULL);
  char line[4096], name[64], kind[64], words[2048], text[4096];
  double times[99];
  while (fgets(line, sizeof line, file)) {
    if (sscanf(line, "%63[^\t]\t%63[^\t]\t%2047[^\n]", name, kind, words) != 3) continue;
    expression(kind, words, text);
    for (int round = 0; round < rounds; round++) {
      double start = now();
      sqlite3_bind_text(best, 1, text, -1, SQLITE_STATIC);
      while (sqlite3_step(best) == SQLITE_ROW) {}
      sqlite3_reset(best);
      times[round] = (now() - start) * 1e6;
    }
    qsort(times, rounds, sizeof *times, ascending);
    printf("%s\t%.1f\n", name, times[rounds / 2]);
  }
  return 0;
}

int main(int count, char **arguments) {
  sqlite3 *db;
  if (count < 4 || sqlite3_open(arguments[2], &db) != SQLITE_OK) return 2;
  run(db, "PRAGMA cache_size = -262144");
  if (!strcmp(arguments[1], "load")) return load(db, arguments[3]);
  return query(db, arguments[3], count > 4 ? atoi(arguments[4]) : 3);
}
