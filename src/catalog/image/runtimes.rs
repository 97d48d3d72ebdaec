//! Services in languages with a runtime: large images, and starts that are mostly work.

use super::Image;
use super::layers;
use super::servers::{IDLE, NGINX};
use crate::catalog::measured::{Standing, Unit, assumed, from, measured};

/// A web service in JavaScript.
pub(super) const NODE: Image = Image {
    id: "node",
    name: "Node.js service",
    layers: &[layers::DEBIAN, layers::BUILD_TOOLS, layers::NODE, layers::NODE_APPLICATION],
    start_cpu: measured(
        [60.0, 300.0, 1365.0],
        Unit::Milliseconds,
        from("GV-PERF", "B65", Standing::Assumption),
        "At most 1.4 s: a service through Docker less an empty container, on a cloud machine; \
         its own work is judged.",
    ),
    start_threads: 1.5,
    text: assumed([25.0, 40.0, 60.0], Unit::Mebibytes, "Program and libraries."),
    heap: measured(
        [30.0, 72.0, 76.7],
        Unit::Mebibytes,
        from("GV-PERF", "M20", Standing::Raw),
        "76.7 MB for each of 50 containers, less an empty container.",
    ),
    wakeups: assumed([0.5, 2.0, 10.0], Unit::PerSecond, "Timers of the runtime."),
    pids: 11,
    unikernel: false,
    ..NGINX
};

/// A web service in Python.
pub(super) const PYTHON: Image = Image {
    id: "python",
    name: "Python service",
    layers: &[layers::DEBIAN, layers::BUILD_TOOLS, layers::PYTHON, layers::PYTHON_APPLICATION],
    start_cpu: measured(
        [100.0, 350.0, 1500.0],
        Unit::Milliseconds,
        from("SOCK", "B63", Standing::Assumption),
        "100 ms to import a popular package; that a service imports three or four is our guess.",
    ),
    start_threads: 1.0,
    text: assumed([8.0, 15.0, 30.0], Unit::Mebibytes, "Program and libraries."),
    heap: assumed([15.0, 35.0, 80.0], Unit::Mebibytes, "Imported packages as objects."),
    wakeups: assumed([0.5, 2.0, 10.0], Unit::PerSecond, "The server's own polling."),
    pids: 3,
    unikernel: false,
    ..NGINX
};

/// A web service in Java.
pub(super) const JVM: Image = Image {
    id: "jvm",
    name: "JVM service",
    layers: &[layers::UBUNTU, layers::JAVA, layers::JAVA_APPLICATION],
    start_cpu: assumed(
        [1500.0, 5000.0, 12_000.0],
        Unit::Milliseconds,
        "Loading classes, scanning for components and compiling on the way.",
    ),
    start_threads: 2.5,
    text: assumed([20.0, 35.0, 60.0], Unit::Mebibytes, "Virtual machine and shared classes."),
    heap: assumed([90.0, 190.0, 400.0], Unit::Mebibytes, "Heap, classes and compiled code."),
    wakeups: assumed([10.0, 30.0, 80.0], Unit::PerSecond, "Timers of runtime and framework."),
    pids: 35,
    unikernel: false,
    ..NGINX
};

/// A small Python interpreter that waits for input.
pub(super) const MICROPYTHON: Image = Image {
    id: "micropython",
    name: "MicroPython",
    layers: &[layers::MICROPYTHON],
    start_cpu: assumed([0.5, 2.0, 10.0], Unit::Milliseconds, "An empty heap and a prompt."),
    text: assumed([0.4, 0.8, 1.5], Unit::Mebibytes, "One program with its libraries."),
    heap: assumed([0.1, 0.5, 1.5], Unit::Mebibytes, "Its heap and what the libraries allocate."),
    wakeups: assumed([0.0, 0.1, 1.0], Unit::PerSecond, "Waits for input."),
    ..IDLE
};
