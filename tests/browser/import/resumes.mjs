// The same person as JSON Resumes and as texts that people paste.
import { expected } from './person.mjs';

const [aws, psm] = expected.certifications;

/** 1.0.0 */
export const resume = {
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: {
    name: 'Ada Secretname',
    label: 'Senior Data Engineer',
    email: 'ada@secret.example',
    phone: '123',
    location: { city: 'Berlin' },
  },
  work: [
    {
      name: 'Acme Analytics GmbH',
      position: 'Senior Data Engineer',
      startDate: '2021-03-01',
      summary: 'x',
      highlights: ['y'],
    },
    { name: 'Beta', position: 'Data Engineer', startDate: '2018-01', endDate: '2021-04' },
    { name: 'Gamma Labs', position: 'Working Student', startDate: '2015-10', endDate: '2017-09-30' },
  ],
  education: [
    {
      institution: 'TU Berlin',
      area: 'Computer Science',
      studyType: 'Master',
      courses: ['Algorithms, Part I'],
    },
    {
      institution: 'Example College',
      area: 'Mathematics',
      studyType: 'Bachelor',
      courses: ['Machine Learning'],
    },
  ],
  certificates: [{ name: aws, date: '2022-01', issuer: 'Amazon' }, { name: psm }],
  skills: [
    { name: 'Python', level: 'Master', keywords: ['SQL', 'Apache Spark'] },
    { name: 'C++', keywords: ['Qualitätsmanagement', 'Data Modeling'] },
  ],
  languages: [{ language: 'German' }],
  references: [{ name: 'Bob Secretname' }],
};

/** As years ago: employers under `company`, degrees in one text, numbers and nulls where texts belong. */
export const oldResume = {
  basics: { name: 'Ada Secretname', label: null, email: 'ada@secret.example' },
  work: [
    { company: 'Gamma Labs', position: 'Working Student', startDate: '2015-10-01', endDate: '2017-09-30' },
    {
      company: 'Beta',
      position: 'Data Engineer',
      startDate: '2018-01-15',
      endDate: '2021-04-02',
      website: null,
    },
    { company: 'Acme', position: 'Senior Data Engineer', startDate: '2021-03-01', endDate: null },
    null,
  ],
  education: [
    {
      institution: 'TU Berlin',
      studyType: 'Master of Science - MS, Computer Science',
      startDate: 2013,
      gpa: 1.3,
      courses: null,
    },
    { institution: 'Example College', area: 'Mathematics', studyType: null },
  ],
  skills: [
    { name: 'Python', keywords: ['SQL', 'Apache Spark', 'C++', 'Qualitätsmanagement', 'Data Modeling'] },
  ],
  awards: [],
};

/** LinkedIn's page, selected and copied: what screen readers hear stands beside what is seen. */
export const linkedInPage = `Ada Secretname
Senior Data Engineer at Acme
Berlin, Germany · Contact info
500+ connections
About
About
I build pipelines. See more
Experience
Experience
Acme Analytics GmbH logo
Senior Data Engineer
Senior Data Engineer
Acme Analytics GmbH · Full-time
Acme Analytics GmbH · Full-time
Mar 2021 - Present · 3 yrs 4 mos
Mar 2021 to Present · 3 yrs 4 mos
Berlin, Germany
Berlin, Germany
Built pipelines for many people.
Data EngineerData Engineer
Beta Ltd
Jan 2018 - Apr 2021 · 3 yrs 4 mos
Berlin, Germany
Working Student
Gamma Labs · Part-time
Oct 2015 - Sep 2017 · 2 yrs
Education
Education
Technische Universität Berlin
Technische Universität Berlin
Master of Science - MS, Computer Science
Master of Science - MS, Computer Science
2013 - 2017
Grade: 1.3
Example College
Bachelor of Science - BS, Mathematics
2010 - 2013
Licenses & certifications
Licenses & certifications
${aws}
${aws}
Amazon Web Services (AWS)
Issued Jan 2022 · Expires Jan 2025
Credential ID ABC-123
Show credential
${psm}
Scrum.org
Issued May 2019
Show all 5 licenses & certifications
Skills
Skills
Python
Python
12 endorsements
SQL
Endorsed by 3 colleagues at Acme
Apache Spark
2 experiences at Acme Analytics GmbH and 1 other company
C++
Qualitätsmanagement
Data Modeling
Show all 25 skills
Courses
Algorithms, Part I
Machine Learning
Languages
English
Full professional proficiency
Interests
Bill Gates
`;

