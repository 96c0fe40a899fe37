// Every page is valid HTML, and every link leads to a file, and with a fragment, to an element.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import config from './html.config.mjs';
import { demo, hostile, importPackage, released } from './lib/index.mjs';

const { HtmlValidate, StaticConfigLoader } = await importPackage('html-validate');
const validator = new HtmlValidate(new StaticConfigLoader([], config));

/** The validator's messages about a page. */
async function problems(name, html) {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${name}:${line}:${column} ${message} (${ruleId})`),
  );
}

const file = (site, path) => join(site.dir, path.endsWith('/') ? `${path}index.html` : path);

for (const [name, start] of [['demo', demo], ['hostile', hostile], ['released', released]]) {
  test(`pages of the site "${name}" are valid`, async () => {
    const site = await start();
    const found = [];
    for (const path of await site.pages()) {
      found.push(...(await problems(path, await readFile(file(site, path), 'utf8'))));
    }
    assert.equal(found.length, 0, `${found.length} problems:\n${found.slice(0, 40).join('\n')}`);
  });

  test(`links of the site "${name}" are not broken`, async () => {
    const site = await start();
    const ids = new Map();
    for (const path of await site.pages()) {
      const html = await readFile(file(site, path), 'utf8');
      ids.set(path, { html, ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])) });
    }
    const broken = [];
    const statuses = new Map();
    let fragments = 0;
    for (const [path, { html }] of ids) {
      for (const [, , raw] of html.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
        const url = new URL(raw.replaceAll('&amp;', '&'), `${site.url}${path}`);
        if (url.origin !== site.url) {
          if (url.protocol !== 'https:') broken.push(`${path}: ${raw} is no https link`);
          continue;
        }
        if (!statuses.has(url.pathname)) statuses.set(url.pathname, (await site.get(url.pathname)).status);
        const status = statuses.get(url.pathname);
        // The form's address accepts POST only.
        const expected = url.pathname === '/classify' ? 405 : 200;
        if (status !== expected) broken.push(`${path}: ${raw} answers ${status}`);
        const id = decodeURIComponent(url.hash.slice(1));
        // Fragments with parameters are for scripts (`#you&…`, `#ticks=…`).
        if (!id || /[&=]/.test(id)) continue;
        fragments += 1;
        if (!ids.get(url.pathname)?.ids.has(id)) broken.push(`${path}: ${raw} leads to no element`);
      }
    }
    assert.equal(broken.length, 0, `${broken.length} links:\n${broken.slice(0, 20).join('\n')}`);
    assert(statuses.size > 10 && fragments > 10, `only ${statuses.size} paths and ${fragments} fragments`);
  });
}

test("the function's error page is valid", async () => {
  const site = await demo();
  for (const lang of ['en', 'de']) {
    const answer = await site.get('/classify', {
      method: 'POST',
      body: new URLSearchParams({ experience_years: 'x', lang }),
    });
    assert.equal(answer.status, 422);
    const html = await answer.text();
    assert.deepEqual(await problems(`error page (${lang})`, html), []);
  }
});
