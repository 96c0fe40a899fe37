// axe-core's rules for accessibility.
import assert from 'node:assert/strict';

import { fetched } from './paths.mjs';

const { AxeBuilder } = await fetched('@axe-core/playwright');

/** The rules that a colour scheme can break; all others look at the same page in light and dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Fails on any violation, naming the rule and the first elements. `colours`: by those rules only. */
export async function axe(page, { colours = false } = {}) {
  // Only what is wrong is wanted in full, and there are no frames to gather results from: five times as fast.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (colours) builder.withRules(COLOURS);
  const { violations, passes } = await builder.analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 3).map(of).join('\n  ')}`,
  );
  assert.deepEqual(told, [], `axe on ${page.url()}`);
  // Rules that looked at nothing prove nothing.
  assert(passes.length > (colours ? 0 : 10), `axe looked at ${page.url()} with ${passes.length} rules only`);
}

const of = ({ target, html, failureSummary }) =>
  `${target.join(' ')} ${html.slice(0, 200)} ${failureSummary ?? ''}`;
