// html-validate's rules for our pages: its recommendations for documents and accessibility, and more. Each
// exception has its reason.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Indented templates and their loops leave trailing spaces.
    'no-trailing-whitespace': 'off',
    // Tera also escapes `>` and quotes in text. A raw `&` is still an error.
    'no-raw-characters': ['error', { relaxed: true }],
    // Titles contain names of roadmaps, which are data. They begin with the subject, so they may be cut off.
    'long-title': 'off',
    // `<!doctype html>` is the usual spelling.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Our pages have no self-closing `<link>` and `<meta>`.
    'void-style': ['error', { style: 'omit' }],
    // Screen readers read the name of a list.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Scripts come from our own origin, under our own policy, and their names contain their hashes.
    'require-sri': 'off',
  },
};
