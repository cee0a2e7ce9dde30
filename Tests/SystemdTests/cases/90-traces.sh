# What is left behind, after all of the above.

it_never_crashed_by_itself() {
  local said
  said=$(journalctl --no-pager --output cat | grep -E 'status=[0-9]*/(ABRT|BUS|FPE|ILL|SEGV|SYS|TRAP)|Fatal error|core-dump' |
    grep -v 'watchdog' || true)
  # The one abort is that of the daemon which was stopped to look hung.
  [[ $(grep -c ABRT <<<"$said") -le 1 ]] || fail "$said"
  ! grep -vE 'ABRT|^$' <<<"$said" || fail "$said"
}

it_keeps_my_settings_over_an_upgrade() {
  umount "$checkout"
  echo '# mine' >>/etc/ficsearch/ficsearch.yaml
  make --no-print-directory -C "$checkout" install PREFIX=/usr/local
  grep -qx '# mine' /etc/ficsearch/ficsearch.yaml
  systemctl daemon-reload
  systemctl restart "$service"
  has_matches Smith
}

it_is_removed_without_the_index() {
  systemctl disable --now ficsearchd.socket
  systemctl stop "$service"
  make --no-print-directory -C "$checkout" uninstall PREFIX=/usr/local
  [[ ! -e /usr/local/bin/ficsearch && ! -e /usr/local/sbin/ficsearchd ]]
  [[ ! -e /usr/local/lib/systemd/system/ficsearchd.service ]]
  [[ -e /etc/ficsearch/ficsearch.yaml ]]
  [[ -n $(find /var/lib/ficsearch -type f) ]]
}
