//! A problem as a page: the form again, with what was typed and what to correct.

use templates::{FieldError, FormField, FormView, form_page};

use crate::problem::{Problem, ProblemKind};

/// The whole page. The site's own form template renders it, and escapes everything that was typed.
pub(crate) fn render(problem: &Problem) -> String {
    let errors: Vec<FieldError> = problem
        .errors
        .iter()
        .filter_map(|error| {
            let field = FormField::ALL.into_iter().find(|field| field.as_str() == error.field)?;
            Some(FieldError { field, message: sentence(&error.detail) })
        })
        .collect();
    // The list of fields says it better, where there is one.
    let notice =
        (problem.kind != ProblemKind::InvalidProfile || errors.is_empty()).then(|| sentence(&problem.detail));
    let title = Some(problem.kind.title().to_owned());
    let form = FormView { values: (*problem.values).clone(), errors, title, notice };
    form_page(&form, problem.language).unwrap_or_else(|_| plain(problem.kind))
}

/// `must be text` → `Must be text.`
fn sentence(detail: &str) -> String {
    let mut chars = detail.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).chain(['.']).collect())
}

/// Should the template ever fail: our own words only, nothing of the request.
fn plain(kind: ProblemKind) -> String {
    let title = kind.title();
    format!(
        "<!doctype html><html lang=\"en\"><title>{title}</title><h1>{title}</h1><p><a href=\"/\">The form</a></p></html>\n"
    )
}
