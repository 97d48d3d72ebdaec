# How ./dev speaks: what begins, how long it took, and what to do when it cannot go on.

if [ -t 1 ]; then
  BOLD=$(printf '\033[1m') RED=$(printf '\033[31m') PLAIN=$(printf '\033[0m')
else
  BOLD="" RED="" PLAIN=""
fi

# What is about to happen.
step() {
  printf '%s==> %s%s\n' "$BOLD" "$1" "$PLAIN"
}

# A detail of it.
note() {
  printf '    %s\n' "$1"
}

# Ends the run: what is wrong, then each remedy on a line of its own.
fail() {
  printf '%s%serror: %s%s\n' "$BOLD" "$RED" "$1" "$PLAIN" >&2
  shift
  local remedy
  for remedy in "$@"; do
    printf '    try: %s\n' "$remedy" >&2
  done
  exit 1
}

# Seconds as people say them.
span() {
  if [ "$1" -lt 90 ]; then
    printf '%d s' "$1"
  else
    printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
  fi
}
