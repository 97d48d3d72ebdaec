# The stages of ./dev test: each a function named stage_..., quick ones first.

STAGES="format clippy core-clippy wasm-clippy native validation docs wasm build size browser firefox webkit"

stage_format() { cargo fmt --all --check; }
stage_clippy() { cargo clippy --locked --all-targets -- -D warnings; }
stage_core_clippy() { cargo clippy --locked --all-targets --no-default-features -- -D warnings; }
stage_wasm_clippy() {
  cargo clippy --locked --target wasm32-unknown-unknown -- -D warnings
}
stage_native() { cargo test --locked; }
stage_docs() { RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps; }
stage_build() { build_if_changed; }
stage_size() { report_size; }
stage_browser() { node tests/browser/run.mjs; }

# In a stock Firefox: the start, the Lab, the digests, the single file, the second visit.
stage_firefox() {
  if ! find_firefox >/dev/null; then left_out "Firefox" "see set-up above"; return; fi
  node tests/browser/run.mjs --firefox arrival lab truth single offline
}

# In WebKit: that the page starts, its first sentence, its digests.
stage_webkit() {
  if ! has_webkit; then left_out "WebKit" "see set-up above"; return; fi
  node tests/browser/run.mjs --webkit
}

# The published results against the model's, as a table.
stage_validation() { cargo test --locked --test it validation -- --nocapture; }

# The same digests as natively, computed by WebAssembly under node.
stage_wasm() {
  cargo test --locked --target wasm32-unknown-unknown --no-default-features --test determinism
}

# Installs what the chosen stages need, before the first of them starts.
set_up() {
  step "set-up"
  need_rust
  case " $* " in
    *" build "* | *" size "* | *" browser "* | *" firefox "* | *" webkit "*) need_build_tools ;;
  esac
  case " $* " in *" wasm "*) need_wasm_target; need_node; need_wasm_bindgen ;; esac
  case " $* " in *wasm-clippy*) need_wasm_target ;; esac
  case " $* " in *" browser "*) need_chromium ;; esac
  case " $* " in *" firefox "*) need_firefox ;; esac
  case " $* " in *" webkit "*) need_webkit ;; esac
}

check() {
  local stage began passed=0 table="" all=$SECONDS
  [ $# -gt 0 ] || set -- $STAGES
  for stage in "$@"; do
    case " $STAGES " in
      *" $stage "*) ;;
      *) fail "there is no stage $stage" "choose from: $STAGES" ;;
    esac
  done
  set_up "$@"
  table=$(printf '%-12s %s' set-up "$(span $((SECONDS - all)))")
  for stage in "$@"; do
    step "$stage"
    began=$SECONDS
    if ! "stage_${stage//-/_}"; then
      printf '%s\n' "$table"
      note "$passed passed before it"
      fail "the stage $stage failed after $(span $((SECONDS - began)))" \
        "./dev test $stage runs it alone"
    fi
    passed=$((passed + 1))
    note "$stage: $(span $((SECONDS - began)))"
    table=$(printf '%s\n%-12s %s' "$table" "$stage" "$(span $((SECONDS - began)))")
  done
  step "all stages passed in $(span $((SECONDS - all)))"
  printf '%s\n' "$table"
  printf '%d passed, 0 failed\n' "$passed"
}
