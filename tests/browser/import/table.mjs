// A benchmark, not a test: the share of right values and the time of every variant.
// Run `cargo xtask browser import` first, then `node tests/browser/import/table.mjs` with the same SITE_GEN,
// CHROMIUM and BROWSER_TOOLS.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { blank, demo } from '../lib/index.mjs';
import { today } from './person.mjs';
import { importOf } from './run.mjs';
import { score, writeVariants } from './variants.mjs';

test('every variant', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'import-'));
  t.after(() => rm(dir, { recursive: true }));
  const site = await demo();
  const page = await blank(t, site);
  await page.clock.setFixedTime(today);
  let [right, total, slowest, count] = [0, 0, 0, 0];
  for (const variant of await writeVariants(dir)) {
    await page.goto(site.url);
    const { ms, found, problem } = await importOf(page, variant);
    const scored = found ? score(variant.expected, found) : { right: 0, total: 20, wrong: [problem] };
    const share = `${String(scored.right).padStart(3)}/${scored.total}`;
    const time = `${String(ms).padStart(5)} ms`;
    console.log(`${variant.name.padEnd(48)} ${share} ${time}  ${scored.wrong.join(' · ')}`);
    right += scored.right;
    total += scored.total;
    slowest = Math.max(slowest, ms);
    count += 1;
  }
  const percent = ((100 * right) / total).toFixed(1);
  console.log(`${count} variants: ${right} of ${total} values right (${percent}%)`);
  console.log(`the slowest variant took ${slowest} ms`);
  if (right / total < 0.95 || slowest > 2000) throw new Error('below 95% or above 2 s');
});
