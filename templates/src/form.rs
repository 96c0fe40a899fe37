//! The form, empty or refilled with what was wrong about it.

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
    /// Fields of study, one a line.
    DegreeFields,
    /// Courses, one a line.
    Courses,
    /// Certificates, one a line.
    Certifications,
    /// Skills, one a line.
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

/// What the visitor typed, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    /// Whole years of experience.
    pub experience_years: String,
    /// Months on top.
    pub experience_months: String,
    /// Job title.
    pub position: String,
    /// One field of study a line.
    pub degree_fields: String,
    /// One course a line.
    pub courses: String,
    /// One certificate a line.
    pub certifications: String,
    /// One skill a line.
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

/// What is wrong with a field, in a sentence that says how to put it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: FormField,
    /// The sentence.
    pub message: String,
}

/// The form to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormView {
    /// What stands in the fields.
    pub values: FormValues,
    /// What is wrong with them; one message per field is shown, the first.
    pub errors: Vec<FieldError>,
    /// Replaces the page's heading, for example "Your form is too long".
    pub title: Option<String>,
    /// A sentence about the whole form, shown above it.
    pub notice: Option<String>,
}

/// A [`FormView`] as the template wants it.
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
        // The summary goes down the page as the fields do.
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

/// The form as a page of its own, in one language: the style is inside, nothing else is loaded.
///
/// # Errors
/// The embedded templates are wrong, which this crate's tests rule out; the text says what and where.
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
