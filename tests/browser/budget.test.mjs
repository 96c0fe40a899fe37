// Pages stay within their budgets of bytes, and nothing moves while they load.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';

import { blank, demo, exampleForm, large, widths } from './lib/index.mjs';

const HTML = 30_000;
const CSS = 10_000;
const JS = 12_000;

/** The number of bytes of a response's body, compressed with gzip. */
function compressedSize(url) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => (bytes += part.length));
      answer.on('end', () => {
        if (answer.headers['content-encoding'] !== 'gzip') reject(new Error(`${url} is not compressed`));
        else resolve(bytes);
      });
    });
    sent.on('error', reject).end();
  });
}

for (const [name, start] of [['demo', demo], ['large', large]]) {
  test(`roadmap pages of the site "${name}" have at most ${HTML} bytes`, async (t) => {
    const site = await start();
    let largest = [0];
    for (const path of (await site.pages()).filter((path) => /\/roadmaps\/\w+\/.+\/$/.test(path))) {
      const bytes = await compressedSize(site.url + path);
      if (bytes > largest[0]) largest = [bytes, path];
    }
    t.diagnostic(`largest roadmap page: ${largest.join(' bytes, ')}`);
    assert(largest[0] > 0 && largest[0] <= HTML, largest.join(' bytes, '));
  });

  test(`a roadmap of the site "${name}" loads at most ${CSS} bytes of CSS, ${JS} of JS`, async (t) => {
    const site = await start();
    const page = await blank(t, site, { width: 360 });
    await page.goto(`${site.url}${(await site.roadmaps('senior'))[0]}`, { waitUntil: 'networkidle' });
    const sizes = { css: 0, js: 0 };
    for (const url of new Set(page.requests)) {
      const kind = new URL(url).pathname.split('.').pop();
      if (kind in sizes) sizes[kind] += await compressedSize(url);
    }
    t.diagnostic(`css ${sizes.css} bytes, js ${sizes.js} bytes, ${new Set(page.requests).size} requests`);
    assert(sizes.css > 0 && sizes.css <= CSS, `CSS ${sizes.css}`);
    assert(sizes.js > 0 && sizes.js <= JS, `JS ${sizes.js}`);
  });
}

/** Runs in the page. The layout shifts since it began to load (Layout Instability API). */
const layoutShifts = () =>
  new Promise((resolve) => {
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => {
      shifts.push(...observer.takeRecords());
      const shown = ({ node }) => node?.outerHTML?.slice(0, 120);
      resolve(shifts.map(({ value, sources }) => [value, ...sources.map(shown)]));
    }, 300);
  });

for (const width of widths) {
  for (const personal of [false, true]) {
    const when = personal ? ' when the personal panel appears' : '';
    test(`nothing moves at ${width} pixels${when}`, async (t) => {
      const site = await demo();
      const location = personal ? await site.classify(exampleForm) : (await site.roadmaps('junior'))[0];
      const page = await blank(t, site, { width });
      // As slow as a phone's processor, so that states in between are drawn.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(site.url + location, { waitUntil: 'networkidle' });
      const whileLoading = await page.evaluate(layoutShifts);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
      assert.deepEqual([...whileLoading, ...(await page.evaluate(layoutShifts))], []);
    });
  }
}

test('layout shifts are detected', async (t) => {
  const site = await demo();
  const page = await blank(t, site, { width: 360 });
  await page.goto(site.url);
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 700)));
    const late = Object.assign(document.createElement('h2'), { textContent: 'Late news' });
    document.querySelector('main').prepend(late);
  });
  assert.notDeepEqual(await page.evaluate(layoutShifts), []);
});
