# zsh calls this function at the end of a subshell, too.
__switchback_farewell() {
  [[ $__switchback_level == "${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}" ]] || builtin return 0
  @EXIT_HANDLER@
}
builtin typeset -ga zshexit_functions
zshexit_functions=(${zshexit_functions:#__switchback_farewell} __switchback_farewell)
