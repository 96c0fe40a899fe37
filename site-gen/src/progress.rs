//! Progress on a terminal: one line on stderr per task; nothing if stderr is not a terminal.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use releases::progress::Step;
use training::progress::Task;

/// Draws a bar or a spinner for the current task.
#[derive(Debug, Default)]
pub(crate) struct Terminal {
    bar: Mutex<Option<ProgressBar>>,
}

impl Terminal {
    fn bar(&self) -> MutexGuard<'_, Option<ProgressBar>> {
        self.bar.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl training::progress::Progress for Terminal {
    fn begin(&self, task: Task, steps: u64) {
        let bar = match task {
            Task::Reading => bytes_bar(steps),
            Task::Fit(_) if steps == 0 => spinner(),
            Task::Fit(_) => steps_bar(steps),
        };
        bar.set_message(task.name());
        *self.bar() = Some(bar);
    }

    fn set_position(&self, position: u64) {
        if let Some(bar) = &*self.bar() {
            bar.set_position(position);
        }
    }

    fn step(&self) {
        if let Some(bar) = &*self.bar() {
            bar.inc(1);
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar().take() {
            bar.finish_and_clear();
        }
    }

    fn say(&self, line: &str) {
        match &*self.bar() {
            Some(bar) => bar.suspend(|| eprintln!("{line}")),
            None => eprintln!("{line}"),
        }
    }
}

impl releases::progress::Progress for Terminal {
    fn publishing(&self, step: Step<'_>) {
        use training::progress::Progress as _;

        let (message, written, total) = match step {
            Step::Waiting { release, lease } => {
                return self.say(&format!(
                    "release {release} is being published, or its publish has crashed: waiting up to {} s \
                     for its claim to be renewed",
                    lease.as_secs_f64()
                ));
            }
            Step::Release { written, total } => ("Writing the release", written, total),
            Step::Public { written, total } => ("Writing public files", written, total),
        };
        {
            let mut bar = self.bar();
            let bar = bar.get_or_insert_with(|| steps_bar(0));
            bar.set_message(message);
            bar.set_length(total as u64);
            bar.set_position(written as u64);
        }
        if written == total {
            self.end();
        }
    }
}

/// A bar over counted steps.
pub(crate) fn steps_bar(total: u64) -> ProgressBar {
    ProgressBar::new(total).with_style(style("{msg:24} {wide_bar} {pos}/{len} {eta:>4}"))
}

fn bytes_bar(total: u64) -> ProgressBar {
    ProgressBar::new(total).with_style(style("{msg:24} {wide_bar} {bytes}/{total_bytes} {eta:>4}"))
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_style(style("{msg:24} {spinner} {elapsed}"));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
