// What a visitor's phone has to fetch, and that nothing moves while it does.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';

import { blank, demo, large, someone, widths } from './lib/index.mjs';

const HTML = 30_000;
const CSS = 10_000;
const JS = 12_000;

/** Bytes of a body as it travels to a browser that takes gzip. */
function travelling(url) {
  return new Promise((done, fail) => {
    request(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => {
        if (answer.headers['content-encoding'] !== 'gzip') fail(new Error(`${url} is not compressed`));
        else done(bytes);
      });
    }).on('error', fail).end();
  });
}

for (const [name, start] of [['demo', demo], ['large', large]]) {
  test(`roadmap pages of the site "${name}" are within ${HTML} bytes`, async (t) => {
    const site = await start();
    let most = [0];
    for (const path of (await site.pages()).filter((path) => /\/roadmaps\/\w+\/.+\/$/.test(path))) {
      const bytes = await travelling(site.url + path);
      if (bytes > most[0]) most = [bytes, path];
    }
    t.diagnostic(`largest roadmap page: ${most.join(' bytes, ')}`);
    assert(most[0] > 0 && most[0] <= HTML, `${most.join(' bytes, ')}`);
  });

  test(`a roadmap page of the site "${name}" loads one stylesheet and little script`, async (t) => {
    const site = await start();
    const page = await blank(t, site, { width: 360 });
    await page.goto(`${site.url}${(await site.roadmaps('senior'))[0]}`, { waitUntil: 'networkidle' });
    const sizes = { css: 0, js: 0 };
    for (const url of new Set(page.requests)) {
      const kind = new URL(url).pathname.split('.').pop();
      if (kind in sizes) sizes[kind] += await travelling(url);
    }
    t.diagnostic(`css ${sizes.css} bytes, js ${sizes.js} bytes, ${new Set(page.requests).size} requests`);
    assert(sizes.css > 0 && sizes.css <= CSS, `CSS ${sizes.css}`);
    assert(sizes.js > 0 && sizes.js <= JS, `JS ${sizes.js}`);
  });
}

/** Everything that moved since the page began, as the browser counts it (Layout Instability API). */
const moved = () =>
  new Promise((done) => {
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => {
      shifts.push(...observer.takeRecords());
      done(
        shifts.map((shift) => [
          shift.value,
          ...shift.sources.map((source) => source.node?.outerHTML?.slice(0, 120)),
        ]),
      );
    }, 300);
  });

for (const width of widths) {
  for (const personal of [false, true]) {
    const when = personal ? ' when the page becomes personal' : '';
    test(`nothing moves at ${width} pixels${when}`, async (t) => {
      const site = await demo();
      const location = personal ? await site.classify(someone) : (await site.roadmaps('junior'))[0];
      const page = await blank(t, site, { width });
      // A phone's processor: what is drawn in between is seen.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(site.url + location, { waitUntil: 'networkidle' });
      const loading = await page.evaluate(moved);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
      assert.deepEqual([...loading, ...(await page.evaluate(moved))], []);
    });
  }
}

test('the measure of movement sees movement', async (t) => {
  const site = await demo();
  const page = await blank(t, site, { width: 360 });
  await page.goto(site.url);
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            document
              .querySelector('main')
              .prepend(Object.assign(document.createElement('h2'), { textContent: 'Late news' }));
            done();
          }, 700),
        ),
      ),
  );
  assert.notDeepEqual(await page.evaluate(moved), []);
});
