//! A limit on the number of requests at the same time.

use std::sync::{Condvar, Mutex, PoisonError};

/// A counting semaphore.
pub(crate) struct Permits {
    free: Mutex<usize>,
    returned: Condvar,
}

/// A permit, which is returned on drop.
pub(crate) struct Permit<'a>(&'a Permits);

impl Permits {
    /// `max` permits, at least one.
    pub(crate) fn new(max: usize) -> Permits {
        Permits { free: Mutex::new(max.max(1)), returned: Condvar::new() }
    }

    /// Waits for a free permit.
    pub(crate) fn take(&self) -> Permit<'_> {
        // The count is valid even after a panic: nothing can panic between its read and write.
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = self.returned.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn the_limit_holds_and_every_thread_gets_a_permit() {
        let permits = Permits::new(3);
        let (inside, most, served) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _permit = permits.take();
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        served.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(most.into_inner() <= 3);
        assert_eq!(served.into_inner(), 600);
        // A limit of zero would wait forever.
        drop(Permits::new(0).take());
    }
}
