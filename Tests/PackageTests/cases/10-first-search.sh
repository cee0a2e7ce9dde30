# From a package to the first answer.

it_installs_and_says_where_the_archive_is_set() {
  expect 0 apt-get install --yes "$package"
  expect_said "archive is /srv/fiction.*/etc/ficsearch/ficsearch.yaml"
  [[ $(dpkg-query --show --showformat '${db:Status-Status}' ficsearch) == installed ]]
}

it_listens_but_runs_nothing_yet() {
  [[ $(systemctl is-enabled ficsearchd.socket) == enabled ]]
  [[ $(stat --format '%U %G %a' "$socket") == "ficsearch ficsearch 660" ]]
  [[ $(property ActiveState) == inactive ]]
  getent group ficsearch-admin
}

# The two commands of README.md.
it_answers_the_first_search() {
  cp -r /usr/share/doc/ficsearch/examples/archive/. /srv/fiction
  expect 0 ficsearch Smith
  expect_said "Edwin Smith"
  expect_said "The packet boat put Agent Smith ashore"
}

it_says_its_version() {
  local version
  version=$(dpkg-query --show --showformat '${Version}' ficsearch)
  [[ $(ficsearch --version) == "ficsearch $version" ]]
  [[ $(ficsearchd --version) == "ficsearchd $version" ]]
  [[ $(/usr/libexec/ficsearch/ficsearch-ingest --version) == "ficsearch-ingest $version" ]]
  man ficsearch | grep -q "ficsearch $version"
}

it_has_man_pages_and_completions() {
  local page
  for page in ficsearch.1 ficsearch-web.1 ficsearchd.8 ficsearch-ingest.8 ficsearch.yaml.5; do
    man --where "${page##*.}" "${page%.*}"
    ! man "${page##*.}" "${page%.*}" | grep /usr/local
  done
  bash -n /usr/share/bash-completion/completions/ficsearch
  [[ -s /usr/share/zsh/vendor-completions/_ficsearch ]]
  [[ -s /usr/share/fish/vendor_completions.d/ficsearch.fish ]]
}

it_has_units_that_systemd_understands() {
  local said
  said=$(systemd-analyze verify ficsearchd.service ficsearchd.socket 2>&1) || fail "$said"
  [[ -z $said ]] || fail "$said"
  systemd-analyze security --offline=true --threshold=15 --no-pager \
    /lib/systemd/system/ficsearchd.service
}

it_lets_members_of_the_group_search() {
  useradd --create-home --groups ficsearch alice
  useradd --create-home mallory
  expect 0 as alice ficsearch Smith
  expect 2 as mallory ficsearch Smith
  expect 2 as alice ficsearch reindex
}

# Runs a command as carol, with what her login would set.
as_carol() {
  as carol "XDG_RUNTIME_DIR=/run/user/$(id --user carol)" "$@"
}

it_has_units_for_a_service_of_one_s_own() {
  systemctl start dbus.service systemd-logind.service
  useradd --create-home --groups ficsearch carol
  loginctl enable-linger carol
  eventually 20 as_carol systemctl --user is-active --quiet basic.target
  [[ $(as_carol systemctl --user is-enabled ficsearchd.socket || true) == disabled ]]
  expect 0 as_carol ficsearch status
  expect_said "socket +$socket \(of the user ficsearch\)"
  install --owner carol --group carol --directory /home/carol/.config/ficsearch /home/carol/fiction
  printf '"Good day, Miss Carnelian," said Smith.\n' >/home/carol/fiction/Carnelian.txt
  printf 'archive:\n  paths: [/home/carol/fiction]\n' >/home/carol/.config/ficsearch/ficsearch.yaml
  chown --recursive carol:carol /home/carol
  as_carol systemctl --user enable --now ficsearchd.socket
  expect 0 as_carol ficsearch Carnelian
  expect 0 as_carol ficsearch status
  expect_said "socket +/run/user/[0-9]+/ficsearch/ficsearch.sock \(of the user carol\)"
  # A timer's environment names no folder.
  expect 0 as carol ficsearch Carnelian
  as_carol systemctl --user disable --now ficsearchd.socket
  as_carol systemctl --user stop ficsearchd.service
  expect 0 as_carol ficsearch status
  expect_said "of the user ficsearch"
}
