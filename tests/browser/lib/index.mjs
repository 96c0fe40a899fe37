// The helpers of browser tests.
//
//   import { test } from 'node:test';
//   import assert from 'node:assert/strict';
//   import { axe, demo, open } from '../lib/index.mjs';
//
//   test('a tick is kept after a reload', async (t) => {
//     const site = await demo();
//     const [path] = await site.roadmaps('junior');
//     const page = await open(t, site, path, { width: 360 });
//     await page.locator('[data-item] input.tick').first().check();
//     await page.reload();
//     assert(await page.locator('[data-item] input.tick').first().isChecked());
//   });
//
// `site.mjs` describes a site, `browser.mjs` what is checked on every page, `profiles.mjs` the profiles. Run
// the files whose path has a word with `cargo xtask browser personal`, and all with `cargo xtask browser`.
// Select by role, id and `data-item`, because words and pixels change.
export { demo, freePort, hostile, large, released, start, withBaseUrl } from './site.mjs';
export { blank, flags, open, picture, viewports, widths } from './browser.mjs';
export { axe } from './axe.mjs';
export { exampleForm, people } from './profiles.mjs';
export { importPackage, root, screenshots, target } from './paths.mjs';
export { templates } from './templates.mjs';
