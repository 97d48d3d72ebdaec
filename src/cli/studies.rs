//! The commands: each makes a job, finishes it, and writes its export.

use super::Faults;
use super::arguments::{
    Catalog, Claims, Explain, Listing, Place, Replicate, Run, Sweep, Validate, Why, Written,
};
use super::asked::{axis, quantities, runnable, scenario};
use super::near::nearest;
use super::output::Output;
use crate::catalog::{Constant, constants};
use crate::experiment;
use crate::experiment::explain::Displayed;
use crate::experiment::validate::{Validation, row_ids};
use crate::scenario::claim::{CLAIMS, Claim, Hearing};
use crate::scenario::study::sweep::POINTS_MOST;
use crate::scenario::study::{self, Compared, Comparison, replicate as repeated, sweep as swept};
use crate::scenario::why::Inquiry;
use crate::scenario::{INSTANCES_MOST, Scenario, Side};
use crate::text::command::{Fault, Named};
use crate::text::evidence::standing;
use crate::text::{Locale, export};
use crate::units::Time;

fn write(text: &str, to: &Written) -> Result<(), Faults> {
    Output::write(to.output.as_deref(), text.as_bytes())
}

fn compared(scenario: Scenario, output: &Output) -> Compared {
    let mut job = Comparison::new(scenario);
    output.finish(&mut job, Comparison::advance, Comparison::fraction);
    job.result()
}

/// A result that is none is written like any other, and then said to be none.
fn told(any: bool) -> Result<(), Faults> {
    if any { Ok(()) } else { Err(vec![Fault::Nothing]) }
}

fn tells(of: &Compared) -> bool {
    let tells = |side| {
        of.side(side).is_some_and(|answer| {
            answer.refused.is_none() && !(answer.figures.is_empty() && answer.tables.is_empty())
        })
    };
    Side::BOTH.into_iter().any(tells)
}

pub(super) fn run(of: &Run, output: &Output) -> Result<(), Faults> {
    let Some(format) = of.format.export() else { return trace(of, output) };
    let compared = compared(runnable(&of.asked)?, output);
    let text = export::compared(&compared, format, output.locale);
    Output::write(of.output.as_deref(), text.as_bytes())?;
    told(tells(&compared))
}

fn trace(of: &Run, output: &Output) -> Result<(), Faults> {
    let scenario = runnable(&of.asked)?;
    if !scenario.mode.is_start() {
        return Err(vec![Fault::NoTrace]);
    }
    let report = |side| Some((side, report(&scenario, side, output)?));
    let reports: Vec<_> = scenario.machines().into_iter().filter_map(report).collect();
    let text = export::trace(&scenario, &reports, output.locale);
    Output::write(of.output.as_deref(), text.as_bytes())
}

fn report(scenario: &Scenario, side: Side, output: &Output) -> Option<experiment::Report> {
    let mut run = experiment::Run::new(scenario.machine(side).ok()?);
    output.finish(&mut run, experiment::Run::advance, |run| {
        let progress = run.progress();
        f64::from(progress.ready) / f64::from(progress.of.max(1))
    });
    Some(run.report())
}

pub(super) fn sweep(of: &Sweep, output: &Output) -> Result<(), Faults> {
    let scenario = scenario(&of.asked)?;
    let by = of.by.as_ref().map(|text| axis(text, of, &scenario)).transpose()?;
    let spec = swept::Spec {
        axis: axis(&of.over, of, &scenario)?,
        by,
        quantities: quantities(&of.quantity, &scenario)?,
        scenario,
    };
    if spec.points() > POINTS_MOST {
        return Err(vec![Fault::TooManyPoints { points: spec.points() }]);
    }
    let mut job = study::Sweep::new(spec);
    output.finish(&mut job, study::Sweep::advance, study::Sweep::fraction);
    let found = job.result();
    write(&export::swept(&found, of.written.format.into(), output.locale), &of.written)?;
    told(found.points.iter().any(|point| point.sides.iter().any(Result::is_ok)))
}

pub(super) fn replicate(of: &Replicate, output: &Output) -> Result<(), Faults> {
    let scenario = runnable(&of.asked)?;
    let spec = repeated::Spec {
        quantities: quantities(&of.quantity, &scenario)?,
        scenario,
        runs: of.runs,
        until_precise: of.until_precise,
        confidence: of.confidence.into(),
        precision: of.precision / 100.0,
    };
    let mut job = study::Replicate::new(spec);
    output.finish(&mut job, study::Replicate::advance, study::Replicate::fraction);
    let found = job.result();
    let text = export::replicated(&found, of.written.format.into(), output.locale);
    write(&text, &of.written)?;
    told(found.samples.iter().any(|sample| sample.sides.iter().any(Result::is_ok)))
}

