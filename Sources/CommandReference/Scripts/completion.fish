function __switchback_complete
    set -l words (commandline -opc)
    set -l lines (command @PROGRAM@ __complete fish $words (commandline -ct) 2>/dev/null)
    switch "$lines[1]"
        case words
            printf '%s\n' $lines[2..]
        case files
            __fish_complete_path (commandline -ct)
        case command
            set -l dashes (contains -i -- -- $words)
            set -l rest $words[(math $dashes + 1)..]
            complete -C "$(string join ' ' -- (string escape -- $rest) (commandline -ct))"
    end
end

complete -c switchback -e
complete -c switchback -f -a '(__switchback_complete)'
