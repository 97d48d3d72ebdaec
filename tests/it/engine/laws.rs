//! Laws that hold whatever happens: conservation, order of time, determinism of copies.

use proptest::prelude::*;
use strata::engine::{Demand, Digest, Entity, Kernel, Ledger, LockId, ResourceId, Stream};
use strata::units::{Bytes, Span, Time};

/// The highest capacity that each resource gets.
const MOST: [f64; 3] = [8.0, 4e9, 1.0];

/// What a storm is made of.
#[derive(Clone, Copy, Debug)]
struct Plan {
    seed: u64,
    entities: u32,
    /// How many different caps and weights there are.
    kinds: u32,
}

/// Entities that do things at random, give them up at random, and change capacities at random.
#[derive(Clone)]
struct Storm {
    kernel: Kernel,
    resources: Vec<ResourceId>,
    locks: Vec<LockId>,
    chance: Stream,
    plan: Plan,
    /// What flows have asked for, less what those that were cancelled did not get.
    wanted: Vec<f64>,
    /// The flow of each entity: its resource, and its cap.
    flows: Vec<Option<(usize, f64)>>,
    /// The most that each resource could have served up to the present.
    most: Vec<f64>,
}

impl Storm {
    fn new(plan: Plan) -> Self {
        let mut kernel = Kernel::new();
        let resources = MOST.map(|capacity| kernel.fair(capacity / 2.0)).to_vec();
        let locks = vec![kernel.lock(), kernel.lock()];
        let count = resources.len();
        let mut storm = Self {
            kernel,
            resources,
            locks,
            chance: Stream::new(plan.seed, 0, 0),
            plan,
            wanted: vec![0.0; count],
            flows: vec![None; plan.entities as usize],
            most: vec![0.0; count],
        };
        for number in 0..plan.entities {
            storm.act(Entity(number));
        }
        storm
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below count")]
    fn pick(&mut self, count: u32) -> u32 {
        (self.chance.uniform() * f64::from(count)) as u32
    }

    /// Lets an entity begin something.
    fn act(&mut self, who: Entity) {
        match self.pick(8) {
            0 => {
                let span = Span(u64::from(self.pick(3)) * 70_000_000);
                self.kernel.wake_after(who, span);
            }
            1 => {
                let number = self.pick(2) as usize;
                let lock = self.locks[number];
                if self.kernel.holder(lock) == Some(who) {
                    self.kernel.release(who, lock);
                    self.kernel.wake_after(who, Span::milliseconds(1));
                } else {
                    self.kernel.acquire(who, lock);
                }
            }
            2 => {
                self.kernel.cancel(who);
                self.kernel.wake_after(who, Span::milliseconds(2));
            }
            _ => self.serve(who),
        }
    }

    fn serve(&mut self, who: Entity) {
        let kinds = self.plan.kinds;
        let number = self.pick(3) as usize;
        let capacity = self.kernel.usage(self.resources[number]).capacity.max(0.1);
        let amount = capacity * f64::from(self.pick(4)) * 0.125 * self.chance.uniform();
        let caps = f64::from(1 + self.pick(kinds)) / f64::from(kinds);
        let cap = if self.pick(4) == 0 { f64::INFINITY } else { capacity * caps };
        let weight = f64::from(1 + self.pick(kinds));
        self.wanted[number] += amount;
        if amount > 0.0 {
            self.flows[who.0 as usize] = Some((number, cap));
        }
        self.kernel.serve(who, self.resources[number], Demand { amount, cap, weight });
    }

    /// Ends what somebody else does.
    fn interrupt(&mut self) {
        let who = Entity(self.pick(self.plan.entities));
        if let Some((number, _)) = self.flows[who.0 as usize].take() {
            self.wanted[number] -= self.kernel.remaining(who).unwrap_or(0.0);
        }
        self.kernel.cancel(who);
        self.kernel.wake_after(who, Span::milliseconds(5));
    }

    /// One event and what follows from it.
    fn go_on(&mut self) -> Option<(Time, Entity)> {
        let before = self.kernel.now();
        let rates: Vec<f64> =
            self.resources.iter().map(|&one| self.kernel.usage(one).capacity).collect();
        let wake = self.kernel.next()?;
        for (most, rate) in self.most.iter_mut().zip(rates) {
            *most += rate * wake.time.since(before).as_seconds();
        }
        assert!(wake.time >= before, "the clock went back");
        self.flows[wake.who.0 as usize] = None;
        match self.pick(16) {
            0 => self.interrupt(),
            1 => {
                let number = self.pick(3) as usize;
                let capacity = MOST[number] * f64::from(self.pick(4)) / 3.0;
                self.kernel.set_capacity(self.resources[number], capacity.max(1e-3));
            }
            _ => {}
        }
        self.act(wake.who);
        Some((wake.time, wake.who))
    }

    /// Rates add up to the lesser of capacity and caps; service is what was asked and not left.
    fn check(&self) {
        for (number, &resource) in self.resources.iter().enumerate() {
            let usage = self.kernel.usage(resource);
            let flows = || {
                let own = |(who, flow): (u32, &Option<(usize, f64)>)| {
                    // A flow that has ended at this very instant waits for its wake without a rate.
                    flow.filter(|&(of, _)| of == number && self.kernel.rate(Entity(who)).is_some())
                        .map(|(_, cap)| (Entity(who), cap))
                };
                (0..).zip(&self.flows).filter_map(own)
            };
            let rate = |who| self.kernel.rate(who).expect("it has a flow");
            let rates: f64 = flows().map(|(who, _)| rate(who)).sum();
            let caps: f64 = flows().map(|(_, cap)| cap).sum();
            let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * usage.capacity.max(1.0);
            assert_eq!(usage.flows as usize, flows().count());
            assert!(near(rates, usage.rate), "{rates} in all for {usage:?}");
            assert!(near(usage.rate, usage.capacity.min(caps)), "{usage:?} with caps {caps}");
            assert!(flows().all(|(who, cap)| rate(who) <= cap * (1.0 + 1e-9)));
            let left: f64 =
                flows().map(|(who, _)| self.kernel.remaining(who).expect("it has a flow")).sum();
            // Ends are rounded to the picosecond, so each event may lose or win a little service.
            let grain = MOST[number] * 1e-12;
            let slack = grain * (self.kernel.events() as f64 + 1.0) + 1e-12 * self.wanted[number];
            let done = self.wanted[number] - left;
            assert!((usage.done - done).abs() <= slack, "{usage:?}, {done} of the flows");
            assert!(usage.done <= self.most[number] + slack, "more than the capacity allows");
        }
    }
}

fn any_plan() -> impl Strategy<Value = Plan> {
    (any::<u64>(), 1..=40_u32, prop_oneof![Just(1_u32), Just(3), Just(1000)])
        .prop_map(|(seed, entities, kinds)| Plan { seed, entities, kinds })
}

fn digest(storm: &mut Storm, events: usize) -> u64 {
    let mut digest = Digest::new();
    for _ in 0..events {
        let Some((time, who)) = storm.go_on() else { break };
        digest.add(time.0);
        digest.add(u64::from(who.0));
    }
    digest.value()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn work_is_conserved_at_every_event(plan in any_plan()) {
        let mut storm = Storm::new(plan);
        storm.check();
        for _ in 0..300 {
            if storm.go_on().is_none() {
                break;
            }
            storm.check();
        }
    }

    #[test]
    fn a_copy_goes_on_as_the_original_does(plan in any_plan(), events in 0..200_usize) {
        let mut storm = Storm::new(plan);
        digest(&mut storm, events);
        let mut copy = storm.clone();
        let expected = digest(&mut storm, 300);
        prop_assert_eq!(digest(&mut copy, 300), expected);
    }

    #[test]
    fn looking_ahead_between_events_changes_nothing(plan in any_plan()) {
        let (mut storm, mut other) = (Storm::new(plan), Storm::new(plan));
        for _ in 0..300 {
            let next = other.kernel.next_time();
            prop_assert_eq!(other.kernel.next_time(), next);
            let wake = storm.go_on();
            prop_assert_eq!(wake.map(|(time, _)| time), next);
            prop_assert_eq!(other.go_on(), wake);
        }
    }

    /// Every byte has one owner or is free, whatever is taken, given or turned into what.
    #[test]
    fn the_parts_of_memory_always_add_up(
        acts in proptest::collection::vec((0..5_u32, 0..4_u8, 0..4_u8, 0..600_u64), 0..200),
    ) {
        let mut ledger = Ledger::<4>::new(Bytes(1000), 3);
        for (index, (holder, from, to, amount)) in acts.into_iter().enumerate() {
            let (amount, free) = (Bytes(amount), ledger.free());
            let (held, target) = (ledger.held(holder, from), ledger.held(holder, to));
            match index % 3 {
                0 => match ledger.take(holder, from, amount) {
                    Ok(()) => prop_assert_eq!(ledger.held(holder, from), held + amount),
                    Err(short) => {
                        prop_assert!((short.needed, short.free) == (amount, free) && amount > free);
                        prop_assert_eq!(ledger.held(holder, from), held);
                    }
                },
                1 => {
                    ledger.give(holder, from, amount);
                    prop_assert_eq!(ledger.free(), free + amount.min(held));
                }
                _ => {
                    ledger.shift(holder, from, to, amount);
                    prop_assert_eq!(ledger.free(), free);
                    if from != to {
                        prop_assert_eq!(ledger.held(holder, to), target + amount.min(held));
                    }
                }
            }
            let holders: Bytes = (0..5).map(|holder| ledger.of(holder)).sum();
            let kinds: Bytes = (0..4).map(|kind| ledger.total_of(kind)).sum();
            prop_assert_eq!(holders + ledger.free(), ledger.total());
            prop_assert_eq!(kinds + ledger.free(), ledger.total());
            for kind in 0..4 {
                let held: Bytes = (0..5).map(|holder| ledger.held(holder, kind)).sum();
                prop_assert_eq!(held, ledger.total_of(kind));
            }
        }
    }
}
