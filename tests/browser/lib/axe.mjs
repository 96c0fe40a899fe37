// axe-core's rules for accessibility.
import assert from 'node:assert/strict';

import { importPackage } from './paths.mjs';

const { AxeBuilder } = await importPackage('@axe-core/playwright');

/** The rules whose result depends on the colour scheme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Fails on any violation and names the rule and the first elements. `colours`: checks `COLOURS` only. */
export async function axe(page, { colours = false } = {}) {
  // Five times as fast: details of violations only, and no frames (pages have none).
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (colours) builder.withRules(COLOURS);
  const { violations, passes } = await builder.analyze();
  const messages = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 3).map(describe).join('\n  ')}`,
  );
  assert.deepEqual(messages, [], `axe on ${page.url()}`);
  // Rules that apply to no element prove nothing.
  assert(passes.length > (colours ? 0 : 10), `only ${passes.length} rules of axe apply to ${page.url()}`);
}

const describe = ({ target, html, failureSummary }) =>
  `${target.join(' ')} ${html.slice(0, 200)} ${failureSummary ?? ''}`;
