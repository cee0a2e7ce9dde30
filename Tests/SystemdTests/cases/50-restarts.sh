# Orderly ends and beginnings.

it_finds_all_again_after_a_restart() {
  local before
  before=$(matches Smith)
  systemctl restart "$service"
  expect_matches "$before" Smith
}

# systemd keeps the socket, so that a query waits in it while the daemon is not there.
it_loses_no_query_over_restarts() {
  local number
  rm -f /tmp/lost
  (
    for ((number = 0; number < 150; number++)); do
      as alice ficsearch --limit 1 Smith >/dev/null 2>/tmp/lost.said || {
        echo "query $number: exit status $?: $(cat /tmp/lost.said)" >>/tmp/lost
      }
    done
  ) &
  for number in 1 2 3; do
    sleep 0.5
    systemctl restart "$service"
  done
  wait $!
  [[ ! -s /tmp/lost ]] || fail "$(cat /tmp/lost)"
}

it_reads_its_settings_again_without_a_restart() {
  local old
  old=$(main_pid)
  sed -i 's/^  level: info$/  level: debug/' /etc/ficsearch/ficsearch.yaml
  systemctl reload "$service"
  has_matches Smith
  [[ $(main_pid) -eq $old && $(property ActiveState) == active ]]
}

it_stays_up_when_the_new_settings_are_wrong() {
  local old
  old=$(main_pid)
  cp /etc/ficsearch/ficsearch.yaml /tmp/good.yaml
  echo 'server: [this is no mapping' >>/etc/ficsearch/ficsearch.yaml
  systemctl reload "$service"
  sleep 0.5
  has_matches Smith
  [[ $(main_pid) -eq $old ]] || fail "the daemon went down over a wrong settings file"
  cp /tmp/good.yaml /etc/ficsearch/ficsearch.yaml
  systemctl reload "$service"
}

it_ends_the_worker_when_it_is_stopped() {
  write_shelf shelf-c 150 dolomite
  as adam ficsearch reindex --no-wait
  eventually 10 worker_pid
  systemctl stop ficsearchd.socket "$service"
  [[ $(property Result) == success ]] || fail "the stop ended with $(property Result)"
  ! pgrep --uid ficsearch --list-full || fail "processes are left"
  [[ ! -e $socket ]] || fail "the socket is left"
}

it_finds_all_again_after_a_cold_start() {
  expect 75 as alice ficsearch Smith
  systemctl start ficsearchd.socket
  [[ $(property ActiveState) == inactive ]]
  has_matches Smith
  expect_matches 150 quartzite
  expect 0 as adam ficsearch reindex
  expect_matches 150 dolomite
}
