// The state of the visit. Everything that is drawn follows from it, the ticks and the page.

export const state = {
  // The answer of the form, as `readFragment` returns it, or null.
  answer: null,
  // Items that the address offers to tick, or null: `ids` of a shared link or `names` of an answer, and
  // whether the page shows `only` these.
  link: null,
  // Whether the list of next steps is expanded.
  isNextExpanded: false,
  // Whether the items of the page have been found.
  isReady: false,
};
