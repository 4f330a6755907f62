//! What the analysis of the most hostile code costs. Alone in its process, because the allocator counts
//! for all threads.

#[path = "hostile.rs"]
mod hostile;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use aluvm_core::flow::{Flow, Surroundings, check};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, Libs};
use aluvm_core::limits::CODE_MAX;

/// Counts the bytes that are allocated, and the most that ever were.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is done by the allocator of the system.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both pieces exist while the bytes move.
        let now = NOW.fetch_add(size, Ordering::Relaxed) + size;
        PEAK.fetch_max(now, Ordering::Relaxed);
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.realloc(memory, layout, size) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The time that this thread has had on a processor, where the system says that, so that other processes do not
/// count; else the time that has passed since `start`.
fn processor_time(start: Instant) -> Duration {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = times.split(' ').next().and_then(|time| time.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// The most bytes that something needs at once, and the time that it takes.
fn cost<T>(run: impl FnOnce() -> T) -> (usize, Duration) {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let start = Instant::now();
    let time_before = processor_time(start);
    let result = run();
    let time = processor_time(start) - time_before;
    let peak = PEAK.load(Ordering::Relaxed) - before;
    drop(result);
    (peak, time)
}

#[test]
fn hostile_code_takes_little_time_and_memory() {
    for (name, code) in hostile::codes() {
        assert_eq!(code.len(), CODE_MAX, "{name}");
        let isae = "ALU BPDIGEST".parse().expect("valid");
        let lib = Lib::new(isae, code, [], Libs::default()).expect("short");
        let (check_bytes, check_time) = cost(|| check(&lib));
        let summarise = || Flow::of_lib::<NoExtension>(&lib, &Surroundings::default()).summaries();
        let (bytes, time) = cost(summarise);
        println!(
            "{name}: {:?} {} KiB, {:?} {} KiB",
            check_time,
            check_bytes >> 10,
            time,
            bytes >> 10
        );
        for bytes in [check_bytes, bytes] {
            assert!(bytes <= 32 << 20, "{name}: {bytes} bytes");
        }
        // Thirty times what it takes when it is optimised and alone.
        for time in [check_time, time] {
            assert!(time < Duration::from_millis(1500), "{name}: {time:?}");
        }
    }
}
