//! Maps: each cell says who is ahead, and each sentence holds for the cells that it speaks of.

use strata::experiment::answer::Quantity;
use strata::experiment::{Preference, start};
use strata::scenario::study::map::{Along, Cell, Finding};
use strata::scenario::study::sweep::{Crossing, Point, Spec};
use strata::scenario::study::{Axis, Gap, Map, Sweep, Swept, value};
use strata::scenario::{ParameterId, Scenario, Side, Value};

const READY: Quantity = Quantity::Start(start::Quantity::ReadyMedian);
const FITS: Quantity = Quantity::Start(start::Quantity::Fits);

fn numbers(id: ParameterId, values: &[u64]) -> Axis {
    let values = values.iter().copied().map(Value::Number).collect();
    Axis::new(id, None, values).expect("numbers")
}

#[expect(clippy::unnecessary_wraps, reason = "a side tells figures or why it has none")]
fn told(quantity: Quantity, value: f64) -> Result<Vec<strata::experiment::answer::Figure>, Gap> {
    Ok(vec![strata::experiment::answer::Figure { quantity, value }])
}

/// A sweep over instances 10, 20, 30 and so on by cores, with these figures of A; B has 10.
fn drawn(quantity: Quantity, rows: &[&[f64]]) -> Swept {
    let columns: Vec<u64> = (1..=rows[0].len() as u64).map(|at| at * 10).collect();
    let by: Vec<u64> = (1..=rows.len() as u64).collect();
    let axis = numbers(ParameterId::Instances, &columns);
    let point = |(row, column, a): (usize, usize, f64)| Point {
        row: u32::try_from(row).unwrap(),
        at: Value::Number(columns[column]),
        sides: [told(quantity, a), told(quantity, 10.0)],
    };
    let places = rows.iter().enumerate().flat_map(|(row, values)| {
        values.iter().enumerate().map(move |(column, &a)| (row, column, a))
    });
    Swept {
        points: places.map(point).collect(),
        quantities: vec![quantity],
        crossings: Vec::new(),
        cliffs: Vec::new(),
        spec: Spec {
            scenario: Scenario::default(),
            axis,
            by: Some(numbers(ParameterId::Cores, &by)),
            quantities: vec![quantity],
        },
    }
}

fn findings(of: &Swept, quantity: Quantity) -> Vec<Finding> {
    Map::new(of, quantity).findings(of, quantity)
}

#[test]
fn a_cell_says_who_is_ahead_and_by_how_much() {
    let of = drawn(READY, &[&[10.0, 10.2, 12.0, 5.0, 1.0, 0.0]]);
    let map = Map::new(&of, READY);
    assert_eq!(map.at(0, 0), Cell::Equal(None));
    assert_eq!(map.at(0, 1), Cell::Equal(Some(Side::B)));
    let steps: Vec<_> =
        (2..6).map(|column| (map.at(0, column).winner(), map.at(0, column).step())).collect();
    let (a, b) = (Some(Side::A), Some(Side::B));
    assert_eq!(steps, [(b, Some(1)), (a, Some(2)), (a, Some(3)), (a, Some(3))]);
    assert_eq!(map.at(0, 6), Cell::Open);
    assert_eq!(map.at(1, 0), Cell::Open);
}

#[test]
fn more_wins_where_more_is_better() {
    assert_eq!((FITS.preference(), READY.preference()), (Preference::More, Preference::Less));
    let of = drawn(FITS, &[&[20.0]]);
    assert_eq!(Map::new(&of, FITS).at(0, 0).winner(), Some(Side::A));
}

#[test]
fn a_machine_that_alone_has_an_answer_is_ahead_and_a_turn_lies_before_it() {
    let mut of = drawn(READY, &[&[20.0, 5.0, 5.0]]);
    of.points[1].sides[0] = Err(Gap::Problems(Vec::new()));
    of.points[2].sides = [Err(Gap::Problems(Vec::new())), Err(Gap::Problems(Vec::new()))];
    let map = Map::new(&of, READY);
    assert_eq!((map.at(0, 1), map.at(0, 2)), (Cell::Alone(Side::B), Cell::Refused));
    assert!(!map.turns((0, 0), (0, 1)) && !map.turns((0, 1), (0, 2)));
    of.points[1].sides = [told(READY, 1.0), Err(Gap::Problems(Vec::new()))];
    assert!(Map::new(&of, READY).turns((0, 0), (0, 1)));
}

