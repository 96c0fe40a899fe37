// What the import makes of a variant, in the browser, up to the preview.
import { expected } from './person.mjs';

/** Imports on a page with the form and reads the preview. `ms` is the time from the choice to the preview. */
export async function importOf(page, variant) {
  await page.locator('#import').click();
  await page.locator('dialog[open]').waitFor();
  const begun = Date.now();
  if (variant.text !== undefined) {
    await page.locator('#import-text').fill(variant.text);
    await page.locator('dialog .choices button').first().click();
  } else {
    await page
      .locator(variant.folder ? '#import-folder' : '#import-file')
      .setInputFiles(variant.folder ?? variant.files);
  }
  await page.locator('#import-skills, dialog .problem').first().waitFor();
  const ms = Date.now() - begun;
  const problem = page.locator('dialog .problem');
  if (await problem.count()) return { ms, problem: await problem.innerText() };
  const found = {};
  for (const field of Object.keys(expected))
    found[field] = await page.locator(`#import-${field}`).inputValue();
  return { ms, found };
}