pub(super) fn place(of: &Place, output: &Output) -> Result<(), Faults> {
    let scenario = scenario(&of.asked)?;
    let wanted = of.count.map_or(scenario.instances, u64::from).clamp(1, INSTANCES_MOST);
    let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
    let mut job = study::Placement::new(scenario, wanted);
    output.finish(&mut job, study::Placement::advance, study::Placement::fraction);
    let (scenario, found) = (job.scenario(), job.result());
    let text = export::placed(scenario, found, of.written.format.into(), output.locale);
    write(&text, &of.written)?;
    told(Side::BOTH.iter().any(|&side| found.fitting(side) > 0))
}

pub(super) fn explain(of: &Explain, output: &Output) -> Result<(), Faults> {
    let scenario = runnable(&of.asked)?;
    let effect = quantities(of.quantity.as_slice(), &scenario)?.first().copied();
    let found = compared(scenario, output);
    let format = of.written.format.into();
    write(&export::explained(&found, effect, format, output.locale), &of.written)?;
    told(tells(&found))
}

pub(super) fn why(of: &Why, output: &Output) -> Result<(), Faults> {
    let scenario = runnable(&of.asked)?;
    let quantity = quantities(core::slice::from_ref(&of.quantity), &scenario)?.first().copied();
    let side = if of.b { Side::B } else { Side::A };
    let asked = quantity.map(Displayed::Figure);
    let inquiry = asked.and_then(|asked| Inquiry::new(&scenario, side, asked, Time::NEVER));
    let Some(mut inquiry) = inquiry else { return Err(vec![Fault::Nothing]) };
    while !inquiry.advance(u64::MAX) {}
    let Some(told) = inquiry.explanation() else { return Err(vec![Fault::Nothing]) };
    let text = export::why(told, inquiry.found(), output.locale).replace('\u{a0}', " ");
    Output::write(None, text.as_bytes())
}

pub(super) fn validate(of: &Validate, output: &Output) -> Result<(), Faults> {
    let known = row_ids();
    let unknown = of.rows.iter().filter(|row| !known.contains(&row.as_str()));
    let faults: Faults = unknown
        .map(|row| {
            let near = nearest(&row.to_uppercase(), &known);
            Fault::Unknown { what: Named::Row, name: row.clone(), near }
        })
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let rows: Vec<&str> = of.rows.iter().map(String::as_str).collect();
    let mut job = Validation::new(&rows);
    output.finish(&mut job, Validation::advance, Validation::fraction);
    let checks = job.result();
    write(&export::validated(checks, of.written.format.into(), output.locale), &of.written)?;
    let unexplained =
        |check: &&crate::experiment::validate::Check| !check.passes() && check.lacking().is_none();
    match checks.iter().filter(unexplained).count() {
        0 => Ok(()),
        rows => Err(vec![Fault::Misses { rows }]),
    }
}

pub(super) fn claims(of: &Claims, output: &Output) -> Result<(), Faults> {
    let named = |claim: &Claim| format!("C{}", claim.number);
    let is = |claim: &Claim, wanted: &String| wanted.eq_ignore_ascii_case(&named(claim));
    let unknown = of.claims.iter().filter(|wanted| !CLAIMS.iter().any(|claim| is(claim, wanted)));
    let faults: Faults = unknown
        .map(|name| {
            let near = nearest(&name.to_uppercase(), CLAIMS.iter().map(named));
            Fault::Unknown { what: Named::Claim, name: name.clone(), near }
        })
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let wanted: Vec<&Claim> = CLAIMS
        .iter()
        .filter(|claim| of.claims.is_empty() || of.claims.iter().any(|wanted| is(claim, wanted)))
        .collect();
    let mut hearing = Hearing::new(wanted.iter().copied());
    output.finish(&mut hearing, Hearing::advance, Hearing::fraction);
    let text = export::claims(&wanted, &hearing, of.written.format.into(), output.locale);
    write(&text, &of.written)?;
    let facts = wanted.iter().flat_map(|claim| claim.facts());
    match facts.filter(|fact| !fact.check(|of| hearing.answer(of)).holds).count() {
        0 => Ok(()),
        facts => Err(vec![Fault::Fails { facts }]),
    }
}

pub(super) fn catalog(of: &Catalog, output: &Output) -> Result<(), Faults> {
    let words: Vec<String> = of.words.iter().map(|word| word.to_lowercase()).collect();
    let wanted = |constant: &Constant| {
        let source = constant.value.source;
        let told = standing(source.standing, Locale::English);
        let text = format!("{} {} {} {told}", constant.path, source.reference, source.row);
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let found: Vec<Constant> = constants().into_iter().filter(wanted).collect();
    let format = of.written.format.into();
    write(&export::constants(&found, format, output.locale), &of.written)?;
    if found.is_empty() { Err(vec![Fault::NoConstant]) } else { Ok(()) }
}

pub(super) fn list(of: &Listing, output: &Output) -> Result<(), Faults> {
    let (scenario, format) = (scenario(&of.asked)?, of.written.format.into());
    write(&export::listed(of.what.into(), &scenario, format, output.locale), &of.written)
}
