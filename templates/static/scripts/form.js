// The form: suggestions while typing, and an import that fills the fields. Without it the form is complete.
