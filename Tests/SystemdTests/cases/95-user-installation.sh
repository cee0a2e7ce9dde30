# Installed by a user for himself, without root, where the machine has no ficsearch.

built=/tmp/built

# Runs a command as dave, with what his login would set.
as_dave() {
  as dave "XDG_RUNTIME_DIR=/run/user/$(id --user dave)" \
    PATH=/home/dave/.local/bin:/usr/local/bin:/usr/bin:/bin "$@"
}

it_installs_into_a_home() {
  ! mountpoint --quiet "$checkout" || umount "$checkout"
  # It may lie where only its owner looks.
  mkdir "$built"
  (
    cd "$checkout"
    cp -r --parents CHANGELOG.md Documentation LICENSE Makefile README.md Scripts Services \
      Sources/FicModel/ProductVersion.swift etc .build/release/ficsearchd \
      .build/release/ficsearch-ingest .build/release/ficsearch-web .build-client/release/ficsearch "$built"
  )
  chmod -R a+rX "$built"
  systemctl start dbus.service systemd-logind.service
  useradd --create-home dave
  loginctl enable-linger dave
  eventually 20 as_dave systemctl --user is-active --quiet basic.target
  as_dave mkdir "/home/dave/my stories"
  printf '"Good day, Miss Peridot," said Smith.\n' >"/home/dave/my stories/Peridot.txt"
  expect 0 as_dave make --no-print-directory -C "$built" install-user "ARCHIVE=~/my stories"
  expect_said "starts with the first search"
  [[ -z $(find /home/dave -not -user dave -not -name Peridot.txt) ]]
}

it_answers_the_first_search_of_its_user() {
  expect 0 as_dave ficsearch peridot
  expect_said "Miss Peridot"
  expect 0 as_dave ficsearch status
  expect_said "socket +/run/user/[0-9]+/ficsearch/ficsearch.sock \(of the user dave\)"
  as_dave man --where ficsearch
}

it_keeps_settings_and_starts_the_daemon_anew_when_it_is_installed_again() {
  local old
  old=$(as_dave systemctl --user show --property MainPID --value ficsearchd.service)
  echo '# mine' >>/home/dave/.config/ficsearch/ficsearch.yaml
  as_dave make --no-print-directory -C "$built" install-user
  grep -x '# mine' /home/dave/.config/ficsearch/ficsearch.yaml
  expect 0 as_dave ficsearch peridot
  [[ $(as_dave systemctl --user show --property MainPID --value ficsearchd.service) != "$old" ]]
}

it_is_removed_without_index_and_settings() {
  expect 0 as_dave make --no-print-directory -C "$built" uninstall-user
  ! pgrep --uid dave --full ficsearchd || fail "the daemon is left"
  local left
  left=$(find /home/dave /run/user/"$(id --user dave)" -name '*ficsearch*' -not -path '*/.config/*' \
    -not -path '*/ficsearch/index*' -not -type d)
  [[ -z $left ]] || fail "$left"
  [[ -s /home/dave/.local/share/ficsearch/index.sqlite ]]
  [[ -s /home/dave/.config/ficsearch/ficsearch.yaml ]]
}

it_is_not_for_root() {
  expect 2 env HOME=/root make --no-print-directory -C "$built" install-user
  expect_said "as root: make install"
}
