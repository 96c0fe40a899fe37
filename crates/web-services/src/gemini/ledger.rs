//! Keeps the calls of a client within its budget.

use super::budget::{Budget, Prices, Usage};
use super::error::GeminiError;

/// The account of a client.
#[derive(Debug)]
pub(crate) struct Ledger {
    prices: Prices,
    budget: Budget,
    usage: Usage,
    /// Running calls, and the dollars reserved for them.
    n_open: usize,
    reserved_usd: f64,
}

/// The highest possible cost of a call, reserved before it is sent.
#[derive(Debug)]
#[must_use]
pub(crate) struct Reservation(f64);

impl Ledger {
    pub(crate) fn new(prices: Prices, budget: Budget) -> Result<Ledger, GeminiError> {
        let is_amount = |usd: f64| usd.is_finite() && usd >= 0.0;
        if ![prices.input_usd, prices.output_usd, budget.max_usd].into_iter().all(is_amount) {
            return Err(GeminiError::BadBudget);
        }
        Ok(Ledger { prices, budget, usage: Usage::default(), n_open: 0, reserved_usd: 0.0 })
    }

    pub(crate) fn usage(&self) -> Usage {
        self.usage
    }

    /// Reserves the highest possible cost of a call: a token has at least one byte, so a prompt has at most
    /// as many tokens as bytes, and the request limits the answer. `None`: the call may fit when the running
    /// calls are settled, which usually cost far less than their reservations.
    pub(crate) fn reserve(
        &mut self,
        prompt_bytes: usize,
        max_output_tokens: u32,
    ) -> Result<Option<Reservation>, GeminiError> {
        let most = self.prices.cost(prompt_bytes as u64, u64::from(max_output_tokens));
        if self.usage.calls >= self.budget.max_calls || self.usage.cost_usd + most > self.budget.max_usd {
            return Err(GeminiError::OverBudget(self.budget));
        }
        if self.n_open > 0 && self.usage.cost_usd + self.reserved_usd + most > self.budget.max_usd {
            return Ok(None);
        }
        self.usage.calls += 1;
        self.n_open += 1;
        self.reserved_usd += most;
        Ok(Some(Reservation(most)))
    }

    /// Settles a call that was answered; `None` when the answer does not count its tokens.
    pub(crate) fn settle(&mut self, reservation: &Reservation, tokens: Option<(u64, u64)>) {
        self.release(reservation);
        match tokens {
            Some((prompt, output)) => {
                self.usage.prompt_tokens = self.usage.prompt_tokens.saturating_add(prompt);
                self.usage.output_tokens = self.usage.output_tokens.saturating_add(output);
                self.usage.cost_usd += self.prices.cost(prompt, output);
            }
            None => self.usage.cost_usd += reservation.0,
        }
    }

    /// Settles a call that was refused with an HTTP status, which is not billed.
    pub(crate) fn release(&mut self, reservation: &Reservation) {
        self.n_open = self.n_open.saturating_sub(1);
        // Without running calls nothing is reserved, whatever the rounding of the sums.
        self.reserved_usd = if self.n_open == 0 { 0.0 } else { self.reserved_usd - reservation.0 };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// In any order of calls, the cost never exceeds the budget.
        #[test]
        fn the_budget_holds(
            max_usd in 0.0_f64..0.01,
            max_calls in 0_u64..20,
            calls in prop::collection::vec((1_usize..3_000, 1_u32..1_000, 0_u8..4), 0..60),
        ) {
            let mut ledger = Ledger::new(Prices::default(), Budget { max_usd, max_calls }).unwrap();
            let mut open = Vec::new();
            for (bytes, out, what) in calls {
                if let Ok(Some(reservation)) = ledger.reserve(bytes, out) {
                    open.push((reservation, bytes as u64, u64::from(out)));
                }
                if what == 0 { continue; }
                if let Some((reservation, prompt, output)) = open.pop() {
                    match what {
                        1 => ledger.settle(&reservation, Some((prompt, output))),
                        2 => ledger.settle(&reservation, None),
                        _ => ledger.release(&reservation),
                    }
                }
                prop_assert!(ledger.usage().cost_usd <= max_usd + 1e-12);
                prop_assert!(ledger.usage().calls <= max_calls);
            }
        }
    }

    #[test]
    fn a_budget_that_is_no_amount_is_refused() {
        for max_usd in [f64::NAN, -1.0, f64::INFINITY] {
            let budget = Budget { max_usd, max_calls: 1 };
            assert!(matches!(Ledger::new(Prices::default(), budget), Err(GeminiError::BadBudget)));
        }
    }
}
