// html-validate's rules for our pages. Everything it recommends for documents and for accessibility, and more; what is off has its reason.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Templates indent for people, and loops leave blanks behind.
    'no-trailing-whitespace': 'off',
    // Tera escapes `>` and quotes in text too, and links between pages carry `&` in no place; a raw `&` is still an error.
    'no-raw-characters': ['error', { relaxed: true }],
    // Titles say what the page is about first, and names of roadmaps are data: search engines cut, nobody is misled.
    'long-title': 'off',
    // `<!doctype html>` is how everybody writes it.
    'doctype-style': ['error', { style: 'lowercase' }],
    // `<link>` and `<meta>` close themselves nowhere in our pages.
    'void-style': ['error', { style: 'omit' }],
    // A name on a list is read aloud by every screen reader we know of.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A script of our own origin under our own policy has nothing to be compared with: its name is its hash.
    'require-sri': 'off',
  },
};
