# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash. Commands and options are asked of the program, so they are never out of date.

_infotaulu()
{
    local word=$2 before=$3 command=${COMP_WORDS[1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        # "  check     …": two spaces and the name; the examples above begin with the program's.
        mapfile -t COMPREPLY < <(compgen -W "$(infotaulu --help 2>/dev/null |
            sed -n 's/^  \([a-z][a-z]*\)  *.*/\1/p' | grep -vx infotaulu) --help --version" \
            -- "$word")
        return
    fi
    case $before in
    --lang) mapfile -t COMPREPLY < <(compgen -W 'fi sv en' -- "$word") ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "$(infotaulu "$command" --help 2>/dev/null |
        sed -n 's/^  --format \([a-z|]*\).*/\1/p' | tr '|' ' ')" -- "$word") ;;
    --now | --size | --display | --by | --reason | --slides | --for | --speed | --slide-time | \
        --poll | --valid-days | --passphrase-fd | --hours | --from) ;;
    *)
        if [[ $word == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$(infotaulu "$command" --help 2>/dev/null |
                grep -o '^  --[a-z][a-z-]*')" -- "$word")
        else
            case $command in
            key) ((COMP_CWORD == 2)) &&
                mapfile -t COMPREPLY < <(compgen -W 'new show' -- "$word") ;;
            profile) ((COMP_CWORD == 2)) &&
                mapfile -t COMPREPLY < <(compgen -W 'sign show' -- "$word") ;;
            alert) ((COMP_CWORD == 2)) &&
                mapfile -t COMPREPLY < <(compgen -W 'list raise drill end' -- "$word") ;;
            new) ((COMP_CWORD == 2)) &&
                mapfile -t COMPREPLY < <(compgen -W 'event group support volunteering course notice
                    joint picture-slide' -- "$word") ;;
            esac
            ((${#COMPREPLY[@]})) || compopt -o default
        fi
        ;;
    esac
}
complete -F _infotaulu infotaulu
