// One made-up person, and the tables that LinkedIn would make of her, in any language and encoding.

/** What the import is to find of her, on the fixed day. */
export const day = '2024-06-15T12:00:00Z';
export const expected = {
  position: 'Senior Data Engineer',
  // October 2015 to September 2017, and January 2018 until today: April 2021 is part of two jobs and counts
  // once.
  experience_years: '8',
  experience_months: '6',
  degree_fields: ['Computer Science', 'Mathematics'],
  skills: ['Python', 'SQL', 'Apache Spark', 'C++', 'Qualitätsmanagement', 'Data Modeling'],
  certifications: ['AWS Certified Data Engineer – Associate', 'Professional Scrum Master I (PSM I)'],
  courses: ['Algorithms, Part I', 'Machine Learning'],
};

export const jobs = [
  { title: 'Senior Data Engineer', company: 'Acme Analytics GmbH', from: [2021, 3], to: null },
  { title: 'Data Engineer', company: 'Beta "Quoted", Ltd', from: [2018, 1], to: [2021, 4] },
  { title: 'Working Student', company: 'Gamma Labs', from: [2015, 10], to: [2017, 9] },
];

const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
export const monthYear = ([year, month]) => `${english[month - 1]} ${year}`;

/** How a language writes months, "still there", and names the files and columns that are given. */
export const locales = {
  de: {
    months: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(' '),
    present: 'Heute',
    files: ['Positionen', 'Ausbildung', 'Kenntnisse', 'Zertifikate', 'Kurse'],
    positions: ['Unternehmen', 'Titel', 'Beschreibung', 'Ort', 'Begonnen am', 'Beendet am'],
    degree: 'Abschluss',
    name: 'Name',
  },
  fr: {
    months: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    present: 'Présent',
    files: ['Postes', 'Formation', 'Compétences', 'Certificats', 'Cours'],
    positions: ['Entreprise', 'Poste', 'Description', 'Lieu', 'Date de début', 'Date de fin'],
    degree: 'Diplôme',
    name: 'Nom',
  },
  es: {
    months: 'ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.'.split(' '),
    present: 'actualidad',
    files: ['Puestos', 'Educación', 'Aptitudes', 'Certificaciones', 'Cursos'],
    positions: ['Empresa', 'Cargo', 'Descripción', 'Ubicación', 'Fecha de inicio', 'Fecha de finalización'],
    degree: 'Título',
    name: 'Nombre',
  },
  pt: {
    months: 'jan fev mar abr mai jun jul ago set out nov dez'.split(' '),
    present: 'o momento',
    of: ' de ',
    files: ['Cargos', 'Formação', 'Competências', 'Certificados', 'Cursos'],
    positions: ['Empresa', 'Cargo', 'Descrição', 'Localidade', 'Data de início', 'Data de término'],
    degree: 'Grau',
    name: 'Nome',
  },
  it: {
    months: 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' '),
    present: 'Presente',
    files: ['Posizioni', 'Formazione', 'Competenze', 'Certificazioni', 'Corsi'],
    positions: ['Azienda', 'Qualifica', 'Descrizione', 'Località', 'Data di inizio', 'Data di fine'],
    degree: 'Titolo di studio',
    name: 'Nome',
  },
  nl: {
    months: 'jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.'.split(' '),
    present: 'heden',
    files: ['Functies', 'Opleiding', 'Vaardigheden', 'Certificaten', 'Cursussen'],
    positions: ['Bedrijf', 'Functie', 'Beschrijving', 'Locatie', 'Begindatum', 'Einddatum'],
    degree: 'Graad',
    name: 'Naam',
  },
};

export function csv(rows, { separator = ',', end = '\n' } = {}) {
  const quoted = (cell) => (/["\n\r,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map((cell) => quoted(String(cell))).join(separator)).join(end) + end;
}

/** The tables of her export, as texts by file name. `date` writes a month; `locale` is one of `locales`. */
export function tables({
  locale,
  date = locale ? (m) => `${locale.months[m[1] - 1]}${locale.of ?? ' '}${m[0]}` : monthYear,
  ...format
} = {}) {
  const present = locale?.present ?? '';
  const names = locale?.files ?? ['Positions', 'Education', 'Skills', 'Certifications', 'Courses'];
  const columns = locale?.positions ?? [
    'Company Name',
    'Title',
    'Description',
    'Location',
    'Started On',
    'Finished On',
  ];
  const name = locale?.name ?? 'Name';
  const text = 'Built pipelines.\nThe second line says "quoted", and more';
  const positions = jobs.map((one) => [
    one.company,
    one.title,
    text,
    'Berlin, Germany',
    date(one.from),
    one.to ? date(one.to) : present,
  ]);
  const education = [
    [
      'Technische Universität Berlin',
      '2013',
      '2017',
      '',
      'Master of Science - MS, Computer Science',
      'Rowing',
    ],
    ['Example College', '2010', '2013', 'Grade: 1.3', 'Bachelor of Science (BSc), Mathematics', ''],
  ];
  const certifications = expected.certifications.map((title) => [
    title,
    'https://example.org/c',
    'Example Inc',
    'Jan 2022',
    '',
    '123',
  ]);
  const all = {
    [names[0]]: [columns, ...positions],
    [names[1]]: [
      ['School Name', 'Start Date', 'End Date', 'Notes', locale?.degree ?? 'Degree Name', 'Activities'],
      ...education,
    ],
    [names[2]]: [[name], ...expected.skills.map((skill) => [skill])],
    [names[3]]: [
      [name, 'Url', 'Authority', 'Started On', 'Finished On', 'License Number'],
      ...certifications,
    ],
    [names[4]]: [[name, 'Number'], ...expected.courses.map((course) => [course, ''])],
  };
  if (!locale) {
    all.Profile = [
      [
        'First Name',
        'Last Name',
        'Maiden Name',
        'Address',
        'Birth Date',
        'Headline',
        'Summary',
        'Industry',
        'Zip Code',
        'Geo Location',
        'Twitter Handles',
        'Websites',
        'Instant Messengers',
      ],
      [
        'Ada',
        'Secretname',
        '',
        '1 Secret Street',
        'Mar 3',
        'Senior Data Engineer at Acme Analytics GmbH',
        'I build.\nThings.',
        'IT',
        '10115',
        'Berlin',
        '',
        '',
        '',
      ],
    ];
  }
  return Object.fromEntries(Object.entries(all).map(([file, rows]) => [`${file}.csv`, csv(rows, format)]));
}

/** What an export holds besides, and nobody is to read. */
export const others = {
  'messages.csv': 'CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,Ada Secretname,Bob,2024-01-01,secret\n',
  'Connections.csv':
    'Notes:\n"When exporting your connection data, some e-mail addresses are missing."\n\n' +
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
    'Bob,Secretname,https://example.org,bob@secret.example,Acme,Spy,01 Jan 2024\n',
  'Email Addresses.csv': 'Email Address,Confirmed,Primary,Updated On\nada@secret.example,Yes,Yes,1/1/20\n',
  'Registration.csv': 'Registered At,Registration Ip,Subscription Types\n1/1/10,127.0.0.1,\n',
};
