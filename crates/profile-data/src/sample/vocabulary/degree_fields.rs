//! Spellings of fields of study. One term per line: `name = other spelling | xx:translation`.

/// The terms; archetypes use the first name.
pub(in crate::sample) const TERMS: &str = "\
Computer Science = Computer science | CS | Comp Sci | comp sci | Computer Sciences | Computing | \
    Computer Science & Maths | Computer Science and Engineering | Informatics | \
    Computer and Information Sciences | ru:Информатика | ru:Компьютерные науки | \
    ru:Информатика и вычислительная техника | uk:Комп'ютерні науки | uk:Інформатика | de:Informatik | \
    de:Angewandte Informatik | es:Ingeniería Informática | es:Informática
Software Engineering = Software engineering | Computer Software Engineering | Software Eng. | SE | \
    Software Development | ru:Программная инженерия | ru:Разработка программного обеспечения | \
    uk:Інженерія програмного забезпечення | de:Softwaretechnik | es:Ingeniería de Software
Information Technology = IT | Information technology | Information Technologies | Info Tech | \
    ru:Информационные технологии | uk:Інформаційні технології | de:Informationstechnik | \
    es:Tecnologías de la Información
Information Systems = Information Systems and Technologies | MIS | Computer Information Systems | \
    ru:Информационные системы и технологии | uk:Інформаційні системи | de:Wirtschaftsinformationssysteme | \
    es:Sistemas de Información
Computer Engineering = Computer engineering | Computer Systems Engineering | Comp. Eng. | \
    ru:Вычислительные машины, комплексы, системы и сети | uk:Комп'ютерна інженерія | \
    de:Technische Informatik | es:Ingeniería de Computadores
Applied Mathematics = Applied mathematics | Applied Math | Computational and Applied Mathematics | \
    ru:Прикладная математика | ru:Прикладная математика и информатика | uk:Прикладна математика | \
    de:Angewandte Mathematik | es:Matemática Aplicada
Mathematics = Math | Maths | Pure Mathematics | Mathematics and Statistics | ru:Математика | uk:Математика | \
    de:Mathematik | es:Matemáticas
Mathematics and Computer Science = Maths & CS | Math and Computer Science | \
    Computer Science and Mathematics | ru:Математика и компьютерные науки | de:Mathematik und Informatik
Computer Programming = Programming | Programming, Specific Applications | Computer programming | \
    ru:Программирование | ru:Программирование в компьютерных системах | es:Programación
Data Science = Data science | DataScience | Data Science and Analytics | \
    Data Science and Artificial Intelligence | Big Data | ru:Наука о данных | ru:Анализ данных | \
    uk:Наука про дані | de:Datenwissenschaft | es:Ciencia de Datos
Artificial Intelligence = AI | Artificial intelligence | AI and Machine Learning | Machine Learning | \
    ru:Искусственный интеллект | uk:Штучний інтелект | de:Künstliche Intelligenz | es:Inteligencia Artificial
Statistics = Applied Statistics | Statistics and Data Analysis | Mathematical Statistics | ru:Статистика | \
    de:Statistik | es:Estadística
Physics = Applied Physics | physics | Physics and Mathematics | Theoretical Physics | ru:Физика | \
    ru:Прикладные математика и физика | uk:Фізика | de:Physik | es:Física
Economics = economics | Economics and Management | Mathematical Economics | World Economy | ru:Экономика | \
    ru:Экономика и управление на предприятии | uk:Економіка | de:Volkswirtschaftslehre | es:Economía
Econometrics = Econometrics and Quantitative Economics | ru:Математические методы в экономике
Finance = Finance and Credit | Finance, General | Banking and Finance | ru:Финансы и кредит | \
    uk:Фінанси і кредит | de:Finanzwesen | es:Finanzas
Accounting = Accounting and Audit | Accountancy | ru:Бухгалтерский учет | uk:Облік і аудит | es:Contabilidad
Business Administration = Business Administration and Management, General | MBA | Business | BBA | \
    ru:Деловое администрирование | de:Betriebswirtschaftslehre | es:Administración de Empresas
Management = Management, General | General Management | Strategic Management | ru:Менеджмент | \
    uk:Менеджмент | de:Unternehmensführung | es:Gestión Empresarial
Innovation Management = Innovation | Technology and Innovation Management | ru:Инноватика
Project Management = Project management | IT Project Management | ru:Управление проектами | \
    uk:Управління проектами | es:Gestión de Proyectos
Business Informatics = Business informatics | Business Information Systems | ru:Бизнес-информатика | \
    de:Wirtschaftsinformatik
Applied Informatics = Applied informatics | Applied Computer Science | ru:Прикладная информатика | \
    ru:Прикладная информатика в экономике | uk:Прикладна інформатика
Business Analytics = Business Analysis | Analytics | Business Intelligence
Marketing = Marketing and Advertising | Digital Marketing | ru:Маркетинг | uk:Маркетинг | es:Mercadotecnia
Psychology = Psychology, General | Cognitive Psychology | ru:Психология | de:Psychologie | es:Psicología
Sociology = Applied Sociology | ru:Социология | de:Soziologie
Linguistics = Applied Linguistics | Translation Studies | English Language and Literature | Philology | \
    ru:Лингвистика | ru:Филология | uk:Філологія | de:Sprachwissenschaft | es:Filología
