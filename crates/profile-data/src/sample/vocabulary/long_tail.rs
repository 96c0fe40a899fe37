//! Parts of rare titles; their combinations are the long tail of real exports.
//!
//! The tail is bounded, because real vocabularies grow more slowly than the number of people.

/// Providers of certificates and courses.
pub(in crate::sample) const PROVIDERS: &str = "\
    Coursera | Udemy | LinkedIn | edX | Stepik | Udacity | HackerRank | Pluralsight | SkillFactory | \
    Yandex Practicum | DataCamp | Otus | FutureLearn | Codecademy | Skillbox | freeCodeCamp | EPAM | \
    Prometheus | iSpring | openHPI | Platzi | Khan Academy | Cisco Networking Academy | Oracle University | \
    Kaggle | Hexlet | GeekBrains | JetBrains Academy | IBM | Google";

/// Levels in titles.
pub(in crate::sample) const STAGES: &str = "\
    Fundamentals | Basics | Essentials | Advanced | Masterclass | Bootcamp | Professional | Intermediate | \
    in Practice | from Zero to Hero | Workshop | Crash Course | Deep Dive | Specialization | Nanodegree | \
    Foundations | for Beginners | for Professionals | Summer School | Intensive | Level 1 | Level 2 | \
    Level 3 | 101 | Part 2 | Certification | Hackathon";

/// Certificates in languages other than English, with `{}` for the topic.
pub(in crate::sample) const LOCAL_TITLES: &[&str] = &[
    "ru:Сертификат о прохождении курса «{}»",
    "ru:Курс «{}»",
    "ru:Профессиональная переподготовка: {}",
    "ru:Основы {}",
    "uk:Сертифікат про проходження курсу «{}»",
    "uk:Основи {}",
    "de:Zertifikat {}",
    "de:Grundlagen: {}",
    "es:Certificado de {}",
    "es:Curso de {}",
];

/// Certificates of languages, for people of any kind.
pub(in crate::sample) const LANGUAGE_CERTIFICATES: &str = "\
    IELTS | TOEFL iBT | First Certificate in English | Cambridge C1 Advanced | EF SET English Certificate | \
    TestDaF | DELE B2 | Goethe-Zertifikat B1 | Duolingo English Test | TOEIC Listening and Reading | \
    English Level B2 | telc Deutsch B2";

/// First half of a rare skill.
pub(in crate::sample) const SKILL_AREAS: &str = "\
    Payment | Railway | Insurance | Warehouse | Medical | Satellite | Video | Geospatial | Loyalty | Legal | \
    Energy | Traffic | Education | Sensor | Document | Speech | Customer | Inventory | Marine | Fraud | \
    Weather | Crop | Ticketing | Banking | Pricing | Text | Audio | Route | Radar | Tax | Clinical | \
    Telemetry | Catalogue | Identity | Voting | Museum | Seismic | Textile";

/// Second half of a rare skill.
pub(in crate::sample) const SKILL_MATTERS: &str = "\
    Systems | Analytics | Software Testing | Data Processing | Automation | Modeling | Integration | \
    Platforms | Simulation | Compliance | Optimization | Monitoring | Architecture | APIs | Reporting | \
    Forecasting | Software | Research | Data Quality | Visualization | Operations | Prototyping | \
    Standards | Migration | Design | Security";

/// First half of the name of an employer.
pub(in crate::sample) const COMPANY_NAMES: &str = "\
    Northlake | Bluefen | Ironbark | Quillfold | Sandpiper | Ostrava Row | Kestrelway | Tall Pine | \
    Redmoor | Lumenvale | Oakrun | Silverloch | Wintergate | Greyfinch | Amberline | Cobaltic | Fernhollow | \
    Marrowstone | Pebblebrook | Zephyrine";

/// Second half of the name of an employer.
pub(in crate::sample) const COMPANY_FORMS: &str = "Software | Labs | Systems | Digital | Technologies | \
    Bank | Logistics | Research Institute | Studio | GmbH | LLC | University";
