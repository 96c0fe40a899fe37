// Exports of one person in forty ways, each with what the import is to find.
//
// `make(dir)` writes them and returns `{ name, files | folder | text, expected }`: `files` and `folder` are
// paths to choose, `text` is pasted. Values that a format does not have are not expected.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { csv, expected, jobs, locales, monthYear, others, tables } from './person.mjs';
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
/* Windows-1252, of which only what the person has is needed. */
const cp1252 = (text) => Buffer.from(Array.from(text, (c) => (c === '–' ? 0x96 : c.codePointAt(0))));
const marked = (text) => Buffer.from(`\ufeff${text}`);

export async function make(dir) {
  const made = [];
  const place = async (name) => {
    const path = join(dir, name.replace(/[^\w]+/g, '-'));
    await mkdir(path, { recursive: true });
    return path;
  };
  const encode = (files, how = Buffer.from) =>
    Object.entries(files).map(([name, text]) => ({ name, bytes: how(text) }));

  const zip = async (name, entries, expect = expected, options = {}) => {
    const path = join(await place(name), options.file ?? 'Basic_LinkedInDataExport_06-15-2024.zip');
    await writeZip(path, entries, options);
    made.push({ name, files: [path], expected: expect });
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
    made.push({ name, files: await write(await place(name), entries), expected: expect });
  };
  const folder = async (name, entries, expect = expected) => {
    const path = await place(name);
    await write(path, entries);
    made.push({ name, folder: path, expected: expect });
  };
  const text = (name, pasted, expect = expected) => made.push({ name, text: pasted, expected: expect });

  const all = tables();
  const table = (name) => ({ [name]: all[name] });
  const whole = () => [...encode(others), ...encode(all)];

  await zip('ZIP, complete', whole());
  const basic = tables();
  delete basic['Certifications.csv'];
  delete basic['Courses.csv'];
  await zip('ZIP, basic: files missing', encode(basic), without('certifications', 'courses'));
  await zip(
    'ZIP, stored',
    whole().map((entry) => ({ ...entry, stored: true })),
    expected,
    { comment: 'made by hand' },
  );
  await zip(
    'ZIP, in a folder',
    whole().map((entry) => ({ ...entry, name: `Complete_LinkedInDataExport_06-15-2024/${entry.name}` })),
  );
  await zip('ZIP, from Windows and a Mac', [
    ...whole().map((entry) => ({ ...entry, name: `export\\${entry.name}` })),
    ...encode(all).map(({ name }) => ({
      name: `__MACOSX/export/._${name}`,
      bytes: Buffer.from([0, 5, 22, 7, 0, 2]),
    })),
  ]);
  await zip('ZIP64', whole(), expected, { zip64: true });
  await zip('ZIP of 1 GB', [{ name: 'Rich_Media/video.mp4', hole: 1e9 }, ...whole()]);
  await zip('ZIP, copies deeper down', [
    { name: 'old/2019/Skills.csv', bytes: Buffer.from('Name\nCOBOL\n') },
    ...whole(),
    { name: 'old/Positions.csv', bytes: Buffer.from('Title,Started On\nBaker,2001\n') },
  ]);
  await zip('ZIP, UTF-8 with a mark, CRLF', encode(tables({ end: '\r\n' }), marked));
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
    const { months, of = ' ' } = locales[language];
    await zip(
      `ZIP, English with dates in ${language}`,
      encode(tables({ date: ([y, m]) => `${months[m - 1]}${of}${y}` })),
    );
  }

  await files('CSVs, UTF-16 little-endian', encode(all, (t) => utf16(`\ufeff${t}`)));
  await files('CSVs, UTF-16 big-endian, no mark', encode(all, (t) => utf16(t, true)));
  await files('CSVs, Windows-1252', encode(all, cp1252));
  await files('CSVs, saved with semicolons', encode(tables({ separator: ';' }), marked));
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
  await folder('folder, with all the rest', [
    ...whole(),
    { name: 'Jobs/Saved Jobs.csv', bytes: Buffer.from('Title\nBaker\n') },
  ]);
  await folder(
    'folder in a folder',
    whole().map((entry) => ({ ...entry, name: `Basic_LinkedInDataExport/${entry.name}` })),
  );

  await files(
    'notes before the header',
    encode({
      'Skills.csv':
        'Notes:\n"When exporting your skills, some may be missing, ""hidden"" ones\nfor example."\n\n' +
        all['Skills.csv'],
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
          .map((one) => [one.title, monthYear(one.from), one.company, one.to ? monthYear(one.to) : '']),
      ]),
      'Education.csv': extra([
        ['Degree Name', 'School Name'],
        ['MSc in Computer Science', 'TU'],
        ['Mathematics, BSc', 'College'],
      ]),
    }),
    only(...work, 'degree_fields'),
  );
  const odd = [
    ['2021-03', ''],
    ['15.01.2018', '04/2021'],
    ['Oct-15', '2017-09-30T00:00:00'],
  ];
  await files(
    'odd dates',
    encode({
      'Positions.csv': csv([
        ['Title', 'Started On', 'Finished On'],
        ...jobs.map((one, n) => [one.title, ...odd[n]]),
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
    'no job goes on: the headline',
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
    'JSON Resume of old, with a mark',
    [{ name: 'ada.json', bytes: marked(JSON.stringify(texts.oldResume)) }],
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
  return [...made, ...pasted];
}

/** How many values are right, of those expected and those that should not be there. */
export function score(expect, found) {
  let [right, of] = [0, 0];
  const wrong = [];
  for (const [field, value] of Object.entries(expect)) {
    const wanted = Array.isArray(value) ? value : value ? [value] : [];
    const got = Array.isArray(value)
      ? found[field].split('\n').filter(Boolean)
      : found[field]
        ? [found[field]]
        : [];
    const missing = wanted.filter((item) => !got.includes(item));
    const extra = got.filter((item) => !wanted.includes(item));
    right += wanted.length - missing.length;
    of += wanted.length + extra.length;
    if (missing.length || extra.length)
      wrong.push(
        `${field}: ${missing
          .map((item) => `-${item}`)
          .concat(extra.map((item) => `+${item}`))
          .join(', ')}`,
      );
  }
  return { right, of, wrong };
}
