
# Words of queries, names and titles come from the running daemon.
_ficsearch_with_daemon() {
    _ficsearch "$@"
    local line=${COMP_LINE:0:COMP_POINT} kind=query word candidate
    word=${line##*[[:space:]]}
    word=${word#[\'\"]}
    [[ $word == --* ]] && return
    case " ${COMP_WORDS[*]:1:COMP_CWORD-1} " in
        *" --work ") kind=title ;;
        *" --speaker " | *" --to " | *" --name ") kind=name ;;
        " cast "* | " work "*) kind=title ;;
        " timeline "* | " called "*) kind=name ;;
        " show "* | " open "* | " fix "* | " reindex "* | " status "* | " mcp "* | " help "*) return ;;
        *) [[ ${COMP_CWORD} -eq 1 && ${#word} -lt 2 ]] && return ;;
    esac
    # Bash parts words at colons: what stands before the last one is there already.
    local there=
    [[ $word == *:* && $COMP_WORDBREAKS == *:* ]] && there=${word%"${word##*:}"}
    while IFS= read -r candidate; do
        COMPREPLY+=("${candidate#"$there"}")
    done < <("${COMP_WORDS[0]}" complete --kind "$kind" -- "$word" 2>/dev/null)
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]] && compopt -o nospace
    return 0
}

complete -o filenames -F _ficsearch_with_daemon ficsearch
