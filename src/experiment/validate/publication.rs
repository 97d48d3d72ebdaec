//! Who published each row.
//!
//! Short names stand here and not in the bibliography, which holds only what a constant names: no
//! constant comes from these publications' results.

use super::Check;

impl Check {
    /// Authors or project, place and year of the publication.
    #[must_use]
    pub fn publication(&self) -> &'static str {
        match self.row {
            "V1" | "V2" | "V3" | "V4" | "V5" | "V6" => "Agache et al., NSDI 2020",
            "V7" => "Kuenzer et al., EuroSys 2021",
            "V8" => "Kata Containers, CI baselines",
            "V9" => "Cadden et al., EuroSys 2020",
            "V10" | "V11" | "V12" => "Manco et al., SOSP 2017",
            "V13" => "Firecracker, demo of 4,000 microVMs",
            "V14" => "Red Hat, KSM, 2009",
            "V15" | "V16" | "V17" | "V18" => "Felter et al., 2014",
            "V19" => "gVisor, performance guide",
            "V20" => "Barham et al., SOSP 2003",
            "V21" => "Harter et al., FAST 2016",
            "V22" => "Clark et al., NSDI 2005",
            "V23" => "Ao et al., EuroSys 2022",
            _ => "",
        }
    }

    /// The publication, and its rows in the tables of published measurements.
    #[must_use]
    pub fn cited(&self) -> String {
        format!("{} ({})", self.publication(), self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Tolerance, row_ids};
    use super::*;

    #[test]
    fn every_row_names_its_publication() {
        for row in row_ids() {
            let check = Check {
                row,
                what: "",
                unit: "",
                expected: 1.0,
                tolerance: Tolerance::AtLeast,
                simulated: 1.0,
                source: "",
            };
            assert!(!check.publication().is_empty(), "{row}");
        }
    }
}
