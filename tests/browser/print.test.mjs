// A printed roadmap: a sheet of A4 with boxes to tick.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';

import { demo, exampleForm, large, open, picture, screenshots } from './lib/index.mjs';

/** The number of pages of Chromium's PDF. */
const pagesOf = (pdf) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

for (const [name, start, max] of [['demo', demo, 1], ['large', large, 2]]) {
  for (const js of [true, false]) {
    const how = js ? '' : ' without JavaScript';
    test(`a roadmap of the site "${name}" prints on at most ${max} A4 pages${how}`, async (t) => {
      const site = await start();
      const page = await open(t, site, await site.classify(exampleForm), { js });
      const pdf = await page.pdf({ format: 'A4' });
      await writeFile(`${screenshots}/print-${name}${js ? '' : '-nojs'}.pdf`, pdf);
      const count = pagesOf(pdf);
      t.diagnostic(`${count} pages, ${pdf.length} bytes`);
      assert(count >= 1 && count <= max, `${count} pages`);
    });
  }
}

test('controls for the screen are not printed', async (t) => {
  const site = await demo();
  const [path] = await site.roadmaps('junior');
  const page = await open(t, site, path, { width: 768 });
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'print');
  const printed = await page.evaluate(() =>
    [...document.querySelectorAll('nav, button, summary, form, .skip, input[type=file]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(printed, []);
  // The checklist is printed, also the part that is collapsed on the screen.
  const items = await page.evaluate(() =>
    [...document.querySelectorAll('[data-item]')].filter((item) => item.checkVisibility()).length,
  );
  assert(items >= 10, `${items} items on paper`);
});
