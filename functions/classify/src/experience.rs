//! Years and months of experience, together.

use crate::detail::Detail;
use crate::limits::MAX_MONTHS;
use crate::submission::FieldError;

/// The field of whole years.
pub(crate) const YEARS: &str = "experience_years";
/// The field of months, alone or on top of the years.
pub(crate) const MONTHS: &str = "experience_months";

/// What a value must be, in words.
pub(crate) fn not_a_number() -> Detail {
    Detail::new("must be a whole number that is not negative, such as 0 or 7", "error-not-a-number")
}

/// `12 · years + months`; `None` when neither is known.
///
/// Alone, either may say up to [`MAX_MONTHS`]; together, each may say up to half of it. So the sum is within
/// the limit too, and the rule is one that a JSON Schema can state exactly.
pub(crate) fn in_months(years: Option<u64>, months: Option<u64>) -> Result<Option<u32>, FieldError> {
    if years.is_none() && months.is_none() {
        return Ok(None);
    }
    let (years, months) = (years.unwrap_or(0), months.unwrap_or(0));
    let alone = years == 0 || months == 0;
    let most = if alone { MAX_MONTHS } else { MAX_MONTHS / 2 };
    if years <= most / 12 && months <= most {
        return Ok(u32::try_from(12 * years + months).ok());
    }
    let field = if years > most / 12 { YEARS } else { MONTHS };
    let (each, key) =
        if alone { ("", "error-too-long") } else { (" each, when both are given", "error-too-long-each") };
    let years = most / 12;
    let detail = Detail::new(format!("at most {years} years or {most} months{each}; correct it"), key);
    Err(FieldError::new(field, detail.with("years", years).with("months", most)))
}
