// axe-core finds no violation on any template, narrow and wide, light and dark, nor on any roadmap page.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, demo, exampleForm, open, released, templates } from './lib/index.mjs';

const site = await demo();

/** Checks an open page at every width and colour scheme. */
async function axeInEveryMode(page, { widths = [360, 1440] } = {}) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    await axe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await axe(page, { colours: true });
  }
}

for (const [name, path] of Object.entries(await templates(site))) {
  test(`${name} (${path})`, async (t) => {
    await axeInEveryMode(await open(t, site, path));
  });
}

for (const [name, path] of Object.entries(await templates(site, '/de'))) {
  test(`${name} in German (${path})`, async (t) => {
    await axe(await open(t, site, path, { width: 360, dark: true }));
  });
}

for (const name of ['changes', 'retired']) {
  test(name, async (t) => {
    const site = await released();
    const path = (await templates(site))[name];
    assert(path, `this site has no page of ${name}`);
    await axeInEveryMode(await open(t, site, path));
  });
}

test('a roadmap with the personal panel', async (t) => {
  const page = await open(t, site, await site.classify(exampleForm));
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await axeInEveryMode(page);
});

test("the function's error page", async (t) => {
  // `submit` bypasses the scripts, which would report the error themselves. axe needs a page with scripts.
  const page = await open(t, site, '/');
  await page.locator('[name=experience_years]').fill('x');
  await page.evaluate(() => document.querySelector('main form').submit());
  await page.waitForURL('**/classify');
  await axeInEveryMode(page);
});

// German pages have the same templates; the tests above check one page of each.
test('every roadmap page', async (t) => {
  const levels = await Promise.all(['junior', 'senior', 'expert'].map((level) => site.roadmaps(level)));
  const paths = levels.flat();
  const page = await open(t, site, paths[0]);
  for (const [at, path] of paths.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 ? 'dark' : 'light' });
    await page.setViewportSize({ width: at % 3 ? 360 : 1440, height: 800 });
    await page.goto(site.url + path);
    await axe(page);
  }
});