/** LinkedIn's "Save to PDF", its text copied. */
export const linkedInPdf = `Contact
www.linkedin.com/in/ada-secret
(LinkedIn)
Top Skills
Python
SQL
Apache Spark
Languages
German (Native or Bilingual)
Certifications
${aws}
${psm}
Ada Secretname
Senior Data Engineer
Berlin, Germany
Summary
I build pipelines.
Experience
Acme Analytics GmbH
Senior Data Engineer
March 2021 - Present (3 years 4 months)
Berlin, Germany
Built pipelines.
Beta Ltd
Data Engineer
January 2018 - April 2021 (3 years 4 months)
Page 1 of 2
Gamma Labs
Working Student
October 2015 - September 2017 (2 years)
Education
Technische Universität Berlin
Master of Science - MS, Computer Science · (2013 - 2017)
Example College
Bachelor of Science - BS, Mathematics · (2010 - 2013)
`;

/** A CV with the dates beside the jobs. */
export const cv = `ADA SECRETNAME
Berlin | ada@secret.example | +49 123

PROFESSIONAL EXPERIENCE

Senior Data Engineer, Acme Analytics GmbH                         03/2021 – present
• Built pipelines in Python, used by 300 people since 2022
• Led a team of four

Data Engineer, Beta Ltd                                           01/2018 – 04/2021
• Moved 20 TB from 2010 to the cloud

Working Student, Gamma Labs                                       10/2015 – 09/2017

EDUCATION

MSc Computer Science, Technische Universität Berlin, 2013 – 2017
BSc Mathematics, Example College, 2010 – 2013

CERTIFICATIONS
- ${aws} (2022)
- ${psm}, 2019

COURSES
- Algorithms, Part I
- Machine Learning

SKILLS
Languages: Python, SQL, C++
Tools: Apache Spark
Other: Qualitätsmanagement; Data Modeling

LANGUAGES
German, English
`;

/** The same in Markdown, dates above the jobs. */
export const markdown = `# Ada Secretname

## Work Experience

**2021-03 – now**
**Senior Data Engineer**
Acme Analytics GmbH

**2018-01 – 2021-04**
**Data Engineer**
Beta Ltd

**2015-10 – 2017-09**
**Working Student**
Gamma Labs

## Education

- Master of Science in Computer Science, TU Berlin (2013–2017)
- Bachelor of Science in Mathematics, Example College (2010–2013)

## Certifications

* ${aws}
* ${psm}

## Courses

* Algorithms, Part I
* Machine Learning

## Technical Skills

Python · SQL · Apache Spark · C++ · Qualitätsmanagement · Data Modeling
`;

/** A German Lebenslauf, dates first. */
export const lebenslauf = `Lebenslauf
Persönliche Daten
Ada Secretname, geboren am 1.1.1990

Berufserfahrung
03/2021 – heute	Senior Data Engineer
	Acme Analytics GmbH, Berlin
	- Aufbau von Pipelines
01/2018 – 04/2021	Data Engineer
	Beta GmbH
10/2015 – 09/2017	Werkstudent
	Gamma Labs

Studium
10/2013 – 09/2017	Master of Science, Computer Science
	Technische Universität Berlin
10/2010 – 09/2013	Bachelor of Science, Mathematics
	Hochschule Beispiel

Zertifikate
${aws}
${psm}

Weiterbildungen
Algorithms, Part I
Machine Learning

IT-Kenntnisse
Python, SQL, Apache Spark, C++
Qualitätsmanagement, Data Modeling

Sprachkenntnisse
Deutsch, Englisch
`;

/** LinkedIn's page in French. */
export const frenchPage = `Ada Secretname
Infos
Je construis.
Expérience
Expérience
Senior Data Engineer
Senior Data Engineer
Acme Analytics · Temps plein
mars 2021 - aujourd’hui · 3 ans 4 mois
Paris, Île-de-France, France
Data Engineer
Beta · CDI
janv. 2018 - avr. 2021 · 3 ans 4 mois
Working Student
Gamma Labs · Stage
oct. 2015 - sept. 2017 · 2 ans
Formation
Université de Paris
Master, Computer Science
2013 - 2017
École Exemple
Licence, Mathematics
2010 - 2013
Licences et certifications
${aws}
Amazon
Émise le janv. 2022
${psm}
Scrum.org
Émise le mai 2019
Compétences
Python
SQL
Apache Spark
C++
Qualitätsmanagement
Data Modeling
Langues
Français
`;

/** A Spanish CV with months in words. */
export const spanishCv = `Experiencia laboral

Senior Data Engineer en Acme Analytics
marzo de 2021 - actualidad

Data Engineer en Beta
enero de 2018 - abril de 2021

Working Student en Gamma Labs
octubre de 2015 - septiembre de 2017

Formación académica

Máster en Computer Science, Universidad de Madrid, 2013 - 2017
Licenciatura en Mathematics, Universidad Ejemplo, 2010 - 2013

Certificaciones
• ${aws}
• ${psm}

Cursos
• Algorithms, Part I
• Machine Learning

Habilidades
Python, SQL, Apache Spark, C++, Qualitätsmanagement, Data Modeling

Idiomas
Español
`;
