# The installed files, before anything is started.

it_understands_the_units() {
  local said
  said=$(systemd-analyze verify ficsearchd.service ficsearchd.socket 2>&1) || fail "$said"
  [[ -z $said ]] || fail "$said"
}

it_fences_the_daemon_in() {
  systemd-analyze security --offline=true --threshold=15 --no-pager \
    /usr/local/lib/systemd/system/ficsearchd.service
}

it_makes_the_user_and_the_groups() {
  systemd-sysusers
  getent passwd ficsearch
  getent group ficsearch
  getent group ficsearch-admin
}

it_makes_the_folders() {
  systemd-tmpfiles --create ficsearch.conf
  [[ $(stat --format '%U %a' /var/lib/ficsearch) == "ficsearch 700" ]]
  [[ -d /srv/fiction ]]
}

it_has_a_client_that_needs_no_library() {
  ! ldd /usr/local/bin/ficsearch || fail "the client is not static"
  expect 0 ficsearch --help
  expect_said "usage"
}

it_has_man_pages_and_completions() {
  local page
  for page in ficsearch.1 ficsearch-web.1 ficsearchd.8 ficsearch-ingest.8 ficsearch.yaml.5; do
    man --local-file "/usr/local/share/man/man${page##*.}/$page" >/dev/null
  done
  bash -n /usr/local/share/bash-completion/completions/ficsearch
  [[ -s /usr/local/share/zsh/site-functions/_ficsearch ]]
  [[ -s /usr/local/share/fish/vendor_completions.d/ficsearch.fish ]]
}

it_has_settings_that_name_the_installed_files() {
  grep -q '/srv/fiction' /etc/ficsearch/ficsearch.yaml
  [[ -x $(sed -n 's/^  executable: //p' /etc/ficsearch/ficsearch.yaml) ]]
}

# The people of all later tests: alice may search, adam may do all, mallory may nothing.
it_has_people() {
  useradd --create-home --groups ficsearch alice
  useradd --create-home --groups ficsearch,ficsearch-admin adam
  useradd --create-home mallory
  cp -r "$stories/." "$archive/"
  chmod -R a+rX "$archive"
}
