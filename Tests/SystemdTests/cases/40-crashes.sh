# Processes that die or hang.

it_comes_back_when_the_daemon_is_killed() {
  local old before
  old=$(main_pid)
  before=$(matches Smith)
  kill -KILL "$old"
  eventually 10 is_new_daemon "$old"
  expect_matches "$before" Smith
}

it_answers_on_when_the_worker_is_killed() {
  local before daemon
  before=$(matches Smith)
  daemon=$(main_pid)
  write_shelf shelf-a 150 quartzite
  as adam ficsearch reindex --no-wait
  eventually 10 worker_pid
  kill -KILL "$(worker_pid)"
  expect_matches "$before" Smith
  [[ $(main_pid) -eq $daemon ]] || fail "the daemon did not outlive its worker"
}

it_carries_on_where_the_killed_worker_was() {
  expect 0 as adam ficsearch reindex
  expect_matches 150 quartzite
}

it_survives_both_being_killed() {
  local old
  write_shelf shelf-b 150 feldspar
  as adam ficsearch reindex --no-wait
  eventually 10 worker_pid
  old=$(main_pid)
  kill -KILL "$(worker_pid)" "$old"
  eventually 10 is_new_daemon "$old"
  expect 0 as adam ficsearch reindex
  expect_matches 150 feldspar
  expect_matches 150 quartzite
}

it_is_started_anew_when_it_hangs() {
  local old
  mkdir -p /run/systemd/system/ficsearchd.service.d
  printf '[Service]\nWatchdogSec=2s\nTimeoutStopSec=2s\n' \
    >/run/systemd/system/ficsearchd.service.d/test.conf
  systemctl daemon-reload
  systemctl restart "$service"
  # It says that it is alive, or it would not last so long.
  old=$(main_pid)
  sleep 5
  [[ $(main_pid) -eq $old ]] || fail "a daemon in good health was taken for hung"
  kill -STOP "$old"
  eventually 20 is_new_daemon "$old"
  rm -r /run/systemd/system/ficsearchd.service.d
  systemctl daemon-reload
  systemctl restart "$service"
  has_matches Smith
}
