
# Words of queries, names and titles come from the running daemon.
_ficsearch_from_daemon() {
    local word=${words[CURRENT]#[\'\"]} kind=query
    [[ $word == --* ]] && return 1
    case " ${words[2,CURRENT-1]} " in
        *" --work ") kind=title ;;
        *" --speaker "|*" --to "|*" --name ") kind=name ;;
        " cast "*|" work "*) kind=title ;;
        " timeline "*|" called "*) kind=name ;;
        " show "*|" open "*|" fix "*|" reindex "*|" status "*|" mcp "*|" help "*) return 1 ;;
        *) (( CURRENT == 2 && ${#word} < 2 )) && return 1 ;;
    esac
    local -a found
    found=(${(f)"$(${words[1]} complete --kind $kind -- $word 2>/dev/null)"})
    (( ${#found} )) || return 1
    compadd -Q -- ${found:#*:} && compadd -Q -S '' -- ${(M)found:#*:}
    return 0
}

functions[_ficsearch_generated]=$functions[_ficsearch]
_ficsearch() {
    _ficsearch_generated "$@"
    local ret=$?
    _ficsearch_from_daemon && ret=0
    return $ret
}

# The first time, the file itself is the function, and what was generated has been called.
[[ "${funcstack[1]}" = _ficsearch ]] && _ficsearch_from_daemon
