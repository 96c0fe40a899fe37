// Everything that can be done can be done with a keyboard, in an order that reads, and one sees where one is.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demo, open, released, someone, templates } from './lib/index.mjs';

const site = await demo();

/** What has the focus, and whether that can be seen. Runs in the page. */
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const stroke = (link) =>
    [...link.querySelectorAll('*')]
      .map((one) => {
        const { stroke, strokeWidth } = getComputedStyle(one);
        return stroke + strokeWidth;
      })
      .join();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // Shapes have no outline worth the name: their stroke changes instead.
  window.atRest ??= new Map([...document.querySelectorAll('svg a')].map((link) => [link, stroke(link)]));
  const struck = window.atRest.has(element) && window.atRest.get(element) !== stroke(element);
  const ring = struck || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const inside =
    box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  element.dataset.seen = Number(element.dataset.seen ?? 0) + 1;
  // Its place in the document: the order of focus is the order of reading.
  const at = [...document.querySelectorAll('*')].indexOf(element);
  return {
    tag: element.tagName,
    name: element.getAttribute('name'),
    id: element.id,
    html: element.outerHTML.slice(0, 120),
    ring,
    inside,
    at,
    seen: Number(element.dataset.seen),
  };
};

/** Presses Tab until the focus leaves the page; everything it was on. */
async function tour(page) {
  const stops = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop || stop.seen > 1) return stops;
    stops.push(stop);
    assert(stops.length < 2000, 'Tab never leaves the page');
  }
}

async function isWalkable(page, what) {
  const stops = await tour(page);
  assert.match(stops[0]?.html ?? '', /href="#/, `${what}: Tab comes to the way around the navigation first`);
  for (const { html, ring, inside } of stops) {
    assert(ring, `${what}: one does not see that this has the focus: ${html}`);
    assert(inside, `${what}: this has the focus and is out of sight: ${html}`);
  }
  const order = stops.map(({ at }) => at);
  assert.deepEqual(order, order.toSorted((a, b) => a - b), `${what}: the focus jumps`);
  // Radio buttons of one name are one stop; everything else that can be used is one each.
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, textarea, select, summary')]
      .filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.dataset.seen,
      )
      .filter((one) => one.type !== 'radio' && one.tabIndex >= 0)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(missed, [], `${what}: Tab does not come here`);
  return stops;
}

for (const [name, path] of Object.entries(await templates(site))) {
  test(`${name} (${path}) can be walked with Tab`, async (t) => {
    for (const options of [{ width: 360 }, { width: 1440, dark: true }].map((look) => ({
      ...look,
      reducedMotion: true,
    }))) {
      await isWalkable(await open(t, site, path, options), `${path} at ${options.width}`);
    }
  });
}

test('changes can be walked with Tab', async (t) => {
  const site = await released();
  await isWalkable(await open(t, site, '/changes/', { reducedMotion: true }), '/changes/');
});

test('the skip link leads to the content', async (t) => {
  const page = await open(t, site, '/', { width: 360 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN');
  await page.keyboard.press('Tab');
  assert(await page.evaluate(() => document.activeElement.closest('main') !== null));
});

test('the form is filled, sent, corrected and answered without a mouse', async (t) => {
  const page = await open(t, site, '/', { width: 360 });
  const form = page.locator('main form');
  // Tab to each field and type. A list of suggestions may open; Escape closes it and keeps the text.
  const fill = async (values) => {
    const left = new Set(Object.keys(values));
    for (let presses = 0; left.size && presses < 150; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(
        () => document.activeElement.closest('main form') && document.activeElement.name,
      );
      if (!left.delete(name)) continue;
      await page.keyboard.press('ControlOrMeta+a');
      const [first, ...more] = values[name].split('\n');
      await page.keyboard.type(first);
      for (const line of more) {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
      await page.keyboard.press('Escape');
    }
    assert.deepEqual([...left], [], 'fields that Tab does not come to');
  };
  const submit = async () => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate(() => document.activeElement.matches('main form [type=submit]'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  };
  await fill({ ...someone, experience_years: 'x' });
  await submit();
  await page.waitForURL('**/classify');
  // The summary of errors: Tab to its first link, Enter, and one stands in the field.
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('[role=alert]') !== null)) break;
  }
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'experience_years');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  // Enter in a field of one line sends the form.
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/roadmaps\/junior\/.+#you/);
  assert(await page.locator('h1').isVisible());
  assert.equal(await form.count(), 0);
});

test('a skill is ticked with the space bar, and the tick outlives a reload', async (t) => {
  const [path] = await site.roadmaps('junior');
  const page = await open(t, site, path, { width: 360 });
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.matches('[data-item] input[type=checkbox]'))) break;
  }
  const id = await page.evaluate(() => document.activeElement.closest('[data-item]')?.dataset.item);
  assert(id, 'Tab comes to a box');
  const named = await page.evaluate(() =>
    document.getElementById(document.activeElement.getAttribute('aria-labelledby'))?.textContent.trim(),
  );
  assert(named, 'the box has a name');
  assert.equal(
    named,
    (
      await page
        .locator(`[data-item=${JSON.stringify(id)}] .share-name`)
        .first()
        .textContent()
    ).trim(),
  );
  await page.keyboard.press('Space');
  await page.reload();
  const box = page.locator(`[data-item=${JSON.stringify(id)}] input[type=checkbox]`).first();
  assert(await box.isChecked());
});
