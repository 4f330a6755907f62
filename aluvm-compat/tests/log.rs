//! The calls of the extension, in order.

use std::cell::RefCell;

thread_local! {
    static CALLS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Takes note of a call.
pub fn write(call: String) {
    // A thread that ends drops instructions when there is no log any more.
    let _ = CALLS.try_with(|calls| calls.borrow_mut().push(call));
}

/// The calls since this was asked last.
pub fn take() -> Vec<String> {
    CALLS.with(|calls| calls.take())
}
