//! Words for where it fits: what each host says, which one is chosen, and why.

use super::josa::{Josa, with};
use super::number::{bytes, count, decimal_bytes, percent, significant};
use super::page::words;
use super::{Locale, Say, name, pick};
use crate::catalog::host::host;
use crate::experiment::Resource;
use crate::experiment::placement::{Asset, Need, Placing};
use crate::model::Limit;
use crate::scenario::study::placement::{Placed, Rule, Said};
use crate::scenario::{Problem, Side};
use crate::units::Bytes;

words! {
    /// Title.
    Title => ("Where does it fit?", "어디에 들어가나"),
    /// What it is for.
    About => (
        "Every host of the catalogue as a candidate: each starts one instance after another until \
         all are there or one is refused. Every host is taken to have hardware virtualization and \
         processors of one kind; a system that does not fit is refused by its kernel.",
        "카탈로그의 모든 호스트를 후보로 삼아, 모두 들어가거나 하나가 거부될 때까지 인스턴스를 차례로 \
         시작합니다. 모든 호스트에 하드웨어 가상화가 있고 프로세서 종류는 같다고 봅니다. 맞지 않는 \
         운영체제는 커널 때문에 거부됩니다."
    ),
    /// How many are to be placed.
    Wanted => ("Instances to place", "배치할 인스턴스"),
    /// The machine whose hosts are shown.
    Machine => ("Machine", "서버"),
    /// Choice of the rule.
    Rule => ("Choose the host with", "호스트 고르기"),
    /// Spreading.
    Spread => ("most room left (spread)", "여유가 가장 많은 곳(분산)"),
    /// Packing.
    Pack => ("least room left (pack)", "여유가 가장 적은 곳(밀집)"),
    /// Begins.
    Run => ("Ask every host", "모든 호스트에 묻기"),
    /// Column: host.
    Host => ("Host", "호스트"),
    /// Column: verdict.
    Verdict => ("Verdict", "판정"),
    /// Of the host that the rule chooses.
    Chosen => ("chosen", "선택"),
    /// The host of the Lab.
    Own => ("as in the Lab", "실험실 설정 그대로"),
    /// All fit.
    Fits => ("fits", "들어감"),
    /// Not all fit.
    Refused => ("refused", "거부"),
}

/// A resource, at the head of a column.
#[must_use]
pub const fn asset(of: Asset, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Asset::Inside => ("Memory in the VM", "VM 안 메모리"),
        Asset::Host(Resource::Memory) => ("Memory", "메모리"),
        Asset::Host(Resource::Disk) => ("Disk", "디스크"),
        Asset::Host(Resource::Cores) => ("Cores (idle timers)", "코어(유휴 타이머)"),
        Asset::Host(Resource::BridgePorts) => ("Bridge ports", "브리지 포트"),
        Asset::Host(Resource::ProcessIds) => ("Process IDs", "프로세스 ID"),
    };
    pick(locale, english, korean)
}

/// A resource within a sentence.
const fn named(of: Asset, locale: Locale) -> &'static str {
    match of {
        Asset::Inside => pick(locale, "memory inside the VM", "VM 안 메모리"),
        Asset::Host(resource) => name::resource(resource, locale),
    }
}

