//! A problem as a page: the form again, with the visitor's input and the errors.

use templates::{FieldError, FormField, FormView, Words, form_page};

use crate::problem::{Problem, ProblemKind};

/// The whole page, in the language of the form. The site's own form template renders it and escapes the
/// visitor's input.
pub(crate) fn render(problem: &Problem) -> String {
    let words = Words::of_form(problem.language);
    let errors: Vec<FieldError> = problem
        .errors
        .iter()
        .filter_map(|error| {
            let field = FormField::ALL.into_iter().find(|field| field.as_str() == error.field)?;
            Some(FieldError { field, message: error.detail.in_words(&words) })
        })
        .collect();
    // The list of errors says more than the notice.
    let notice = (problem.kind != ProblemKind::InvalidProfile || errors.is_empty())
        .then(|| problem.detail.in_words(&words));
    let title = words.text(problem.kind.title_key(), &[]);
    let form = FormView { values: (*problem.values).clone(), errors, title: Some(title.clone()), notice };
    form_page(&form, problem.language).unwrap_or_else(|_| plain(&words, &title))
}

/// The page for a template that fails: fixed text, nothing of the request.
fn plain(words: &Words, title: &str) -> String {
    let (language, root) = (words.language(), words.language().root());
    let form = words.text("error-form", &[]);
    format!(
        "<!doctype html><html lang=\"{language}\"><title>{title}</title><h1>{title}</h1>\
         <p><a href=\"{root}/\">{form}</a></p></html>\n"
    )
}
