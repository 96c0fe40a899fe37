// A roadmap on paper: a sheet of A4, with boxes to tick.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';

import { demo, large, look, open, picture, someone } from './lib/index.mjs';

/** Sheets of a PDF, as Chromium writes it. */
const sheets = (pdf) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

for (const [name, start, most] of [['demo', demo, 1], ['large', large, 2]]) {
  for (const js of [true, false]) {
    const how = js ? '' : ' without JavaScript';
    test(`a roadmap of the site "${name}" is ${most} sheet of A4 at most${how}`, async (t) => {
      const site = await start();
      const page = await open(t, site, await site.classify(someone), { js });
      const pdf = await page.pdf({ format: 'A4' });
      await writeFile(`${look}/print-${name}${js ? '' : '-nojs'}.pdf`, pdf);
      const count = sheets(pdf);
      t.diagnostic(`${count} sheets, ${pdf.length} bytes`);
      assert(count >= 1 && count <= most, `${count} sheets`);
    });
  }
}

test('what only a screen can use is not printed', async (t) => {
  const site = await demo();
  const [path] = await site.roadmaps('junior');
  const page = await open(t, site, path, { width: 768 });
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'print');
  const shown = await page.evaluate(() =>
    ['nav', 'button', 'summary', 'form', '.skip', 'input[type=file]'].filter((selector) =>
      [...document.querySelectorAll(selector)].some((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      ),
    ),
  );
  assert.deepEqual(shown, []);
  // Items of the checklist are there, and nothing is hidden in what is folded.
  const items = await page.evaluate(() =>
    [...document.querySelectorAll('[data-item]')].filter((item) => item.checkVisibility()).length,
  );
  assert(items >= 10, `${items} items on paper`);
});
