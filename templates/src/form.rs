//! The form, empty or refilled with its errors.

use std::fmt;
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Tera};

use crate::functions;
use crate::head::{Chrome, LanguageView, PageHead, Section};
use crate::sources::FORM_TEMPLATES;
use crate::words::{Language, Words};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormField {
    /// Whole years of experience.
    ExperienceYears,
    /// Months of experience on top of the years.
    ExperienceMonths,
    /// Current job title.
    Position,
    /// Fields of study, one per line.
    DegreeFields,
    /// Courses, one per line.
    Courses,
    /// Certificates, one per line.
    Certifications,
    /// Skills, one per line.
    Skills,
}

impl FormField {
    /// Every field, in the order of the page.
    pub const ALL: [FormField; 7] = [
        FormField::ExperienceYears,
        FormField::ExperienceMonths,
        FormField::Position,
        FormField::DegreeFields,
        FormField::Courses,
        FormField::Certifications,
        FormField::Skills,
    ];

    /// The name in the form's body, and the `id` on the page.
    pub fn as_str(self) -> &'static str {
        match self {
            FormField::ExperienceYears => "experience_years",
            FormField::ExperienceMonths => "experience_months",
            FormField::Position => "position",
            FormField::DegreeFields => "degree_fields",
            FormField::Courses => "courses",
            FormField::Certifications => "certifications",
            FormField::Skills => "skills",
        }
    }
}

impl fmt::Display for FormField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The values of the fields, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    /// Whole years of experience.
    pub experience_years: String,
    /// Additional months.
    pub experience_months: String,
    /// Job title.
    pub position: String,
    /// Fields of study, one per line.
    pub degree_fields: String,
    /// Courses, one per line.
    pub courses: String,
    /// Certificates, one per line.
    pub certifications: String,
    /// Skills, one per line.
    pub skills: String,
}

impl FormValues {
    /// The value of one field.
    pub fn get(&self, field: FormField) -> &str {
        match field {
            FormField::ExperienceYears => &self.experience_years,
            FormField::ExperienceMonths => &self.experience_months,
            FormField::Position => &self.position,
            FormField::DegreeFields => &self.degree_fields,
            FormField::Courses => &self.courses,
            FormField::Certifications => &self.certifications,
            FormField::Skills => &self.skills,
        }
    }
}

/// An error of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: FormField,
    /// A sentence that says how to correct the value.
    pub message: String,
}

/// The form to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormView {
    /// The values of the fields.
    pub values: FormValues,
    /// Errors of fields; the first one of each field is shown.
    pub errors: Vec<FieldError>,
    /// Replaces the heading of the page, for example "Your form is too long".
    pub title: Option<String>,
    /// A sentence about the whole form, shown above it.
    pub notice: Option<String>,
}

/// A [`FormView`] in the form that the template reads.
#[derive(Clone, Debug, Serialize)]
pub struct FormTemplateView {
    title: Option<String>,
    notice: Option<String>,
    errors: Vec<ErrorLink>,
    fields: Fields,
}

#[derive(Clone, Debug, Serialize)]
struct ErrorLink {
    field: FormField,
    message: String,
}

#[derive(Clone, Debug, Serialize)]
struct Fields {
    experience_years: FieldTemplateView,
    experience_months: FieldTemplateView,
    position: FieldTemplateView,
    degree_fields: FieldTemplateView,
    courses: FieldTemplateView,
    certifications: FieldTemplateView,
    skills: FieldTemplateView,
}

#[derive(Clone, Debug, Serialize)]
struct FieldTemplateView {
    name: FormField,
    value: String,
    error: Option<String>,
}

impl From<&FormView> for FormTemplateView {
    fn from(form: &FormView) -> FormTemplateView {
        let error_of = |field| form.errors.iter().find(|error| error.field == field);
        let field = |name: FormField| FieldTemplateView {
            name,
            value: form.values.get(name).to_owned(),
            error: error_of(name).map(|error| error.message.clone()),
        };
        // The summary has the order of the fields.
        let errors = FormField::ALL
            .into_iter()
            .filter_map(error_of)
            .map(|error| ErrorLink { field: error.field, message: error.message.clone() })
            .collect();
        FormTemplateView {
            title: form.title.clone(),
            notice: form.notice.clone(),
            errors,
            fields: Fields {
                experience_years: field(FormField::ExperienceYears),
                experience_months: field(FormField::ExperienceMonths),
                position: field(FormField::Position),
                degree_fields: field(FormField::DegreeFields),
                courses: field(FormField::Courses),
                certifications: field(FormField::Certifications),
                skills: field(FormField::Skills),
            },
        }
    }
}

/// The form as a standalone page in one language: it contains its style and loads nothing else.
///
/// # Errors
/// The embedded templates are wrong, which tests of this crate rule out.
pub fn form_page(form: &FormView, language: Language) -> Result<String, String> {
    static FORMS: [OnceLock<Result<Tera, String>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let words = Words::of_form(language);
    let parsed = FORMS[language as usize].get_or_init(|| {
        let mut tera = Tera::default();
        functions::register(&mut tera, &words);
        tera.add_raw_templates(FORM_TEMPLATES).map_err(|error| error.to_string())?;
        Ok(tera)
    });
    let tera = parsed.as_ref().map_err(Clone::clone)?;
    let page = PageHead {
        title: form.title.clone().unwrap_or_else(|| words.text("form-title", &[])),
        description: words.text("form-error-description", &[]),
        url: None,
        canonical: None,
        has_feed: false,
        is_sample: false,
        card: None,
        section: Section::Form,
        language: LanguageView::new(&words),
        translations: Vec::new(),
    };
    let mut context = Context::new();
    context.insert("chrome", &Chrome::inlined());
    context.insert("page", &page);
    context.insert("form", &FormTemplateView::from(form));
    context.insert("home", &None::<()>);
    tera.render("form.html", &context).map_err(|error| error.to_string())
}
