// Exports of one person in forty variants, each with the values that the import should find.
//
// `writeVariants(dir)` writes them and returns `{ name, files | folder | text, expected }` of each: paths of
// files or of a folder, or a text to paste. Values that a format does not contain are not expected.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { csv, expected, jobs, locales, monthYear, otherFiles, tables } from './person.mjs';
import { pasted } from './pasted.mjs';
import * as texts from './resumes.mjs';
import { writeZip } from './zip.mjs';

const without = (...fields) => ({
  ...expected,
  ...Object.fromEntries(fields.map((field) => [field, Array.isArray(expected[field]) ? [] : ''])),
});
const only = (...fields) => without(...Object.keys(expected).filter((field) => !fields.includes(field)));
const work = ['position', 'experience_years', 'experience_months'];

const utf16 = (text, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
/* Windows-1252, as far as the person's texts need it. */
const cp1252 = (text) => Buffer.from(Array.from(text, (c) => (c === '–' ? 0x96 : c.codePointAt(0))));
const withByteOrderMark = (text) => Buffer.from(`\ufeff${text}`);

export async function writeVariants(dir) {
  const variants = [];
  const folderOf = async (name) => {
    const path = join(dir, name.replace(/[^\w]+/g, '-'));
    await mkdir(path, { recursive: true });
    return path;
  };
  const encode = (files, encoding = Buffer.from) =>
    Object.entries(files).map(([name, text]) => ({ name, bytes: encoding(text) }));

  const zip = async (name, entries, expect = expected, options = {}) => {
    const path = join(await folderOf(name), options.file ?? 'Basic_LinkedInDataExport_06-15-2024.zip');
    await writeZip(path, entries, options);
    variants.push({ name, files: [path], expected: expect });
  };
  const write = async (path, entries) => {
    const paths = [];
    for (const { name, bytes } of entries) {
      const file = join(path, name);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, bytes);
      paths.push(file);
    }
    return paths;
  };
  const files = async (name, entries, expect = expected) => {
    variants.push({ name, files: await write(await folderOf(name), entries), expected: expect });
  };
  const folder = async (name, entries, expect = expected) => {
    const path = await folderOf(name);
    await write(path, entries);
    variants.push({ name, folder: path, expected: expect });
  };
  const text = (name, pasted, expect = expected) => variants.push({ name, text: pasted, expected: expect });

  const all = tables();
  const table = (name) => ({ [name]: all[name] });
  const complete = () => [...encode(otherFiles), ...encode(all)];

  await zip('ZIP, complete', complete());
  const basic = tables();
  delete basic['Certifications.csv'];
  delete basic['Courses.csv'];
  await zip('ZIP, basic: files missing', encode(basic), without('certifications', 'courses'));
  await zip(
    'ZIP, not compressed',
    complete().map((entry) => ({ ...entry, stored: true })),
    expected,
    { comment: 'made by hand' },
  );
  await zip(
    'ZIP, in a folder',
    complete().map((entry) => ({ ...entry, name: `Complete_LinkedInDataExport_06-15-2024/${entry.name}` })),
  );
  await zip('ZIP, from Windows and a Mac', [
    ...complete().map((entry) => ({ ...entry, name: `export\\${entry.name}` })),
    ...encode(all).map(({ name }) => ({
      name: `__MACOSX/export/._${name}`,
      bytes: Buffer.from([0, 5, 22, 7, 0, 2]),
    })),
  ]);
  await zip('ZIP64', complete(), expected, { zip64: true });
  await zip('ZIP of 1 GB', [{ name: 'Rich_Media/video.mp4', hole: 1e9 }, ...complete()]);
  await zip('ZIP, copies in subfolders', [
    { name: 'old/2019/Skills.csv', bytes: Buffer.from('Name\nCOBOL\n') },
    ...complete(),
    { name: 'old/Positions.csv', bytes: Buffer.from('Title,Started On\nBaker,2001\n') },
  ]);
  await zip('ZIP, UTF-8 with a byte order mark, CRLF', encode(tables({ end: '\r\n' }), withByteOrderMark));
  await zip(
    'ZIP of a JSON Resume',
    [{ name: 'cv/resume.json', bytes: Buffer.from(JSON.stringify(texts.resume)) }],
    expected,
    { file: 'cv.zip' },
  );

  for (const [language, locale] of Object.entries(locales)) {
    await zip(`ZIP, ${language}: names, headers, dates`, encode(tables({ locale })));
  }
  for (const language of ['de', 'fr', 'pt']) {
    const { months, beforeYear = ' ' } = locales[language];
    await zip(
      `ZIP, English with dates in ${language}`,
      encode(tables({ date: ([y, m]) => `${months[m - 1]}${beforeYear}${y}` })),
    );
  }

  await files(
    'CSVs, UTF-16 little-endian',
    encode(all, (t) => utf16(`\ufeff${t}`)),
  );
  await files(
    'CSVs, UTF-16 big-endian, no byte order mark',
    encode(all, (t) => utf16(t, true)),
  );
  await files('CSVs, Windows-1252', encode(all, cp1252));
  await files('CSVs, saved with semicolons', encode(tables({ separator: ';' }), withByteOrderMark));
  await files('CSVs, saved with tabs', encode(tables({ separator: '\t', end: '\r' })));
  await files(
    'CSVs, downloaded twice',
    encode(all).map((entry) => ({ ...entry, name: entry.name.replace('.csv', ' (1).csv') })),
  );
  await files('one CSV: Positions', encode(table('Positions.csv')), only(...work));
  await files('one CSV: Skills', encode(table('Skills.csv')), only('skills'));
  await files(
    'one CSV, renamed',
    [{ name: 'my jobs.csv', bytes: Buffer.from(all['Positions.csv']) }],
    only(...work),
  );
  await folder('folder, with the other files', [
    ...complete(),
    { name: 'Jobs/Saved Jobs.csv', bytes: Buffer.from('Title\nBaker\n') },
  ]);
  await folder(
    'folder in a folder',
    complete().map((entry) => ({ ...entry, name: `Basic_LinkedInDataExport/${entry.name}` })),
  );

  const notes = '"When exporting your skills, some may be missing, ""hidden"" ones\nfor example."';
  await files(
    'notes before the header',
    encode({
      'Skills.csv': `Notes:\n${notes}\n\n${all['Skills.csv']}`,
      'Positions.csv': `Notes:\nNone\n\n${all['Positions.csv']}`,
    }),
    only(...work, 'skills'),
  );
  const extra = (rows) =>
    csv(rows.map((row, n) => [n ? `x${n}` : 'Extra', ...row.toReversed(), n ? '' : 'More']));
  await files(
    'columns added and in another order',
    encode({
      'Positions.csv': extra([
        ['Title', 'Started On', 'Company Name', 'Finished On'],
        ...jobs
          .toReversed()
          .map(({ title, company, from, to }) => [title, monthYear(from), company, to ? monthYear(to) : '']),
      ]),
      'Education.csv': extra([
        ['Degree Name', 'School Name'],
        ['MSc in Computer Science', 'TU'],
        ['Mathematics, BSc', 'College'],
      ]),
    }),
    only(...work, 'degree_fields'),
  );
  const oddDates = [
    ['2021-03', ''],
    ['15.01.2018', '04/2021'],
    ['Oct-15', '2017-09-30T00:00:00'],
  ];
  await files(
    'odd dates',
    encode({
      'Positions.csv': csv([
        ['Title', 'Started On', 'Finished On'],
        ...jobs.map((one, n) => [one.title, ...oddDates[n]]),
      ]),
    }),
    only(...work),
  );
  await files(
    'bare years, parallel jobs, one without dates',
    encode({
      'Positions.csv': csv([
        ['Title', 'Started On', 'Finished On'],
        ['Data Engineer', '2014', '2016'],
        ['Advisor', '2015', '2016'],
        ['Volunteer', '', 'Unknown'],
        ['Senior Data Engineer', '2016', 'Present'],
      ]),
    }),
    { ...only(...work), experience_years: '10', experience_months: '6' },
  );
  await files(
    'no current job: the headline',
    encode({
      'Profile.csv': all['Profile.csv'],
      'Positions.csv': csv([
        ['Title', 'Started On', 'Finished On'],
        ['Data Engineer', 'Jan 2018', 'Apr 2021'],
      ]),
    }),
    { ...only(...work), experience_years: '3', experience_months: '4' },
  );

  await files('JSON Resume 1.0', [
    { name: 'resume.json', bytes: Buffer.from(JSON.stringify(texts.resume, null, 2)) },
  ]);
  await files(
    'JSON Resume, early version, byte order mark',
    [{ name: 'ada.json', bytes: withByteOrderMark(JSON.stringify(texts.oldResume)) }],
    without('certifications', 'courses'),
  );
  text('pasted: JSON Resume', JSON.stringify(texts.resume));
  text('pasted: LinkedIn’s page', texts.linkedInPage);
  text('pasted: LinkedIn’s PDF', texts.linkedInPdf, {
    ...without('courses'),
    skills: expected.skills.slice(0, 3),
  });
  text('pasted: CV', texts.cv);
  text('pasted: German CV', texts.lebenslauf);
  text('pasted: LinkedIn’s page in French', texts.frenchPage, without('courses'));
  text('pasted: Spanish CV', texts.spanishCv);
  await files('CV in Markdown', [{ name: 'cv.md', bytes: Buffer.from(texts.markdown) }]);
  return [...variants, ...pasted];
}

/** Compares values: how many are right of the total, which counts expected and unexpected ones. */
export function score(expect, found) {
  let [right, total] = [0, 0];
  const wrong = [];
  for (const [field, value] of Object.entries(expect)) {
    const wanted = [value].flat().filter(Boolean);
    const got = (Array.isArray(value) ? found[field].split('\n') : [found[field]]).filter(Boolean);
    const missing = wanted.filter((item) => !got.includes(item));
    const extra = got.filter((item) => !wanted.includes(item));
    right += wanted.length - missing.length;
    total += wanted.length + extra.length;
    const differences = [...missing.map((item) => `-${item}`), ...extra.map((item) => `+${item}`)];
    if (differences.length) wrong.push(`${field}: ${differences.join(', ')}`);
  }
  return { right, total, wrong };
}
