//! The browser adapter: frames, sizes, storage, the address, and a canvas that is sharp.
//!
//! Everything here answers with a value or with nothing, never with a panic: storage may be
//! forbidden, a clipboard may be missing, and the page must work all the same.

pub mod canvas;
pub mod embed;
pub mod file;
pub mod frames;
pub mod keys;
pub mod location;
pub mod notes;
pub mod page;
pub mod parts;
pub mod picture;
pub mod scope;
pub mod size;
pub mod storage;
pub mod worker;
pub mod zoom;
