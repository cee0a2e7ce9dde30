# The socket starts the daemon, and the daemon finds what is in the archive.

it_tells_when_nothing_runs() {
  expect 75 as alice ficsearch Smith
  expect_said "$socket"
}

it_listens_without_a_daemon() {
  systemctl daemon-reload
  systemctl enable --now ficsearchd.socket
  [[ $(stat --format '%U %G %a' "$socket") == "ficsearch ficsearch 660" ]]
  [[ $(property ActiveState) == inactive ]]
}

it_starts_the_daemon_at_the_first_query() {
  local status=0
  as alice ficsearch Smith || status=$?
  # 1 when the archive is not read yet.
  [[ $status -le 1 ]] || fail "exit status $status"
  [[ $(property ActiveState) == active ]]
  [[ $(stat --format %U "/proc/$(main_pid)") == ficsearch ]]
}

it_reads_the_archive_for_an_admin() {
  expect 0 as adam ficsearch reindex
  expect 0 as alice ficsearch Smith
  expect_said "smith"
  echo "figure: $(matches Smith) passages match Smith"
}

it_tells_by_its_exit_status_that_there_is_nothing() {
  expect 1 as alice ficsearch xyzzyplugh
}

it_answers_curl() {
  expect 0 as alice curl --silent --fail --unix-socket "$socket" http://localhost/healthz
  expect 0 as alice curl --silent --fail --unix-socket "$socket" "http://localhost/v1/search?q=Smith"
  expect_said '"hits"|"hit"'
}

it_keeps_the_index_to_itself() {
  [[ $(stat --format '%U' /var/lib/ficsearch) == ficsearch ]]
  expect 2 as alice ls /var/lib/ficsearch/
  [[ -z $(find /var/lib/ficsearch -type f -perm /077) ]]
}

it_sends_its_log_to_the_journal() {
  [[ -n $(journalctl --no-pager --output cat "_SYSTEMD_UNIT=$service") ]]
}
