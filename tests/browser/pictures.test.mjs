// Every template fits a phone and a desktop, in light and dark. Screenshots are kept in target/look.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demo, open, picture, templates, viewports } from './lib/index.mjs';

const site = await demo();
for (const [name, path] of Object.entries(await templates(site))) {
  test(`${name} (${path})`, async (t) => {
    for (const { width, dark } of viewports) {
      const page = await open(t, site, path, { width, dark });
      assert.equal(await page.locator('h1').count(), 1, 'one h1');
      assert.equal(await page.locator('main').count(), 1);
      const inner = await page.evaluate(() => document.documentElement.scrollWidth);
      const outer = await page.evaluate(() => window.innerWidth);
      assert(inner <= outer, `${path} at ${width} pixels is ${inner} wide`);
      if (width !== 768) {
        await picture(page, `${name}-${width < 600 ? 'phone' : 'desktop'}${dark ? '-dark' : ''}`);
      }
    }
  });
}
