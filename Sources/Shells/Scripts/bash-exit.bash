[[ -n $(builtin trap -p EXIT) ]] || builtin trap @EXIT_HANDLER@ EXIT