#[test]
fn both_ends_are_named_with_the_turns_that_were_located() {
    let mut of = drawn(READY, &[&[5.0, 20.0, 20.0], &[5.0, 5.0, 20.0]]);
    let turn = |row, before, from| Crossing {
        quantity: READY,
        row,
        before,
        from,
        less: Side::B,
        exact: true,
    };
    of.crossings = vec![turn(0, 13, 14), turn(1, 26, 27)];
    let found = findings(&of, READY);
    assert_eq!(found[0], Finding::UpTo(Along::Columns, 13, Side::A));
    assert_eq!(found[1], Finding::From(Along::Columns, 27, Side::B));
    assert_eq!(found[2], Finding::Moves { between: [14, 27] });
    let tally = Finding::Tally { ahead: [3, 3], equal: 0, refused: 0, of: 6 };
    assert_eq!(found[3..], [tally]);
}

#[test]
fn what_depends_on_the_rows_is_said_of_the_rows() {
    let of = drawn(READY, &[&[5.0, 4.0], &[20.0, 4.0], &[30.0, 30.0]]);
    let found = findings(&of, READY);
    assert!(found.contains(&Finding::UpTo(Along::Rows, 1, Side::A)), "{found:?}");
    assert!(found.contains(&Finding::From(Along::Rows, 3, Side::B)), "{found:?}");
    let of_columns = |one: &Finding| {
        matches!(one, Finding::UpTo(Along::Columns, ..) | Finding::From(Along::Columns, ..))
    };
    assert!(!found.iter().any(of_columns), "{found:?}");
}

#[test]
fn of_a_map_on_its_way_only_the_tally_is_told() {
    let mut of = drawn(READY, &[&[5.0, 4.0], &[20.0, 4.0]]);
    of.points.pop();
    let tally = Finding::Tally { ahead: [2, 1], equal: 0, refused: 0, of: 3 };
    assert_eq!(findings(&of, READY), [tally]);
    let all = drawn(READY, &[&[5.0, 4.0], &[2.0, 4.0]]);
    assert_eq!(findings(&all, READY)[0], Finding::Everywhere(Side::A));
}

#[test]
fn every_sentence_about_a_real_sweep_holds_for_its_cells() {
    let axis = numbers(ParameterId::Instances, &[1, 10, 50, 200]);
    let by = Some(numbers(ParameterId::Cores, &[2, 8, 64]));
    let scenario = Scenario::default();
    let quantity = Quantity::Start(start::Quantity::AllReady);
    let mut sweep = Sweep::new(Spec { scenario, axis, by, quantities: vec![quantity] });
    while !sweep.advance(u64::MAX) {}
    let of = sweep.result();
    let map = Map::new(&of, quantity);
    assert!(map.is_complete());
    for point in &of.points {
        // The scenario that a cell opens is the one that was run for it.
        let opened = of.spec.at(point.row, &point.at);
        let again = strata::scenario::study::Comparison::new(opened);
        let mut again = again;
        while !again.advance(u64::MAX) {}
        for side in Side::BOTH {
            let answer = again.result().sides[side.index()].clone().ok();
            let answer = answer.and_then(|answer| answer.value(quantity));
            assert_eq!(answer, value(&point.sides[side.index()], quantity));
        }
    }
    for finding in map.findings(&of, quantity) {
        let holds = |wanted: &dyn Fn(u64, u64) -> bool, side| {
            of.points.iter().all(|point| {
                let column = of.spec.axis.values.iter().position(|value| *value == point.at);
                let Value::Number(x) = point.at else { unreachable!() };
                let Value::Number(y) = of.spec.by.as_ref().unwrap().values[point.row as usize]
                else {
                    unreachable!()
                };
                let winner = map.at(point.row as usize, column.unwrap()).winner();
                !wanted(x, y) || winner == Some(side)
            })
        };
        let ok = match finding {
            Finding::Everywhere(side) => holds(&|_, _| true, side),
            Finding::UpTo(Along::Columns, most, side) => holds(&|x, _| x <= most, side),
            Finding::From(Along::Columns, least, side) => holds(&|x, _| x >= least, side),
            Finding::UpTo(Along::Rows, most, side) => holds(&|_, y| y <= most, side),
            Finding::From(Along::Rows, least, side) => holds(&|_, y| y >= least, side),
            Finding::At(..) => false,
            Finding::Moves { .. } => true,
            Finding::Tally { ahead, equal, refused, of } => {
                ahead[0] + ahead[1] + equal + refused == of
            }
        };
        assert!(ok, "{finding:?}");
    }
}
