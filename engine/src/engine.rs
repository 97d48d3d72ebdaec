//! Time: a kernel that goes from event to event, with no time step, and shares what is scarce.
//!
//! The kernel knows nothing of machines. The caller owns *entities*, numbered from nought, and
//! gives each at most one *activity* at a time: a timer, an amount of service on a shared
//! resource, or waiting for a lock. The kernel says who wakes next and when; what the entity does
//! then is the caller's business. So a run is a loop in the caller, and a kernel is a plain value:
//! **cloning it is the checkpoint**.
//!
//! ```
//! use strata_engine::engine::{Demand, Entity, Kernel};
//! use strata_engine::units::{Span, Time};
//!
//! let mut kernel = Kernel::new();
//! let cores = kernel.fair(2.0);
//! for number in 0..3 {
//!     kernel.serve(Entity(number), cores, Demand { amount: 1.0, cap: 1.0, weight: 1.0 });
//! }
//! kernel.wake_after(Entity(3), Span::seconds(5));
//!
//! // A slice: until a time or a number of events, whichever comes first. The next slice goes on
//! // where this one stopped, and slicing does not change what happens.
//! let (limit, budget) = (Time::from_seconds(4.0), 1_000);
//! let mut woken = Vec::new();
//! while kernel.events() < budget && kernel.next_time().is_some_and(|time| time <= limit) {
//!     woken.extend(kernel.next());
//! }
//! assert_eq!(woken.len(), 3);
//! assert_eq!(woken[2].time, Time::from_seconds(1.5));
//! assert_eq!(kernel.next_time(), Some(Time::from_seconds(5.0)));
//! ```
//!
//! # The law of sharing
//!
//! A flow on a resource has a weight and a cap. Rates are weighted max-min fair (water filling):
//! `rate = min(cap, λ·weight)` with one `λ` for the whole resource, and the rates add up to
//! `min(capacity, Σ cap)`. This is the fluid limit of the Linux fair scheduler with cgroup weights
//! and quotas; `SimGrid` has validated the same law for networks.
//!
//! # The order of equal instants
//!
//! 1. Time counts whole picoseconds. A completion is rounded to the nearest, and all that round to
//!    the same one happen together.
//! 2. All wakes that are ready at an instant are delivered in order of entity number. An activity
//!    of no length or no amount is ready at once and joins them.
//! 3. Locks are granted only when no wake is ready any more. Who waits is ordered by the instant
//!    of asking and then by entity number, so the order of the calls within an instant is of no
//!    account. A granted lock makes its holder ready, at the same instant.
//! 4. Shares are worked out once, when nothing is left to do at an instant, however many flows
//!    came and went. A flow so short that its end rounds to the same instant wakes in a further
//!    round of that instant.
//!
//! # What an event costs
//!
//! O(log n), and no event touches every flow. Flows of one weight and one cap form a class with a
//! clock that counts the service *each* of its flows has received, so that a flow's end is a fixed
//! mark on that clock and a class of ten thousand flows changes pace in one step. A class runs
//! either at its cap, against real time, or at `λ·weight`, against a clock of `λ` that all such
//! classes share; classes change sides one by one at the boundary `cap/weight = λ`. A long queue
//! keeps only its near end in a heap, and a class of one flow is one line of a processor's cache,
//! since at a hundred thousand flows an event costs the memory that it waits for. Sums are
//! compensated and clocks are set back whenever that is free, so that precision is that of the
//! flows present and not of the time passed.
//!
//! **Invariants.** The clock never goes back. Work is conserved: the rates of a resource add up to
//! the lesser of its capacity and the sum of the caps. Results are the same bits natively and in
//! WebAssembly: integers, and IEEE addition, subtraction, multiplication and division.

mod agenda;
mod class;
mod digest;
mod ends;
mod entity;
mod fair;
mod far;
mod heap;
mod kernel;
mod ledger;
mod lock;
mod order;
mod queue;
mod random;
mod sum;
mod table;

pub use digest::Digest;
pub use entity::Entity;
pub use kernel::{Demand, Kernel, LockId, ResourceId, Usage, Wake};
pub use ledger::{Ledger, Shortage};
pub use random::Stream;
