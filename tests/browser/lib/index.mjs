// Everything a test in a browser needs.
//
//   import { test } from 'node:test';
//   import assert from 'node:assert/strict';
//   import { axe, demo, open } from '../lib/index.mjs';
//
//   test('a tick outlives a reload', async (t) => {
//     const site = await demo();
//     const [path] = await site.roadmaps('junior');
//     const page = await open(t, site, path, { width: 360 });
//     await page.locator('[data-item] input.tick').first().check();
//     await page.reload();
//     assert(await page.locator('[data-item] input.tick').first().isChecked());
//   });
//
// `site.mjs` documents sites, `browser.mjs` the checks of every page, `profiles.mjs` made-up people.
// `cargo xtask browser personal` runs the files with that word in their path; `cargo xtask browser` runs all.
// Select by role, id and `data-item`; words and pixels change.
export { addressed, demo, freePort, hostile, large, released, start } from './site.mjs';
export { blank, flags, looks, open, picture, widths } from './browser.mjs';
export { axe } from './axe.mjs';
export { people, someone } from './profiles.mjs';
export { fetched, look, root, target } from './paths.mjs';
export { templates } from './templates.mjs';