Computational Linguistics = Language Technology | ru:Фундаментальная и прикладная лингвистика | \
    de:Computerlinguistik
Law = Jurisprudence | Legal Studies | ru:Юриспруденция | uk:Право | de:Rechtswissenschaft | es:Derecho
International Relations = International Relations and Affairs | ru:Международные отношения | \
    uk:Міжнародні відносини
Journalism = Mass Communication | Media Studies | ru:Журналистика | es:Periodismo
Education = Pedagogy | Teacher Education | ru:Педагогическое образование
Logistics = Logistics and Supply Chain Management | ru:Логистика
Robotics = Robotics and Computer Vision | Robotics Engineering | Robotics Technology | ru:Робототехника | \
    de:Robotik | es:Robótica
Mechatronics = Mechatronics, Robotics, and Automation Engineering | Mechatronics and Robotics | \
    ru:Мехатроника и робототехника | de:Mechatronik | es:Mecatrónica
Computer Vision = Computer Vision and Image Processing | Visual Computing
Mechanical Engineering = Mechanical engineering | Mech. Eng. | Mechanics | ru:Машиностроение | \
    ru:Прикладная механика | de:Maschinenbau | es:Ingeniería Mecánica
Industrial Engineering = Industrial engineering | Industrial Engineering and Management | \
    de:Wirtschaftsingenieurwesen | es:Ingeniería Industrial
Aerospace Engineering = Aerospace, Aeronautical and Astronautical Engineering | Aviation | ru:Авиастроение | \
    de:Luft- und Raumfahrttechnik
Electrical Engineering = Electrical and Electronics Engineering | EE | EEE | Electrical engineering | \
    ru:Электроэнергетика и электротехника | uk:Електротехніка | de:Elektrotechnik | es:Ingeniería Eléctrica
Electronics = Electronics and Nanoelectronics | Electronic Engineering | ru:Электроника и наноэлектроника | \
    ru:Приборостроение | uk:Електроніка | es:Electrónica
Radio Engineering = Radio Electronics | Radiophysics | ru:Радиотехника | ru:Радиофизика | uk:Радіотехніка
Telecommunications Engineering = Telecommunications | Telecom | \
    ru:Инфокоммуникационные технологии и системы связи | uk:Телекомунікації | de:Nachrichtentechnik | \
    es:Ingeniería de Telecomunicaciones
Automation = Automation Engineering | Automation and Control | Control Systems | \
    ru:Автоматизация технологических процессов и производств | ru:Управление в технических системах | \
    uk:Автоматизація | de:Automatisierungstechnik | es:Automatización
Network Engineering = Computer Networks | Computer Systems Networking and Telecommunications | \
    Security and Network Engineering | ru:Сети связи и системы коммутации | es:Redes
Cybersecurity = Cyber Security | Cyber-Security | \
    Computer and Information Systems Security/Information Assurance | uk:Кібербезпека | de:IT-Sicherheit | \
    es:Ciberseguridad
Information Security = Information security | InfoSec | ru:Информационная безопасность | \
    ru:Комплексная защита объектов информатизации | uk:Захист інформації
Web Development = Web Design and Development | Web Technologies | \
    Web Page, Digital/Multimedia and Information Resources Design | es:Desarrollo Web
Graphic Design = Design | Visual Communication Design | Design and Visual Communications, General | \
    ru:Дизайн | ru:Графический дизайн | uk:Дизайн | de:Kommunikationsdesign | es:Diseño Gráfico
Interaction Design = UX Design | Human-Computer Interaction | HCI | de:Mediendesign | \
    es:Diseño de Interacción
Fine Arts = Fine/Studio Arts, General | Arts | ru:Изобразительное искусство | es:Bellas Artes
Architecture = Architecture and Urban Planning | ru:Архитектура | de:Architektur | es:Arquitectura
Multimedia = Digital Media | Multimedia Technologies | de:Medieninformatik
Animation = Animation, Interactive Technology, Video Graphics and Special Effects | 3D Animation
Computer Graphics = Computer graphics | Computer Graphics and Visualization | ru:Компьютерная графика
Game Design = Game Development | Game and Interactive Media Design | ru:Разработка игр
Bioinformatics = Bioinformatics and Systems Biology | Computational Biology | ru:Биоинформатика
Neuroscience = Cognitive Science | Computational Neuroscience | ru:Нейронауки
";

/// Domains of fields of study in the long tail: `Economics in Energy`.
pub(in crate::sample) const DOMAINS: &str = "\
    Energy | Health Care | Education | Transport | Agriculture | Construction | Banking | Insurance | \
    Media | Tourism | Public Administration | Oil and Gas | Aviation | Railways | Retail | Ecology | \
    Metallurgy | Medicine | Logistics | Geology | Chemistry | Defence | Sports | Music | Space Systems | \
    Maritime Systems | Foreign Trade | Mining | Forestry | Food Technology | Textiles | Law Enforcement | \
    Archives | Publishing | Social Work | Water Management";
