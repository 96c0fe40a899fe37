// A benchmark, not a test: the share of correct values and the time of every variant. Run
// `node tests/browser/import/table.mjs` after `cargo xtask browser import`, with the same SITE_GEN, CHROMIUM
// and BROWSER_TOOLS.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { blank, demo } from '../lib/index.mjs';
import { day } from './person.mjs';
import { importOf } from './run.mjs';
import { make, score } from './variants.mjs';

test('every variant', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'import-'));
  t.after(() => rm(dir, { recursive: true }));
  const site = await demo();
  const page = await blank(t, site);
  await page.clock.setFixedTime(day);
  let [right, of, slowest, count] = [0, 0, 0, 0];
  for (const variant of await make(dir)) {
    await page.goto(site.url);
    const { ms, found, problem } = await importOf(page, variant);
    const scored = found ? score(variant.expected, found) : { right: 0, of: 20, wrong: [problem] };
    const share = `${String(scored.right).padStart(3)}/${scored.of}`;
    const time = `${String(ms).padStart(5)} ms`;
    console.log(`${variant.name.padEnd(48)} ${share} ${time}  ${scored.wrong.join(' · ')}`);
    [right, of, slowest, count] = [right + scored.right, of + scored.of, Math.max(slowest, ms), count + 1];
  }
  const percent = ((100 * right) / of).toFixed(1);
  console.log(
    `${count} variants: ${right} of ${of} values right (${percent}%), the slowest in ${slowest} ms`,
  );
  if (right / of < 0.95 || slowest > 2000) throw new Error('below the bar');
});
