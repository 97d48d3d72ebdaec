//! The Lab: components, drawings and charts. Turns data into drawings, and into words of `text`.

pub mod machine;
mod path;
mod patterns;
mod subject;
pub mod theme;
