// Every template fits, on a phone and on a desktop, in light and dark. Pictures are kept in target/look.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demo, looks, open, picture, templates } from './lib/index.mjs';

const site = await demo();
for (const [name, path] of Object.entries(await templates(site))) {
  test(`${name} (${path})`, async (t) => {
    for (const { width, dark } of looks) {
      const page = await open(t, site, path, { width, dark });
      assert.equal(await page.locator('h1').count(), 1, 'one heading of the first rank');
      assert.equal(await page.locator('main').count(), 1);
      const [inner, outer] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      assert(inner <= outer, `${path} at ${width} pixels is ${inner} wide`);
      if (width !== 768)
        await picture(page, `${name}-${width < 600 ? 'phone' : 'desktop'}${dark ? '-dark' : ''}`);
    }
  });
}
