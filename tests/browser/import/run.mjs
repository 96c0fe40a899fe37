// Runs the import in the browser, up to the preview.
import { expected } from './person.mjs';

/**
 * Imports a variant on the open form. Returns the preview's values, and the milliseconds until it appears.
 */
export async function importOf(page, variant) {
  await page.locator('#import').click();
  await page.locator('dialog[open]').waitFor();
  const start = Date.now();
  if (variant.text !== undefined) {
    await page.locator('#import-text').fill(variant.text);
    await page.locator('dialog .choices button').first().click();
  } else {
    const input = page.locator(variant.folder ? '#import-folder' : '#import-file');
    await input.setInputFiles(variant.folder ?? variant.files);
  }
  await page.locator('#import-skills, dialog .problem').first().waitFor();
  const ms = Date.now() - start;
  const problem = page.locator('dialog .problem');
  if (await problem.count()) return { ms, problem: await problem.innerText() };
  const found = {};
  for (const field of Object.keys(expected)) {
    found[field] = await page.locator(`#import-${field}`).inputValue();
  }
  return { ms, found };
}
