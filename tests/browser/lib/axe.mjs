// axe-core's rules for accessibility.
import assert from 'node:assert/strict';

import { fetched } from './paths.mjs';

const { AxeBuilder } = await fetched('@axe-core/playwright');

/** Fails on any violation, naming the rule and the first elements. */
export async function axe(page) {
  // Only what is wrong is wanted in full, and there are no frames to gather results from: five times as fast.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations, passes } = await builder.analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 3).map(of).join('\n  ')}`);
  assert.deepEqual(told, [], `axe on ${page.url()}`);
  // Rules that looked at nothing prove nothing.
  assert(passes.length > 10, `axe looked at ${page.url()} with ${passes.length} rules only`);
}

const of = ({ target, html, failureSummary }) => `${target.join(' ')} ${html.slice(0, 200)} ${failureSummary ?? ''}`;
