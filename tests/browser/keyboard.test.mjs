// Everything works with the keyboard alone, in reading order, and the focus is always visible.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demo, exampleForm, open, released, templates } from './lib/index.mjs';

const site = await demo();

/** Runs in the page. The element with the focus, and whether it and the focus are visible. */
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const stroke = (shape) => {
    const { stroke, strokeWidth } = getComputedStyle(shape);
    return stroke + strokeWidth;
  };
  const strokes = (link) => Array.from(link.querySelectorAll('*'), stroke).join();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // Links in charts show the focus by the stroke of their shapes.
  window.unfocused ??= new Map([...document.querySelectorAll('svg a')].map((link) => [link, strokes(link)]));
  const newStroke = window.unfocused.has(element) && window.unfocused.get(element) !== strokes(element);
  const outline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const focusVisible = newStroke || outline || boxShadow !== 'none';
  const inWindow =
    box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  element.dataset.seen = Number(element.dataset.seen ?? 0) + 1;
  const indexInDocument = [...document.querySelectorAll('*')].indexOf(element);
  return {
    tag: element.tagName,
    name: element.getAttribute('name'),
    id: element.id,
    html: element.outerHTML.slice(0, 120),
    focusVisible,
    inWindow,
    indexInDocument,
    seen: Number(element.dataset.seen),
  };
};

/** Presses Tab until the focus leaves the page. Returns the elements that had it. */
async function tabStops(page) {
  const stops = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop || stop.seen > 1) return stops;
    stops.push(stop);
    assert(stops.length < 2000, 'Tab never leaves the page');
  }
}

async function checkTabStops(page, name) {
  const stops = await tabStops(page);
  assert.match(stops[0]?.html ?? '', /href="#/, `${name}: the skip link is the first stop`);
  for (const { html, focusVisible, inWindow } of stops) {
    assert(focusVisible, `${name}: the focus is not visible: ${html}`);
    assert(inWindow, `${name}: the element with the focus is outside the window: ${html}`);
  }
  const order = stops.map(({ indexInDocument }) => indexInDocument);
  assert.deepEqual(order, order.toSorted((a, b) => a - b), `${name}: the focus jumps`);
  // Radio buttons of one name are one stop; any other control is one stop each.
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, textarea, select, summary')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => !one.disabled && one.type !== 'radio' && one.tabIndex >= 0)
      .filter((one) => !one.dataset.seen)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(missed, [], `${name}: Tab does not reach these`);
}

for (const [name, path] of Object.entries(await templates(site))) {
  test(`Tab reaches every control of ${name} (${path})`, async (t) => {
    for (const viewport of [{ width: 360 }, { width: 1440, dark: true }]) {
      const page = await open(t, site, path, { ...viewport, reducedMotion: true });
      await checkTabStops(page, `${path} at ${viewport.width}`);
    }
  });
}

test('Tab reaches every control of changes', async (t) => {
  const site = await released();
  await checkTabStops(await open(t, site, '/changes/', { reducedMotion: true }), '/changes/');
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
  // Escape closes a list of suggestions and keeps the text.
  const fill = async (values) => {
    const left = new Set(Object.keys(values));
    for (let presses = 0; left.size && presses < 150; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(
        () => document.activeElement.closest('main form') && document.activeElement.name,
      );
      if (!left.delete(name)) continue;
      await page.keyboard.press('ControlOrMeta+a');
      const [first, ...others] = values[name].split('\n');
      await page.keyboard.type(first);
      for (const line of others) {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
      await page.keyboard.press('Escape');
    }
    assert.deepEqual([...left], [], 'fields that Tab does not reach');
  };
  const submit = async () => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate(() => document.activeElement.matches('main form [type=submit]'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  };
  await fill({ ...exampleForm, experience_years: 'x' });
  await submit();
  await page.waitForURL('**/classify');
  // The first link in the summary of errors leads to the field.
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('[role=alert]') !== null)) break;
  }
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'experience_years');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  // Enter in a single-line field submits the form.
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/roadmaps\/junior\/.+#you/);
  assert(await page.locator('h1').isVisible());
  assert.equal(await form.count(), 0);
});

test('the space bar ticks a skill, and the tick is kept after a reload', async (t) => {
  const [path] = await site.roadmaps('junior');
  const page = await open(t, site, path, { width: 360 });
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.matches('[data-item] input[type=checkbox]'))) break;
  }
  const id = await page.evaluate(() => document.activeElement.closest('[data-item]')?.dataset.item);
  assert(id, 'Tab reaches a checkbox');
  const label = await page.evaluate(() => {
    const labelId = document.activeElement.getAttribute('aria-labelledby');
    return document.getElementById(labelId)?.textContent.trim();
  });
  assert(label, 'the checkbox has a label');
  const item = page.locator(`[data-item=${JSON.stringify(id)}]`);
  assert.equal(label, (await item.locator('.share-name').first().textContent()).trim());
  await page.keyboard.press('Space');
  await page.reload();
  assert(await item.locator('input[type=checkbox]').first().isChecked());
});
