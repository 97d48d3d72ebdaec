//! Strata: one simulated host that runs workloads in every way a workload can be isolated.
//!
//! This page is the architecture; every module below it has its own.
//!
//! # Layers
//!
//! Each layer knows those above it in this list and none below; a test holds that
//! (`tests/it/layers.rs`). From [`units`] to [`worker`] nothing touches a browser: the core builds
//! with `--no-default-features` and runs natively, under node and in a page with the same bits.
//! `units` and `engine` lie in the folder `engine`, a crate of its own that is built for speed even
//! where the rest is built for size.
//!
//! - [`units`]: bytes and picoseconds as types. Amounts are integers, and no unit is implied by a
//!   name.
//! - [`catalog`]: every number from the world, with source and range. It holds values, never
//!   behaviour, and knows no law.
//! - [`model`]: what exists and the laws it obeys. It never schedules and draws no random number.
//! - [`engine`]: time, with sharing, locks, ledger and random streams. It knows nothing of
//!   machines, and a kernel is a value.
//! - [`experiment`]: the questions, and their answers as data. A run is a value that can be sliced
//!   and cloned; reports carry no words.
//! - [`scenario`]: what the user asked for, with ranges, problems and links. It keeps what was said
//!   and never bends a number silently.
//! - [`app`]: the program without a browser: state, actions, driver. `reduce` is pure, and the
//!   clock is no part of undo.
//! - [`text`]: all words and numbers for people, in two languages. A missing translation does not
//!   compile.
//! - [`lesson`]: lessons, questions and terms as data. A lesson drives the Lab and holds no number:
//!   what it states is computed when it is shown.
//! - [`worker`]: the second program, for long work and exports beside the page. A file from it has
//!   the same bytes as one from the command line.
//! - `cli`: the command line, for terminals and scripts. It formats nothing that the page does not.
//! - `web`: the browser: canvas, frames, address, storage. The only place that may fail for a
//!   browser's reasons.
//! - `view`: the Lab: components and charts. It decides nothing: it reads state and sends actions.
//! - `parts`: the pages beside the Lab and the dialogs over it, a program of its own that is
//!   fetched when the first of them is opened. It uses the components of `view`, and the page
//!   tells it what to show.
//!
//! # The way of one start through the code
//!
//! 1. `view` sends an [`app::Action`]; [`app::reduce`] gives a new [`app::State`] with a new
//!    [`scenario::Scenario`].
//! 2. [`scenario::Scenario::machine`] looks up what was said in the [`catalog`] and gives a
//!    complete [`model::Machine`], or all problems at once.
//! 3. [`model::Machine::plan`] turns the platform's parts, the guest and the image into a flat
//!    list of acts: work in core-seconds, transfers, pauses, locks, memory. It says what is to be
//!    done and never when.
//! 4. [`experiment::Run`] gives each instance a position in that plan. The [`engine::Kernel`] says
//!    who wakes next: it shares cores, disk and link by weighted max-min fairness, serves locks in
//!    order, and moves the clock from event to event. When memory is short the run takes it back
//!    in the order in which a kernel does, and who asked for it pays in time.
//! 5. What happened is recorded as bars of a lane and changes of the ledger: an
//!    [`experiment::Report`], with a digest that is the same on every machine.
//! 6. `view` asks for the [`experiment::Snapshot`] of the clock's time and draws it; [`text`] puts
//!    the report's data into words.
//!
//! # Words
//!
//! *Host*, *host kernel*, *instance*, *guest*, *platform*, *VMM*, *image*, *layer*, *workload*;
//! *reserved* is promised memory and *resident* is memory that is really backed; an instance is
//! *ready* when the application answers its first request.

pub mod app;
pub mod catalog;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
pub mod experiment;
pub mod lesson;
pub mod model;
#[cfg(feature = "web")]
pub mod parts;
pub mod scenario;
pub mod text;
#[cfg(feature = "web")]
pub mod view;
#[cfg(feature = "web")]
pub mod web;
pub mod worker;

#[doc(inline)]
pub use strata_engine::{engine, units};
