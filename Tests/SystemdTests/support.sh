# What the cases share: the runner of tests, the people, and ways to ask and to wait.

tests=/tmp/systemd-tests
stories=/tmp/stories
archive=/srv/fiction
socket=/run/ficsearch/ficsearch.sock
service=ficsearchd.service
passed=0
failed=0

# Ends the script unless the machine may be thrown away.
require_copy() {
  [[ ${container:-$(tr '\0' '\n' </proc/1/environ | sed -n 's/^container=//p')} != with-systemd ]] ||
    return 0
  echo "run this with Scripts/with-systemd: it installs files and adds users" >&2
  exit 2
}

# Takes away what an installed machine does not have: the checkout and the toolchain.
hide_sources() {
  local swift
  swift=$(readlink -f "$(command -v swift || true)")
  cd /
  mount -t tmpfs tmpfs "$checkout"
  [[ $swift != */usr/bin/* || $swift == /usr/bin/* ]] || mount -t tmpfs tmpfs "${swift%/usr/bin/*}"
  hash -r
}

# Runs the files of cases, or those whose names hold one of the words, and ends the script.
run_cases() {
  local case name wanted
  for case in "$tests"/cases/*.sh; do
    wanted=$([[ $# -eq 0 ]] && echo yes || true)
    for name in "$@"; do
      [[ ${case##*/} != *"$name"* ]] || wanted=yes
    done
    [[ -z $wanted ]] || run_case "$case"
  done
  echo "$passed passed, $failed failed"
  exit $((failed > 0))
}

# Runs every test of a file in the order in which they are written.
run_case() {
  local file=$1 name output status
  echo "# ${file##*/}"
  # shellcheck disable=SC1090
  . "$file"
  for name in $(sed -n 's/^\(it_[a-z0-9_]*\)().*/\1/p' "$file"); do
    status=0
    # Not in a condition, where the shell would not stop at a failing command.
    set +e
    output=$(
      exec 2>&1
      set -eE
      trap 'echo "failed at: $BASH_COMMAND"' ERR
      "$name"
    )
    status=$?
    set -e
    if [[ $status -eq 0 ]]; then
      passed=$((passed + 1))
      echo "ok $((passed + failed)) - $(as_sentence "$name")"
      sed -n 's/^figure: /  # /p' <<<"$output"
    else
      failed=$((failed + 1))
      echo "not ok $((passed + failed)) - $(as_sentence "$name")"
      sed 's/^/  # /' <<<"$output"
      journalctl --no-pager --lines 8 --output cat --unit "$service" | sed 's/^/  # journal: /'
    fi
  done
}

as_sentence() {
  local words=${1#it_}
  echo "it ${words//_/ }"
}

fail() {
  echo "$*"
  return 1
}

# Runs a command as a person, in an environment as bare as a login's.
as() {
  local person=$1
  shift
  runuser --user "$person" -- env --ignore-environment \
    "HOME=/home/$person" "USER=$person" LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin "$@"
}

# Runs a command and demands its exit status; what it printed is then in $said.
expect() {
  local wanted=$1 status=0
  shift
  said=$("$@" 2>&1) || status=$?
  [[ $status -eq $wanted ]] || fail "exit status $status instead of $wanted: $*"$'\n'"$said"
}

# Demands that $said holds a match of the extended regular expression, upper case or lower.
expect_said() {
  grep -qiE -- "$1" <<<"$said" || fail "nothing said of '$1' in: $said"
}

# Repeats a command for so many seconds until it succeeds.
eventually() {
  local seconds=$1 tries
  shift
  for ((tries = seconds * 20; tries > 0; tries--)); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.05
  done
  fail "not within $seconds s: $*"
}

# Prints how many passages of the archive match a query, as a member of the group sees it.
matches() {
  local answer status=0
  answer=$(as alice ficsearch --json --count "$1" 2>&1) || status=$?
  if [[ $status -gt 1 ]]; then
    echo "exit status $status: $answer"
    return 1
  fi
  sed -n 's/.*"matches" *: *\([0-9]*\).*/\1/p' <<<"$answer" | head -1
}

# Demands that a query matches so many passages.
expect_matches() {
  local found
  found=$(matches "$2")
  [[ $found == "$1" ]] || fail "$2 matches $found passages instead of $1"
}

has_matches() {
  [[ $(matches "$1") =~ ^[1-9][0-9]*$ ]]
}

has_no_matches() {
  [[ $(matches "$1") == 0 ]]
}

property() {
  systemctl show --property "$1" --value "${2:-$service}"
}

main_pid() {
  property MainPID
}

worker_pid() {
  pgrep --uid ficsearch --oldest --full ficsearch-ingest
}

is_new_daemon() {
  local pid
  pid=$(main_pid)
  [[ $pid -ne 0 && $pid -ne $1 && $(property ActiveState) == active ]]
}

# Writes COUNT works of about 100 KiB each into a new folder of the archive, so that reading them
# takes the worker a while. Each holds the word WORD once.
write_shelf() {
  local folder=$archive/$1 count=$2 word=$3 number
  mkdir -p "$folder.new"
  for ((number = 1; number <= count; number++)); do
    # Each run of five words has one of the shelf's own, or two shelves would be one text in two places.
    awk -v number="$number" -v word="$word" -v own="${word}ish" 'BEGIN {
      print "The Long Voyage, volume " number "\n\nChapter 1\n\nThe " word " was on board.\n"
      for (line = 1; line <= 700; line++)
        print "\"We have come " line * number " " own " miles,\" said Captain Brandt. \"How " own " many more?\"\n\n" \
          "\"As many " own " again,\" the mate answered, " own " and looked at the " own " sea for a long " own " time.\n"
    }' >"$folder.new/voyage-$number.txt"
  done
  mv "$folder.new" "$folder"
  chmod -R a+rX "$folder"
}
