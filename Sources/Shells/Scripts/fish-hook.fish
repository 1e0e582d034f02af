set -gx SWITCHBACK_PID $fish_pid
set -g __switchback_wore "$AWS_ACCESS_KEY_ID/$AWS_PROFILE"

# Applies pending changes. Only files of this user in a folder of this user are read, each once:
# new credentials first, then a switch to another entry.
function __switchback_take
  set -l kept
  set -l folder (string replace -r '/[^/]*$' '' -- "$SWITCHBACK_HANDOVER")
  for file in renewed.fish next.fish
    if test -d "$folder" -a -O "$folder"; and not test -L "$folder"; and test -f "$folder/$file" -a -O "$folder/$file"; and not test -L "$folder/$file"
      # A new file can replace it at any moment.
      if command mv -f -- $folder/$file $folder/taken
        builtin source $folder/taken
        or set kept 1
        command rm -f -- $folder/taken
      else
        set kept 1
      end
    end
  end
  # The title after a switch in place; the first title is set by the program that started the shell.
  if set -q __switchback_title
    begin
      builtin printf %s "$__switchback_title" >/dev/tty
    end 2>/dev/null
    set -q SWITCHBACK_ENTRY
    or set -e __switchback_title
  end
  test -z "$kept"
end

# True if the credentials are still those that we have set.
function __switchback_is_unchanged
  not set -q SWITCHBACK_ENTRY
  or test "$__switchback_wore" = "$AWS_ACCESS_KEY_ID/$AWS_PROFILE"
end

# A switch applies before the next command on the same line.
function switchback --description 'Switch to an AWS account and role'
  set -lx SWITCHBACK_HOOK $fish_pid
  command @PROGRAM@ $argv
  set -l result $status
  set -e SWITCHBACK_HOOK
  __switchback_take
  or test $result -ne 0
  or set result 1
  return $result
end

# A clock that was set meanwhile is correct: the times are converted back to AWS's time.
function __switchback_clock
  test -n "$__switchback_ahead"
  and read -l up rest </proc/uptime
  or return 0
  set up (builtin math $argv[1] - (string replace -r '\\..*' '' -- $up) - $__switchback_setting)
  test $up -gt 60 -o $up -lt -60
  or return 0
  set -g __switchback_end (builtin math $__switchback_end - $__switchback_ahead)
  test -z "$__switchback_renew"
  or set -g __switchback_renew (builtin math $__switchback_renew - $__switchback_ahead)
  set -g __switchback_ahead ''
end

# True if a renewal is due: never twice within a pause, whatever clocks and responses say, and at
# longer intervals while it has no effect.
function __switchback_due
  test -n "$__switchback_renew" -a "$argv[1]" -ge "$__switchback_renew"
  and __switchback_is_unchanged
  or return 1
  set -l least $__switchback_pause
  set -l since $least
  if set -q __switchback_asked
    set since (builtin math $argv[1] - $__switchback_asked)
    test "$__switchback_asker" = "$AWS_ACCESS_KEY_ID"
    and set least $__switchback_wait
  end
  test $since -ge $least -o $since -lt 0
  or return 1
  set -g __switchback_wait (builtin math "min($least * 2, 600)")
  set -g __switchback_asked $argv[1]
  set -g __switchback_asker "$AWS_ACCESS_KEY_ID"
end

function __switchback_time
  set -g __switchback_left ''
  if test -n "$__switchback_end"
    set -l now (command date +%s)
    __switchback_clock $now
    if __switchback_due $now
      if test $now -lt $__switchback_end
        command @PROGRAM@ renew --quiet </dev/null >/dev/null 2>&1 &
        builtin disown
      else
        command @PROGRAM@ renew --quiet
        __switchback_take
      end
    end
    set -l left (builtin math "$__switchback_end" - $now)
    if test $left -le 0
      set -g __switchback_left ' expired'
    else if test $left -lt 900
      set -g __switchback_left ' '(builtin math "floor(($left + 59) / 60)")m
    end
  end
  __switchback_is_unchanged
  or set -g __switchback_left "$__switchback_left changed"
end

# The label before a prompt.
function __switchback_label
  set -q SWITCHBACK_LABEL
  and builtin printf '@BADGE_FORMAT@' @BADGE_SGR@"$SWITCHBACK_LABEL$__switchback_suffix$__switchback_left"
end

# A prompt with one label before it: if another tool has wrapped our function, the prompt already
# contains the label.
function __switchback_show
  set -l label (__switchback_label | string collect -N)
  set -l prompt "$argv"
  if test -n "$label"
    string replace -q -- "$label" '' "$prompt"
    and set prompt (string replace -a -- "$label" '' "$prompt" | string collect)
  end
  builtin printf '%s' "$label" "$prompt"
end

# Wraps fish_prompt. Each wrapped prompt keeps its own function, because another tool may have
# copied our function, and the copy still calls it.
function __switchback_wrap
  builtin functions -q fish_prompt
  or return
  set -l text (builtin functions fish_prompt | string collect)
  if test "$text" != "$__switchback_wrapped"; or not builtin functions -q __switchback_prompt_$__switchback_count
    set -g __switchback_wrapped $text
    set -q __switchback_count
    or set -g __switchback_count 0
    set -g __switchback_count (builtin math $__switchback_count + 1)
    builtin functions -c fish_prompt __switchback_prompt_$__switchback_count
  end
  # The user's prompt comes first: it can read the last command's status.
  eval "function fish_prompt --description switchback
    set -l prompt (__switchback_prompt_$__switchback_count \$argv | string collect -N)
    __switchback_show \"\$prompt\"
  end"
end

# Registers the last handler of the event, so that tools that set the prompt have run before it.
function __switchback_listen
  function __switchback_badge --on-event fish_prompt
    __switchback_take
    __switchback_time
    __switchback_wrap_new
    __switchback_listen
  end
end
# Wraps a prompt that was set later, before it is first shown.
function __switchback_wrap_new
  builtin functions -q fish_prompt
  set -l details (builtin functions -Dv fish_prompt)
  test "$details[5]" = switchback
  or __switchback_wrap
end
__switchback_wrap_new
__switchback_listen
