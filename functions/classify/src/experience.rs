//! Years and months of experience, together.

use crate::limits::MAX_MONTHS;
use crate::submission::FieldError;

/// The field of whole years.
pub(crate) const YEARS: &str = "experience_years";
/// The field of months, alone or on top of the years.
pub(crate) const MONTHS: &str = "experience_months";

/// What a value must be, in words.
pub(crate) const NOT_A_NUMBER: &str = "must be a whole number that is not negative, such as 0 or 7";

/// `12 · years + months`; `None` when neither is known.
pub(crate) fn in_months(years: Option<u64>, months: Option<u64>) -> Result<Option<u32>, FieldError> {
    if years.is_none() && months.is_none() {
        return Ok(None);
    }
    let total = years.unwrap_or(0).saturating_mul(12).saturating_add(months.unwrap_or(0));
    match u32::try_from(total) {
        Ok(fits) if total <= MAX_MONTHS => Ok(Some(fits)),
        _ => {
            let field = if years.unwrap_or(0) > 0 { YEARS } else { MONTHS };
            let years = MAX_MONTHS / 12;
            Err(FieldError::new(
                field,
                format!("at most {MAX_MONTHS} months ({years} years) in all; correct it"),
            ))
        }
    }
}
