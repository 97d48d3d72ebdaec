# The release build of the app into dist.

# trunk takes NO_COLOR for a switch that must say true or false, and stops at other values.
trunk_run() {
  env -u NO_COLOR trunk "$@"
}

build_release() {
  local began=$SECONDS
  need_disk
  step "building the app for release: about 2 minutes the first time, then about 40 seconds"
  # trunk runs offline, so that a missing tool is an error at once and not a download.
  cargo fetch --locked --target wasm32-unknown-unknown || return 1
  rm -f .tools/built
  trunk_run build --release || return 1
  touch .tools/built
  note "built in $(span $((SECONDS - began)))"
}

# Whether dist is older than anything it is made of.
sources_changed() {
  [ -f dist/index.html ] && [ -f .tools/built ] || return 0
  [ -n "$(find src engine static index.html Trunk.toml Cargo.toml Cargo.lock rust-toolchain.toml \
    tools/stamp.mjs tools/model.mjs docs/model.md docs/model.ko.md -newer .tools/built -print 2>/dev/null | head -n 1)" ]
}

build_if_changed() {
  if sources_changed; then
    build_release
  else
    step "dist is up to date"
  fi
}

# The build again as one file, which opens from a disk.
pack_single() {
  step "packing the app into one file"
  node tools/single.mjs dist dist-single/strata.html
}

report_size() {
  node tools/size.mjs
}
