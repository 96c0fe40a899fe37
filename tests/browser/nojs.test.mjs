// Without JavaScript every page is complete, minus the ticks, and nothing is offered that does not work.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demo, looks, open, someone, templates } from './lib/index.mjs';

const site = await demo();

/** Headings, links and items that can be seen. Runs in the page. */
const content = () => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  // What is a visitor's own is made of scripts, and so is the import.
  const own = '#you-panel, #ticks-panel, section:has(#import)';
  const list = (selector) =>
    [...document.querySelectorAll(selector)].filter((one) => seen(one) && !one.closest(own)).map(text);
  return {
    headings: list('main h1, main h2, main h3'),
    links: list('main a'),
    items: list('main [data-item] .share-name'),
  };
};

for (const [name, path] of Object.entries(await templates(site))) {
  test(`${name} (${path}) is as complete as with JavaScript`, async (t) => {
    const plain = await (await open(t, site, path, { js: false })).evaluate(content);
    const scripted = await (await open(t, site, path)).evaluate(content);
    for (const kind of Object.keys(plain)) {
      const lost = scripted[kind].filter((text) => !plain[kind].includes(text));
      assert.deepEqual(lost, [], `${kind} that only JavaScript shows`);
    }
    assert(plain.headings.length > 0);
  });

  test(`${name} (${path}) offers nothing that needs JavaScript`, async (t) => {
    for (const { width, dark } of looks.filter(({ width }) => width !== 768)) {
      const page = await open(t, site, path, { js: false, width, dark });
      const idle = await page.evaluate(() =>
        [...document.querySelectorAll('button, input, select, [role=button], [role=combobox], [role=tab]')]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          // A disabled control offers nothing, and one in a form that can be sent works.
          .filter((control) => !control.disabled && !control.form?.hasAttribute('action'))
          .map((control) => control.outerHTML.slice(0, 120)),
      );
      assert.deepEqual(idle, []);
      assert.equal(await page.locator('[aria-busy=true]').count(), 0);
    }
  });
}

test('the form is sent and answered', async (t) => {
  const page = await open(t, site, '/', { js: false, width: 360 });
  for (const [name, value] of Object.entries(someone))
    await page.locator(`main form [name=${name}]`).fill(value);
  await page.locator('main form [type=submit]').click();
  await page.waitForURL(/\/roadmaps\/junior\/.+#you/);
  assert(await page.locator('h1').isVisible());
});

test('errors stand beside their fields, values are kept, and the second try works', async (t) => {
  const page = await open(t, site, '/', { js: false, width: 360 });
  await page.locator('[name=experience_years]').fill('x');
  await page.locator('[name=skills]').fill('Python\nGit');
  await page.locator('main form [type=submit]').click();
  await page.waitForURL('**/classify');
  const link = page.locator('[role=alert] a[href^="#"]').first();
  const field = page.locator(await link.getAttribute('href'));
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  for (const id of (await field.getAttribute('aria-describedby')).split(' '))
    await page.locator(`#${id}`).waitFor();
  assert.equal(await page.locator('[name=experience_years]').inputValue(), 'x');
  assert.equal((await page.locator('[name=skills]').inputValue()).replaceAll('\r', ''), 'Python\nGit');
  await page.locator('[name=experience_years]').fill('2');
  await page.locator('main form [type=submit]').click();
  await page.waitForURL(/\/roadmaps\/junior\//);
});
