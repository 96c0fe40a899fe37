// axe-core finds nothing on any template, narrow and wide, light and dark, nor on any roadmap page.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, demo, open, released, someone, templates } from './lib/index.mjs';

const site = await demo();

/** The page as it is, in every mode: the same tab, so that it costs little. */
async function inEveryMode(page, { widths = [360, 1440] } = {}) {
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
    await inEveryMode(await open(t, site, path));
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
    await inEveryMode(await open(t, site, path));
  });
}

test('a roadmap with what is personal', async (t) => {
  const page = await open(t, site, await site.classify(someone));
  await page.evaluate(() =>
    document.querySelectorAll('details').forEach((details) => {
      details.open = true;
    }),
  );
  await inEveryMode(page);
});

test("the function's page of errors", async (t) => {
  // Sent past the scripts, which would say it before; axe itself needs timers, and so a page with scripts.
  const page = await open(t, site, '/');
  await page.locator('[name=experience_years]').fill('x');
  await page.evaluate(() => document.querySelector('main form').submit());
  await page.waitForURL('**/classify');
  await inEveryMode(page);
});

// The German pages are of the same templates; one of each is in the other tests of this file.
test('every roadmap page', async (t) => {
  const paths = (
    await Promise.all(['junior', 'senior', 'expert'].map((level) => site.roadmaps(level)))
  ).flat();
  const page = await open(t, site, paths[0]);
  for (const [at, path] of paths.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 ? 'dark' : 'light' });
    await page.setViewportSize({ width: at % 3 ? 360 : 1440, height: 800 });
    await page.goto(site.url + path);
    await axe(page);
  }
});
