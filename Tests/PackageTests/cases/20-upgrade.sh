# A newer version over an older one.

# Puts the index in place that version 0.1.0 made of the examples and of a serial whose second
# chapter had gone since; the serial lies in the archive as it was left.
write_older_index() {
  rm -f "$state"/index.sqlite*
  xz --decompress --stdout "$tests/index-0.1.0.sqlite.xz" >"$state/index.sqlite"
  chown ficsearch:ficsearch "$state/index.sqlite"
  chmod 600 "$state/index.sqlite"
  printf 'Chapter 1\n\n"The ferry goes at nine," said Hanne Voss. Smith looked at the water.\n' \
    >"$archive/Ferry.txt"
}

schema_version() {
  sqlite3 "file:$state/index.sqlite?mode=ro" 'PRAGMA user_version'
}

is_of_schema() {
  [[ $(schema_version) == "$1" ]]
}

# What unattended-upgrades says, too: keep what was changed, take the new where nothing was.
upgrade() {
  apt-get install --yes --allow-downgrades \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$1"
}

it_goes_back_to_an_older_version() {
  upgrade "$older_package"
  [[ $(dpkg-query --show --showformat '${Version}' ficsearch) == 0.1.0 ]]
  has_matches Smith
}

it_takes_new_settings_where_nobody_changed_them() {
  ! grep settleMilliseconds /etc/ficsearch/ficsearch.yaml
  upgrade "$package"
  grep settleMilliseconds /etc/ficsearch/ficsearch.yaml
}

it_keeps_settings_that_were_changed() {
  upgrade "$older_package"
  echo '# mine' >>/etc/ficsearch/ficsearch.yaml
  upgrade "$package"
  grep -x '# mine' /etc/ficsearch/ficsearch.yaml
  ! grep settleMilliseconds /etc/ficsearch/ficsearch.yaml
  has_matches Smith
}

# systemd keeps the socket, so that a query waits in it while the daemon is started anew.
it_loses_no_query_over_an_upgrade() {
  local old
  upgrade "$older_package"
  has_matches Smith
  old=$(main_pid)
  rm -f /tmp/lost /tmp/upgraded
  (
    while [[ ! -e /tmp/upgraded ]]; do
      as alice ficsearch --limit 1 Smith >/dev/null 2>/tmp/lost.said ||
        echo "exit status $?: $(cat /tmp/lost.said)" >>/tmp/lost
    done
  ) &
  upgrade "$package"
  sleep 0.5
  touch /tmp/upgraded
  wait $!
  # The client itself is away for a moment, while its file is replaced.
  ! grep --invert-match 'No such file' /tmp/lost 2>/dev/null || fail "$(cat /tmp/lost)"
  is_new_daemon "$old"
}

it_brings_an_older_index_to_the_present_schema() {
  local present
  present=$(schema_version)
  [[ $present -gt 10 ]]
  upgrade "$older_package"
  systemctl stop ficsearchd.socket "$service"
  write_older_index
  is_of_schema 10
  systemctl start ficsearchd.socket
  upgrade "$package"
  eventually 20 has_matches Smith
  is_of_schema "$present"
  # What only the index still has is not lost, and what it read is read anew.
  eventually 20 has_matches '"the cormorant knows"'
  eventually 20 has_matches 'from:hanne "the ferry goes"'
  [[ -z $(find "$state" -type f -perm /077) ]]
}
