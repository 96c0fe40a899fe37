//! Years and months of experience, together.

use crate::detail::Detail;
use crate::limits::MAX_MONTHS;
use crate::submission::FieldError;

/// The field of whole years.
pub(crate) const YEARS: &str = "experience_years";
/// The field of months, alone or on top of the years.
pub(crate) const MONTHS: &str = "experience_months";

/// The error for a value that is no number.
pub(crate) fn not_a_number() -> Detail {
    Detail::new("must be a whole number, 0 or more", "error-not-a-number")
}

/// `12 · years + months`; `None` when neither is known.
///
/// Alone, each may be up to [`MAX_MONTHS`]; together, each may be up to half of it. So the sum is within the
/// limit too, and a JSON Schema can state the rule exactly.
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
    let years = most / 12;
    let (detail, key) = match alone {
        true => (format!("must be at most {years} years or {most} months"), "error-too-long"),
        false => (
            format!("must be at most {years} years and {most} months when both are given"),
            "error-too-long-each",
        ),
    };
    let detail = Detail::new(detail, key);
    Err(FieldError::new(field, detail.with("years", years).with("months", most)))
}
