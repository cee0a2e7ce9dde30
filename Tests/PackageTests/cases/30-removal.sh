# Removed, purged, and installed again.

# Purges, and answers the question as a person would at a terminal: when it is there, which nobody
# knows, so the answer is typed every half second.
purge_answering() {
  (
    trap '' PIPE
    while sleep 0.5; do echo "$1" || break; done 2>/dev/null
  ) | timeout 60 script --quiet --return --command \
    "env DEBIAN_FRONTEND=teletype apt-get purge --yes ficsearch" /dev/null
}

it_is_removed_with_its_daemon_but_not_its_index() {
  has_matches Smith
  expect 0 apt-get remove --yes ficsearch
  ! pgrep --uid ficsearch --list-full || fail "processes are left"
  [[ ! -e $socket && ! -e /usr/bin/ficsearch && ! -e /usr/sbin/ficsearchd ]]
  [[ -e /etc/ficsearch/ficsearch.yaml && -s $state/index.sqlite ]]
}

it_keeps_the_index_where_nobody_can_be_asked() {
  expect 0 apt-get purge --yes ficsearch
  expect_said "the index stays in $state"
  [[ -s $state/index.sqlite && ! -e /etc/ficsearch ]]
  [[ -d /srv/fiction && -n $(ls /srv/fiction) ]]
}

it_finds_the_index_again_when_it_is_installed_again() {
  local number
  number=$(stat --format %i "$state/index.sqlite")
  expect 0 apt-get install --yes "$package"
  has_matches Smith
  [[ $(stat --format %i "$state/index.sqlite") == "$number" ]]
  [[ -e /etc/ficsearch/ficsearch.yaml ]]
}

it_keeps_the_index_when_the_answer_is_no() {
  expect 0 purge_answering no
  expect_said "delete the index"
  [[ -s $state/index.sqlite ]]
  apt-get install --yes "$package"
}

it_deletes_the_index_when_the_answer_is_yes() {
  expect 0 purge_answering yes
  expect_said "delete the index"
  [[ ! -e $state ]]
  [[ -n $(ls /srv/fiction) ]]
}

it_leaves_nothing_of_itself() {
  local left
  left=$(find /etc /lib/systemd /usr /var/lib/systemd /var/lib/dpkg/info /run/ficsearch \
    -xdev -name '*ficsearch*' 2>/dev/null || true)
  [[ -z $left ]] || fail "$left"
  [[ -z $(debconf-show ficsearch) ]]
}

it_works_when_it_is_installed_once_more() {
  apt-get install --yes "$package"
  has_matches Smith
}

it_deletes_the_index_where_it_was_told_to_beforehand() {
  echo 'ficsearch ficsearch/delete-index boolean true' | debconf-set-selections
  expect 0 apt-get purge --yes ficsearch
  [[ ! -e $state ]]
}

it_never_crashed() {
  local said
  said=$(journalctl --no-pager --output cat |
    grep -E 'status=[0-9]*/(ABRT|BUS|FPE|ILL|SEGV|SYS|TRAP)|Fatal error|core-dump' || true)
  [[ -z $said ]] || fail "$said"
}
