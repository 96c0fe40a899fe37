// Every page is valid HTML, and every link has a target: a file, and an element if the link has a fragment.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import config from './html.config.mjs';
import { demo, fetched, hostile, released } from './lib/index.mjs';

const { HtmlValidate, StaticConfigLoader } = await fetched('html-validate');
const validator = new HtmlValidate(new StaticConfigLoader([], config));

/** The first few complaints about a page, as text. */
async function complaints(name, html) {
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
    for (const path of await site.pages())
      found.push(...(await complaints(path, await readFile(file(site, path), 'utf8'))));
    assert.equal(found.length, 0, `${found.length} complaints:\n${found.slice(0, 40).join('\n')}`);
  });

  test(`links of the site "${name}" lead somewhere`, async () => {
    const site = await start();
    const ids = new Map();
    for (const path of await site.pages()) {
      const html = await readFile(file(site, path), 'utf8');
      ids.set(path, { html, ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])) });
    }
    const broken = [];
    const seen = new Map();
    let fragments = 0;
    for (const [path, { html }] of ids) {
      for (const [, , raw] of html.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
        const url = new URL(raw.replaceAll('&amp;', '&'), `${site.url}${path}`);
        if (url.origin !== site.url) {
          if (url.protocol !== 'https:') broken.push(`${path}: ${raw} is no https link`);
          continue;
        }
        if (!seen.has(url.pathname)) seen.set(url.pathname, (await site.get(url.pathname)).status);
        // The form's address answers to POST only.
        const fine = url.pathname === '/classify' ? 405 : 200;
        if (seen.get(url.pathname) !== fine) broken.push(`${path}: ${raw} answers ${seen.get(url.pathname)}`);
        const id = decodeURIComponent(url.hash.slice(1));
        // A fragment with parts is for scripts (`#you&…`, `#ticks=…`).
        if (!id || /[&=]/.test(id)) continue;
        fragments += 1;
        if (!ids.get(url.pathname)?.ids.has(id)) broken.push(`${path}: ${raw} leads to no element`);
      }
    }
    assert.equal(broken.length, 0, `${broken.length} links:\n${broken.slice(0, 20).join('\n')}`);
    assert(
      seen.size > 10 && fragments > 10,
      `${seen.size} addresses and ${fragments} fragments were looked at`,
    );
  });
}

test("the function's own page is valid", async () => {
  const site = await demo();
  for (const lang of ['en', 'de']) {
    const answer = await site.get('/classify', {
      method: 'POST',
      body: new URLSearchParams({ experience_years: 'x', lang }),
    });
    assert.equal(answer.status, 422);
    const html = await answer.text();
    assert.deepEqual(await complaints(`error page (${lang})`, html), []);
  }
});
