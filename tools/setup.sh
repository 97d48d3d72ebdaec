# Finds what a build or a test needs and installs what is missing.
# Nothing is installed twice or outside the project, except what only a system can have: a C
# linker, a browser, a Rust target. What is on PATH at the right version is used as it is.

TRUNK_VERSION=0.21.14
NODE_LEAST=20
DISK_LEAST_MIB=3000

export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
# trunk asks for its newest version on each start; this project pins one.
export TRUNK_SKIP_VERSION_CHECK=true

have() {
  command -v "$1" >/dev/null 2>&1
}

# Whether the first version is at least the second; both are dotted numbers.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

# Debian packages, as root or through sudo. Fails quietly where there is no apt-get or no right.
apt_install() {
  local as_root=""
  have apt-get || return 1
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || return 1
    as_root=sudo
    if [ ! -t 0 ]; then as_root="sudo -n"; fi
  fi
  note "apt-get installs $*: about 2 minutes"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@" </dev/null
}

need_disk() {
  local free
  free=$(df -Pm . | awk 'NR == 2 { print $4 }')
  [ "${free:-$DISK_LEAST_MIB}" -ge "$DISK_LEAST_MIB" ] ||
    fail "only $free MiB of disk are free here, and the build needs $DISK_LEAST_MIB" \
      "free some space; target/ and .tools/build/ may be deleted at any time"
}

need_rust() {
  if ! have cargo && [ -x "$HOME/.cargo/bin/cargo" ]; then
    export PATH="$PATH:$HOME/.cargo/bin"
  fi
  have cargo || fail "Rust is not installed" \
    "install rustup as https://rustup.rs says, open a new shell, run ./dev again"
  if have rustup && ! rustup which rustc >/dev/null 2>&1; then
    step "rustup installs the toolchain that rust-toolchain.toml names: about 2 minutes"
  fi
  local version least
  version=$(rustc --version | awk '{ print $2 }')
  [ -n "$version" ] || fail "rustc does not run" "rustup toolchain install stable"
  least=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  at_least "${version%%-*}" "$least.0" ||
    fail "rustc is $version, and Strata needs $least or newer" "rustup update stable"
  have cc || { step "a C linker is missing" && apt_install build-essential; } ||
    fail "there is no C linker (cc)" "install build-essential, gcc or clang"
}

need_wasm_target() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return
  have rustup || fail "this Rust cannot compile to WebAssembly" \
    "install the target wasm32-unknown-unknown with the package manager Rust came from" \
    "or use rustup, which ./dev can ask for it"
  step "adding the WebAssembly target to Rust: about 1 minute"
  rustup target add wasm32-unknown-unknown ||
    fail "rustup could not add the target" "check the network, then run ./dev again"
}

need_node() {
  have node || fail "node is not installed" "install node $NODE_LEAST or newer, with npm"
  have npm || fail "npm is not installed" "install npm, which usually comes with node"
  local version
  version=$(node --version)
  at_least "${version#v}" "$NODE_LEAST.0.0" ||
    fail "node is $version, and the tools need $NODE_LEAST or newer" "install a newer node"
  cmp -s package-lock.json .tools/package-lock.json && [ -d node_modules ] && return
  step "installing the npm packages of package.json: about 20 seconds"
  npm ci --no-audit --no-fund --loglevel=error </dev/null ||
    fail "npm could not install the packages" "check the network, then run ./dev again"
  mkdir -p .tools && cp package-lock.json .tools/package-lock.json
}

# Whether a command prints this version.
is_version() {
  have "$1" && [ "$("$1" --version 2>/dev/null | awk '{ print $2 }')" = "$2" ]
}

