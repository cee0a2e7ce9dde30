# A service of one's own, beside that of the machine.

# Runs a command as carol, with what her login would set.
as_carol() {
  as carol "XDG_RUNTIME_DIR=/run/user/$(id --user carol)" "$@"
}

carol_is_up() {
  as_carol systemctl --user is-active --quiet basic.target
}

it_gives_carol_a_systemd_of_her_own() {
  systemctl start dbus.service systemd-logind.service
  useradd --create-home carol
  loginctl enable-linger carol
  eventually 20 carol_is_up
}

it_runs_a_service_for_one_person() {
  install --owner carol --group carol --directory \
    /home/carol/.config/ficsearch /home/carol/fiction
  printf 'Chapter 1\n\n"Good day, Miss Carnelian," said Smith.\n' >/home/carol/fiction/Carnelian.txt
  printf 'archive:\n  paths:\n    - /home/carol/fiction\n' \
    >/home/carol/.config/ficsearch/ficsearch.yaml
  chown --recursive carol:carol /home/carol
  as_carol systemctl --user enable --now ficsearchd.socket
  [[ -S /run/user/$(id --user carol)/ficsearch/ficsearch.sock ]]
  expect 0 as_carol ficsearch reindex
  expect 0 as_carol ficsearch Carnelian
  expect_said "miss carnelian"
}

it_keeps_her_index_in_her_home() {
  [[ -n $(find /home/carol/.local/share/ficsearch -type f) ]]
  [[ -z $(find /home/carol/.local/share/ficsearch -type f -not -user carol) ]]
}

it_keeps_the_machine_s_service_apart() {
  expect 1 as alice ficsearch Carnelian
}

it_stops_her_service() {
  as_carol systemctl --user stop ficsearchd.socket ficsearchd.service
  [[ $(as_carol systemctl --user show --property Result --value ficsearchd.service) == success ]]
  ! pgrep --uid carol --full ficsearchd || fail "the daemon is left"
}
