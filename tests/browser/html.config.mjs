// html-validate's rules for the site's pages: all that it recommends for documents and for accessibility.
// Each rule that differs has its reason.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Templates are indented for their readers, and loops leave spaces behind.
    'no-trailing-whitespace': 'off',
    // Tera escapes `>` and quotes in text too, and no link between pages has an `&`; a raw `&` is still an
    // error.
    'no-raw-characters': ['error', { relaxed: true }],
    // Titles begin with the page's subject, and names of roadmaps are data: a search engine may cut the end.
    'long-title': 'off',
    // `<!doctype html>` is the usual spelling.
    'doctype-style': ['error', { style: 'lowercase' }],
    // No page closes `<link>` or `<meta>` with a slash.
    'void-style': ['error', { style: 'omit' }],
    // Known screen readers read the name of a list aloud.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Scripts come from the site's own origin, and their names have their hash.
    'require-sri': 'off',
  },
};
