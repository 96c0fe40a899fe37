// Pasted texts of other people. They were written before the import could read them: at first, it got 59 to
// 87 of 100 values right. Expect that for a text in a new layout.

const texts = [
  {
    name: 'pasted: US resume',
    position: 'Backend Developer',
    months: 95,
    degree_fields: ['Software Engineering'],
    skills: ['Java', 'Spring Boot', 'PostgreSQL', 'Docker (Compose, Swarm)', 'AWS'],
    certifications: ['Oracle Certified Professional: Java SE 11 Developer'],
    text: `JANE DOE
123 Main St, Springfield, IL • jane@doe.example • (555) 123-4567

SUMMARY
Backend developer with 7+ years of experience.

EMPLOYMENT HISTORY
Initech, Austin, TX — Backend Developer
June 2019 – Present
• Designed REST APIs serving 2M requests/day
• Cut costs by 30% from 2020 to 2022

Globex Corporation, Springfield, IL — Junior Developer
August 2016 – May 2019
• Maintained legacy code

EDUCATION
Bachelor of Science in Software Engineering
Springfield State University, 2012–2016

TECHNICAL SKILLS
Java, Spring Boot, PostgreSQL, Docker (Compose, Swarm), AWS

CERTIFICATIONS
Oracle Certified Professional: Java SE 11 Developer
`,
  },
  {
    name: 'pasted: LinkedIn’s page, two jobs in one place',
    position: 'Staff Engineer',
    months: 64,
    degree_fields: ['Computer Engineering'],
    skills: ['Go', 'Kubernetes', 'Terraform'],
    text: `Experience
Acme
Acme
Full-time · 5 yrs 4 mos
Full-time · 5 yrs 4 mos
Staff Engineer
Staff Engineer
Jan 2022 - Present · 2 yrs 6 mos
Jan 2022 to Present · 2 yrs 6 mos
Berlin, Germany · Hybrid
Berlin, Germany · Hybrid
Software Engineer
Software Engineer
Mar 2019 - Jan 2022 · 2 yrs 11 mos
Mar 2019 to Jan 2022 · 2 yrs 11 mos
Skills: Go · Kubernetes
Education
ETH Zürich
ETH Zürich
Master's degree, Computer Engineering
Master's degree, Computer Engineering
2016 - 2018
Skills
Go
Go
Kubernetes
Kubernetes
Endorsed by Bob who is highly skilled at this
Terraform
`,
  },
  {
    name: 'pasted: LinkedIn’s page in German',
    position: 'IT-Projektleiterin',
    months: 117,
    degree_fields: ['Wirtschaftsinformatik'],
    skills: ['Projektmanagement', 'Scrum'],
    certifications: ['PRINCE2 Foundation'],
    text: `Info
Ich baue Dinge.
Berufserfahrung
Berufserfahrung
IT-Projektleiterin
IT-Projektleiterin
Muster AG · Vollzeit
Muster AG · Vollzeit
Mai 2020–Heute · 4 Jahre 2 Monate
Mai 2020 bis Heute · 4 Jahre 2 Monate
Hamburg, Deutschland
Softwareentwicklerin
Softwareentwicklerin
Beispiel GmbH
Okt. 2014–Apr. 2020 · 5 Jahre 7 Monate
Ausbildung
Ausbildung
Universität Hamburg
Universität Hamburg
Bachelor of Science - BS, Wirtschaftsinformatik
2011–2014
Bescheinigungen und Zertifikate
Bescheinigungen und Zertifikate
PRINCE2 Foundation
PRINCE2 Foundation
PeopleCert
Ausgestellt: März 2021
Zertifikats-ID 12
Nachweis anzeigen
Kenntnisse
Kenntnisse
Projektmanagement
Scrum
Alle 14 Kenntnisse anzeigen
Sprachen
Deutsch
`,
  },
  {
    name: 'pasted: Italian CV',
    position: 'Sviluppatore software',
    months: 94,
    degree_fields: ['Informatica'],
    skills: ['Python', 'Django', 'Git e GitHub'],
    text: `CURRICULUM VITAE
Nome: Mario Rossi

ESPERIENZA LAVORATIVA
gennaio 2020 – in corso
Sviluppatore software presso Alfa S.r.l., Milano
settembre 2016 – dicembre 2019
Programmatore presso Beta S.p.A.

ISTRUZIONE E FORMAZIONE
2013 – 2016
Laurea triennale in Informatica, Università di Milano

COMPETENZE
• Python
• Django
• Git e GitHub

LINGUE
Italiano, inglese
`,
  },
  {
    name: 'pasted: LinkedIn’s page in Portuguese',
    position: 'Analista de Dados',
    months: 54,
    degree_fields: ['Estatística'],
    skills: ['Power BI', 'R', 'SQL'],
    certifications: ['Google Data Analytics'],
    text: `Sobre
Eu construo.
Experiência
Experiência
Analista de Dados
Analista de Dados
Empresa X · Tempo integral
ago de 2021 - o momento · 2 anos 11 meses
São Paulo, Brasil
Estagiário
Empresa Y · Estágio
jan de 2020 - jul de 2021 · 1 ano 7 meses
Formação acadêmica
Formação acadêmica
Universidade de São Paulo
Bacharelado, Estatística
2016 - 2020
Licenças e certificados
Google Data Analytics
Coursera
Emitido em mar de 2022
Competências
Power BI
R
SQL
`,
  },
  {
    name: 'pasted: Dutch CV',
    position: 'DevOps engineer',
    months: 114,
    degree_fields: ['Informatica'],
    skills: ['Linux', 'Ansible', 'Bash'],
    text: `Werkervaring
2018 - heden: DevOps engineer bij Voorbeeld BV
2015 - 2018: Systeembeheerder bij Test NV

Opleiding
2011 - 2015: HBO Informatica, Hogeschool Utrecht

Vaardigheden
Linux, Ansible, Bash

Talen
Nederlands
`,
  },
  {
    name: 'pasted: headings and lists on one line',
    position: 'Product Manager',
    months: 113,
    degree_fields: ['Information Systems'],
    skills: ['Jira', 'Roadmapping', 'SQL'],
    certifications: ['CSPO', 'ISTQB Foundation Level'],
    courses: ['Product School', 'Data Analysis'],
    text: `Work Experience:
Product Manager at Umbrella (since 03/2019)
QA Engineer at Umbrella (02/2015 - 02/2019)
Education:
M.Sc. Information Systems, 2014
Skills: Jira, Roadmapping, SQL
Certificates: CSPO, ISTQB Foundation Level
Courses: Product School; Data Analysis
`,
  },
  {
    name: 'pasted: Europass',
    position: 'Network Administrator',
    months: 82,
    degree_fields: ['Informatics'],
    skills: ['Cisco IOS', 'Linux', 'Windows Server'],
    text: `WORK EXPERIENCE
[ 01/03/2020 – Current ]
Network Administrator
Telecom Ltd
City: Vilnius | Country: Lithuania
[ 01/09/2017 – 28/02/2020 ]
IT Support Specialist
Retail UAB
City: Vilnius | Country: Lithuania

EDUCATION AND TRAINING
[ 01/09/2013 – 30/06/2017 ]
Bachelor of Informatics
Vilnius University

LANGUAGE SKILLS
Mother tongue(s): Lithuanian

DIGITAL SKILLS
Cisco IOS | Linux | Windows Server
`,
  },
  {
    name: 'pasted: French CV',
    position: 'Ingénieure logiciel',
    months: 71,
    degree_fields: ['Informatique'],
    skills: ['Java', 'Kotlin', 'Git', 'Jenkins'],
    certifications: ['TOEIC'],
    text: `EXPÉRIENCES PROFESSIONNELLES
Depuis septembre 2021 : Ingénieure logiciel chez Omega (Lyon)
2018 - 2021 : Développeuse web chez Sigma

FORMATION
2018 : Diplôme d'ingénieur en Informatique, INSA Lyon

COMPÉTENCES TECHNIQUES
Langages : Java, Kotlin
Outils : Git, Jenkins

CERTIFICATIONS
TOEIC (2017)

CENTRES D'INTÉRÊT
Escalade
`,
  },
  {
    name: 'pasted: Russian CV',
    position: 'Разработчик',
    months: 49,
    degree_fields: ['Прикладная математика'],
    skills: ['Python', 'C++', 'Linux'],
    text: `Опыт работы
Разработчик
Яндекс
январь 2021 - настоящее время
Стажёр
Мэйл
июнь 2020 - декабрь 2020

Образование
МГУ, Бакалавр, Прикладная математика
2016 - 2020

Навыки
Python, C++, Linux
`,
  },
  {
    name: 'pasted: bars between columns',
    position: 'Lead UX Designer',
    months: 66,
    degree_fields: ['Interaction Design'],
    skills: ['Figma', 'Sketch', 'User research'],
    certifications: ['Google UX Design Certificate'],
    text: `Experience

2022 – present | Lead UX Designer | Studio A
2019 – 2022 | UX Designer | Agency B

Education

2015 – 2019 | BA Interaction Design | Art School C

Skills

Figma / Sketch / User research

Certificates

2020 | Google UX Design Certificate
`,
  },
  {
    name: 'pasted: LinkedIn’s page from a phone',
    position: 'Machine Learning Engineer',
    months: 53,
    degree_fields: ['Statistics', 'Applied Mathematics'],
    skills: ['PyTorch', 'TensorFlow', 'Statistics'],
    certifications: ['Deep Learning Specialization'],
    text: `Experience

Machine Learning Engineer
Deep Co
Jul 2022 - Present · 2 yrs

Data Scientist
Shallow Inc
Feb 2020 - Jun 2022 · 2 yrs 5 mos
I did things from 2020 to 2021.
- Improved X

Education

Stanford University
Doctor of Philosophy - PhD, Statistics
2015 - 2020

UC Davis
Bachelor's degree, Applied Mathematics
2011 - 2015

Licenses & Certifications

Deep Learning Specialization
DeepLearning.AI
Issued Apr 2021

Skills

PyTorch • TensorFlow • Statistics
`,
  },
];

/** Variants like those of `variants.mjs`. */
export const pasted = texts.map(({ name, text, months, position, ...lists }) => ({
  name,
  text,
  expected: {
    position,
    experience_years: String(Math.floor(months / 12)),
    experience_months: String(months % 12),
    degree_fields: [],
    skills: [],
    certifications: [],
    courses: [],
    ...lists,
  },
}));
