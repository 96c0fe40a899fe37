// Without JavaScript every page is complete, except for the ticks, and has no control that does not work.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demo, exampleForm, open, templates, viewports } from './lib/index.mjs';

const site = await demo();

/** Runs in the page. Its visible headings, links and items. */
const content = () => {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  // Scripts add the personal panels and the import.
  const byScripts = '#you-panel, #ticks-panel, section:has(#import)';
  const list = (selector) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => visible(element) && !element.closest(byScripts))
      .map(text);
  return {
    headings: list('main h1, main h2, main h3'),
    links: list('main a'),
    items: list('main [data-item] .share-name'),
  };
};

for (const [name, path] of Object.entries(await templates(site))) {
  test(`${name} (${path}) is as complete as with JavaScript`, async (t) => {
    const withoutScripts = await (await open(t, site, path, { js: false })).evaluate(content);
    const withScripts = await (await open(t, site, path)).evaluate(content);
    for (const kind of Object.keys(withoutScripts)) {
      const missing = withScripts[kind].filter((text) => !withoutScripts[kind].includes(text));
      assert.deepEqual(missing, [], `${kind} that appear only with JavaScript`);
    }
    assert(withoutScripts.headings.length > 0);
  });

  test(`${name} (${path}) has no control that needs JavaScript`, async (t) => {
    for (const { width, dark } of viewports.filter(({ width }) => width !== 768)) {
      const page = await open(t, site, path, { js: false, width, dark });
      const idle = await page.evaluate(() =>
        [...document.querySelectorAll('button, input, select, [role=button], [role=combobox], [role=tab]')]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          // Controls of a form with an action work, and disabled ones may stay.
          .filter((control) => !control.disabled && !control.form?.hasAttribute('action'))
          .map((control) => control.outerHTML.slice(0, 120)),
      );
      assert.deepEqual(idle, []);
      assert.equal(await page.locator('[aria-busy=true]').count(), 0);
    }
  });
}

test('the form is submitted and answered', async (t) => {
  const page = await open(t, site, '/', { js: false, width: 360 });
  for (const [name, value] of Object.entries(exampleForm)) {
    await page.locator(`main form [name=${name}]`).fill(value);
  }
  await page.locator('main form [type=submit]').click();
  await page.waitForURL(/\/roadmaps\/junior\/.+#you/);
  assert(await page.locator('h1').isVisible());
});

test('errors are beside their fields, answers are kept, and the corrected form works', async (t) => {
  const page = await open(t, site, '/', { js: false, width: 360 });
  await page.locator('[name=experience_years]').fill('x');
  await page.locator('[name=skills]').fill('Python\nGit');
  await page.locator('main form [type=submit]').click();
  await page.waitForURL('**/classify');
  const link = page.locator('[role=alert] a[href^="#"]').first();
  const field = page.locator(await link.getAttribute('href'));
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  for (const id of (await field.getAttribute('aria-describedby')).split(' ')) {
    await page.locator(`#${id}`).waitFor();
  }
  assert.equal(await page.locator('[name=experience_years]').inputValue(), 'x');
  assert.equal((await page.locator('[name=skills]').inputValue()).replaceAll('\r', ''), 'Python\nGit');
  await page.locator('[name=experience_years]').fill('2');
  await page.locator('main form [type=submit]').click();
  await page.waitForURL(/\/roadmaps\/junior\//);
});
