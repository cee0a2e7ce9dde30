# The archive is watched: nobody has to say `reindex`.

it_finds_a_new_chapter_by_itself() {
  local start
  has_no_matches chrysoprase
  mkdir -p "$archive/The Gem Cutter"
  printf 'Chapter 1\n\n"It is a chrysoprase," said Smith, and put it down.\n' \
    >"$archive/The Gem Cutter/01 - The Stone.txt"
  start=$(date +%s%N)
  eventually 10 has_matches chrysoprase
  echo "figure: a new chapter was found after $((($(date +%s%N) - start) / 1000000)) ms"
}

it_finds_a_further_chapter_of_a_known_work() {
  local start
  printf 'Chapter 2\n\n"Then it is worth a heliodor," said Jones.\n' \
    >"$archive/The Gem Cutter/02 - The Price.txt"
  start=$(date +%s%N)
  eventually 10 has_matches heliodor
  echo "figure: a further chapter was found after $((($(date +%s%N) - start) / 1000000)) ms"
}

it_follows_a_changed_chapter() {
  sed -i 's/chrysoprase/tourmaline/' "$archive/The Gem Cutter/01 - The Stone.txt"
  eventually 10 has_matches tourmaline
  eventually 10 has_no_matches chrysoprase
}

it_lets_go_of_a_removed_work() {
  rm -r "$archive/The Gem Cutter"
  as adam ficsearch reindex
  eventually 10 has_no_matches tourmaline
}

it_watches_again_after_a_restart() {
  systemctl restart "$service"
  has_matches Smith
  printf '"A spinel," said Smith.\n' >"$archive/A Spinel.txt"
  eventually 10 has_matches spinel
}
