# Who may do what.

it_refuses_one_outside_the_group() {
  local status=0
  said=$(as mallory ficsearch Smith 2>&1) || status=$?
  [[ $status -ne 0 && $status -ne 1 ]] || fail "exit status $status: $said"
  expect_said "permission|not allowed|may not"
  expect_said "group"
}

it_refuses_a_reindex_by_a_plain_member() {
  expect 2 as alice ficsearch reindex
  expect_said "ficsearch-admin|not allowed|may not|permission"
  has_matches Smith
}

it_refuses_it_over_curl_too() {
  said=$(as alice curl --silent --output /dev/null --write-out '%{http_code}' --request POST \
    --unix-socket "$socket" http://localhost/v1/reindex)
  [[ $said == 403 ]] || fail "HTTP status $said instead of 403"
}

it_lets_an_admin_reindex() {
  expect 0 as adam ficsearch reindex
}

it_lets_root_reindex() {
  expect 0 ficsearch reindex
}

it_refuses_an_alias_by_a_plain_member() {
  expect 2 as alice ficsearch alias add "Nobody Atall" "the nobody"
  expect_said "ficsearch-admin"
  expect 1 as alice ficsearch alias list
}

it_lets_an_admin_set_an_alias_and_take_it_back() {
  expect 0 as adam ficsearch alias add "Nobody Atall" "the nobody"
  expect 0 as alice ficsearch alias list
  expect_said "Nobody Atall"
  [[ $(stat --format %U:%a /var/lib/ficsearch/index.aliases) == ficsearch:600 ]] ||
    fail "$(ls -l /var/lib/ficsearch)"
  expect 0 as adam ficsearch alias remove "Nobody Atall"
}