# need_tool CRATE VERSION COMMAND MINUTES [CARGO ARGUMENT...]
need_tool() {
  local crate=$1 version=$2 command=$3 minutes=$4 began=$SECONDS
  shift 4
  is_version "$command" "$version" && return
  mkdir -p .tools
  if have cargo-binstall; then
    step "fetching $crate $version with cargo binstall"
    cargo binstall --no-confirm --disable-strategies compile --version "$version" \
      --root .tools "$crate" </dev/null && is_version "$command" "$version" && return
    note "that did not work, so it is compiled"
  fi
  need_disk
  step "compiling $crate $version: about $minutes minutes on two cores, only this once"
  # The tools work for seconds, so they are compiled for a quick build and not for speed.
  CARGO_TARGET_DIR=.tools/build CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install "$crate" --version "$version" --root .tools --force "$@" </dev/null ||
    fail "$crate could not be compiled" \
      "check the network and run ./dev again: what is compiled already is kept" \
      "or put $command $version on PATH"
  is_version "$command" "$version" || fail "$crate was installed but $command does not run"
  note "took $(span $((SECONDS - began)))"
}

# The tool must be of the version that the crate in the lock file has.
wasm_bindgen_version() {
  awk '/^name = "wasm-bindgen"$/ { found = 1 }
       found && /^version/ { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

need_wasm_bindgen() {
  local version
  version=$(wasm_bindgen_version)
  # Its own lock file may name crates newer than an index at hand; without it cargo chooses.
  if ! is_version wasm-bindgen-test-runner "$version"; then
    need_tool wasm-bindgen-cli "$version" wasm-bindgen-test-runner 3
  fi
  need_tool wasm-bindgen-cli "$version" wasm-bindgen 3
}

need_build_tools() {
  need_rust
  need_wasm_target
  need_node
  need_wasm_bindgen
  need_tool trunk "$TRUNK_VERSION" trunk 5 --locked
  rm -rf .tools/build
}

find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] && command -v "$name" 2>/dev/null && return
  done
  return 1
}

need_chromium() {
  if [ -n "${CHROMIUM:-}" ] && ! have "$CHROMIUM"; then
    fail "CHROMIUM names $CHROMIUM, which is no program" "unset CHROMIUM or correct it"
  fi
  if ! find_chromium >/dev/null; then
    step "no Chromium was found for the browser tests"
    # The second package is for the pictures of the Korean pages.
    apt_install chromium fonts-noto-cjk
  fi
  CHROMIUM=$(find_chromium) || fail "the browser tests need Chromium or Chrome" \
    "install chromium with the package manager of your system" \
    "or set CHROMIUM to the path of one" \
    "or leave them out: ./dev test format clippy native"
  export CHROMIUM
}

find_firefox() {
  local name
  for name in "${FIREFOX:-}" firefox-esr firefox \
    "/Applications/Firefox.app/Contents/MacOS/firefox"; do
    [ -n "$name" ] && command -v "$name" 2>/dev/null && return
  done
  return 1
}

# Says so that nobody misses it that a browser's journeys do not run here.
left_out() {
  printf '%s%sNOT TESTED: %s%s\n' "$BOLD" "$RED" "$1" "$PLAIN" >&2
  note "$2"
}

# Firefox and WebKit are left out only where no package manager can fetch them.
need_firefox() {
  if [ -n "${FIREFOX:-}" ] && ! have "$FIREFOX"; then
    fail "FIREFOX names $FIREFOX, which is no program" "unset FIREFOX or correct it"
  fi
  if ! find_firefox >/dev/null; then
    if ! have apt-get; then
      left_out "Firefox, which is not here and cannot be fetched" \
        "install firefox with the package manager of your system, or set FIREFOX to its path"
      return
    fi
    step "no Firefox was found for the browser tests"
    apt_install firefox-esr fonts-noto-cjk || fail "Firefox could not be installed" \
      "install firefox-esr, or leave it out: ./dev test format clippy native build browser"
  fi
  FIREFOX=$(find_firefox)
  export FIREFOX
}

has_webkit() {
  have WebKitWebDriver && { [ -n "${DISPLAY:-}" ] || have Xvfb; }
}

need_webkit() {
  has_webkit && return
  if ! have apt-get; then
    left_out "WebKit, whose driver is not here and cannot be fetched" \
      "install WebKitWebDriver (Debian: webkit2gtk-driver) and Xvfb"
    return
  fi
  step "no WebKit was found for the browser tests"
  apt_install webkit2gtk-driver xvfb || fail "WebKit could not be installed" \
    "install webkit2gtk-driver and xvfb, or leave them out: ./dev test build browser firefox"
}