/// So much of a resource.
#[must_use]
pub fn amount(of: Asset, value: f64, locale: Locale) -> String {
    let amount = Bytes::from_f64(value);
    match of {
        Asset::Inside | Asset::Host(Resource::Memory) => bytes(amount, locale),
        Asset::Host(Resource::Disk) => decimal_bytes(amount, locale),
        Asset::Host(Resource::Cores) => significant(value, 3),
        Asset::Host(Resource::BridgePorts | Resource::ProcessIds) => count(whole(value), locale),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(value: f64) -> u64 {
    libm::ceil(value) as u64
}

/// What is needed of a resource, and what is there.
#[must_use]
pub fn need(of: &Need, locale: Locale) -> String {
    let [needed, there] = [of.needed, of.there].map(|value| amount(of.asset, value, locale));
    match locale {
        Locale::English => format!("{needed} of {there}"),
        Locale::Korean => format!("{there} 중 {needed}"),
    }
}

/// What is left of a resource, or missing.
#[must_use]
pub fn left(of: &Need, locale: Locale) -> String {
    let left = of.left();
    let told = amount(of.asset, left.abs(), locale);
    match (of.fits, locale) {
        (true, Locale::English) => format!("{told} left"),
        (true, Locale::Korean) => format!("{told} 남음"),
        (false, Locale::English) => format!("{told} missing"),
        (false, Locale::Korean) => format!("{told} 모자람"),
    }
}

/// What a host says in a sentence: with what is left of the tightest resource, or why it refuses
/// and what to try.
#[must_use]
pub fn verdict(said: &Said, locale: Locale) -> String {
    let placing = match said {
        Ok(placing) => placing,
        Err(problems) => {
            let told: Vec<String> =
                problems.iter().map(|problem: &Problem| problem.say(locale)).collect();
            return told.join(" ");
        }
    };
    let Some(limit) = placing.refusal else { return fits(placing, locale) };
    let reason = reason(placing, &limit, locale);
    if placing.incompatible().is_some() {
        return reason;
    }
    let [placed, wanted] = [placing.placed, placing.wanted].map(|of| count(of.into(), locale));
    match locale {
        Locale::English => format!("Only {placed} of {wanted} run. {reason}"),
        Locale::Korean => format!("{wanted}개 가운데 {placed}개만 실행됩니다. {reason}"),
    }
}

fn reason(placing: &Placing, limit: &Limit, locale: Locale) -> String {
    let Limit::MemoryRefused { needed, free } = *limit else { return limit.say(locale) };
    if placing.binding != Some(Asset::Inside) {
        return limit.say(locale);
    }
    let missing = bytes(needed.saturating_sub(free), locale);
    let [needed, free] = [needed, free].map(|of| bytes(of, locale));
    match locale {
        Locale::English => format!(
            "Memory in the VM: the next one needs {needed} and {free} is free inside it, so \
             {missing} is missing. Give the VM more memory; a bigger host alone does not help."
        ),
        Locale::Korean => format!(
            "VM 안 메모리: 다음 하나에 {} 필요한데 안에 {} 남아 {} 모자랍니다. VM에 메모리를 더 \
             주세요. 호스트만 키워서는 소용없습니다.",
            with(&needed, Josa::Subject),
            with(&free, Josa::Subject),
            with(&missing, Josa::Subject)
        ),
    }
}

fn fits(placing: &Placing, locale: Locale) -> String {
    let Some(tightest) = placing.tightest() else {
        return Word::Fits.say(locale).to_owned();
    };
    let (share, what) = (percent(tightest.share_left(), locale), named(tightest.asset, locale));
    let cores = crowded(placing, locale);
    match locale {
        Locale::English => format!("Tightest: {what}, {share} left.{cores}"),
        Locale::Korean => format!("가장 빠듯한 것: {what}, {share} 남음.{cores}"),
    }
}

/// That cores are promised more than once, where they are.
fn crowded(placing: &Placing, locale: Locale) -> String {
    if placing.vcpus_each_core <= 1.0 {
        return String::new();
    }
    let ratio = significant(placing.vcpus_each_core, 2);
    match locale {
        Locale::English => format!(" Every core is promised {ratio} times."),
        Locale::Korean => format!(" 코어마다 {ratio}배로 약속됩니다."),
    }
}

/// The name of a host of the catalogue.
#[must_use]
pub fn host_name(id: &str, locale: Locale) -> String {
    host(id).map_or_else(|| id.to_owned(), |host| name::host(host, locale).to_owned())
}

/// Which host is chosen for a machine, and why.
#[must_use]
pub fn chosen(of: &Placed, side: Side, rule: Rule, locale: Locale) -> String {
    let wanted = count(of.wanted.into(), locale);
    let letter = name::side(side);
    let found = of.chosen(side, rule).and_then(|place| {
        let candidate = of.candidates.get(place)?;
        let placing = candidate.sides[side.index()].as_ref().ok()?;
        Some((candidate, placing.tightest()?))
    });
    let Some((candidate, tightest)) = found else {
        return match locale {
            Locale::English => format!("{letter}: none of these hosts has room for {wanted}."),
            Locale::Korean => {
                format!("{letter}: {wanted}개가 모두 들어가는 호스트가 없습니다.")
            }
        };
    };
    let host = host_name(&candidate.host, locale);
    let what = named(tightest.asset, locale);
    let share = percent(tightest.share_left(), locale);
    let fitting = count(of.fitting(side) as u64, locale);
    let all = count(of.candidates.len() as u64, locale);
    match (rule, locale) {
        (Rule::Spread, Locale::English) => format!(
            "{letter} goes to {host}: its tightest resource, {what}, has {share} left, the most of \
             the {fitting} hosts (of {all}) on which {wanted} fit."
        ),
        (Rule::Pack, Locale::English) => format!(
            "{letter} goes to {host}: its tightest resource, {what}, has {share} left, the least \
             of the {fitting} hosts (of {all}) on which {wanted} fit."
        ),
        (Rule::Spread, Locale::Korean) => format!(
            "{} {host}에 놓입니다. 가장 빠듯한 자원인 {} {share} 남아, {wanted}개가 들어가는 호스트 \
             {fitting}곳(전체 {all}곳) 가운데 여유가 가장 많습니다.",
            with(letter, Josa::Topic),
            with(what, Josa::Subject)
        ),
        (Rule::Pack, Locale::Korean) => format!(
            "{} {host}에 놓입니다. 가장 빠듯한 자원인 {} {share} 남아, {wanted}개가 들어가는 호스트 \
             {fitting}곳(전체 {all}곳) 가운데 여유가 가장 적습니다.",
            with(letter, Josa::Topic),
            with(what, Josa::Subject)
        ),
    }
}
