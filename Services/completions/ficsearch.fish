
# Words of queries, names and titles come from the running daemon.
function __ficsearch_from_daemon
    set -l word (commandline -ct | string trim -l -c '\'"')
    set -l before (commandline -opc)
    string match -q -- '--*' $word; and return
    set -l kind query
    switch "$before[-1]"
        case --work
            set kind title
        case --speaker --to --name
            set kind name
        case '*'
            switch "$before[2]"
                case cast work
                    set kind title
                case timeline called
                    set kind name
                case show open fix reindex status mcp help
                    return
            end
    end
    test (count $before) -eq 1; and test (string length -- "$word") -lt 2; and return
    $before[1] complete --kind $kind -- "$word" 2>/dev/null
end

complete -c ficsearch -f -a '(__ficsearch_from_daemon)'
