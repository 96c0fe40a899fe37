//! Spellings of skills. One term per line: `name = other spelling | xx:translation`.
//!
//! A skill without an entry has one spelling: its name in the archetypes.

/// The terms; archetypes use the first name.
pub(in crate::sample) const TERMS: &str = "\
Python = Python (Programming Language) | python | Python 3 | Python3 | ru:Питон
Java = java | Java (Programming Language) | Core Java | Java 8 | Java SE
JavaScript = Javascript | JS | javascript | Java Script | JavaScript (ES6)
TypeScript = Typescript | TS
C++ = C++ Language | cpp | C/C++ | С++
C = C (Programming Language) | C Language
C# = C Sharp | C#.NET | С#
Go = Go (Programming Language) | Golang | golang
Rust = Rust (Programming Language)
R = R (Programming Language) | R Language | RStudio
SQL = sql | SQL queries | Structured Query Language (SQL) | de:SQL-Datenbanken | es:Consultas SQL
HTML = HTML5 | html | HyperText Markup Language (HTML) | HTML/CSS
CSS = CSS3 | Cascading Style Sheets (CSS) | css
React = React.js | ReactJS | React JS
Vue.js = Vue | VueJS | Vue 3
Node.js = NodeJS | Node | node js
Angular = Angular 2+ | Angular Framework
Next.js = NextJS | Next
Express.js = Express | ExpressJS
Git = GIT | git | GitHub | Git (Version Control)
Linux = linux | GNU/Linux | Linux System Administration | Unix
PostgreSQL = Postgres | postgresql | PostgreSQL (DB) | PSQL
Microsoft SQL Server = MS SQL | MSSQL | SQL Server | MS SQL Server
MongoDB = Mongo | mongodb
Docker = docker | Docker Products | Docker Compose
Kubernetes = K8s | k8s | Kubernetes (K8s)
CI/CD = Continuous Integration and Continuous Delivery (CI/CD) | CI CD | Continuous Integration (CI) | \
    Gitlab CI
Amazon Web Services (AWS) = AWS | Amazon Web Services | Amazon AWS | aws
Google Cloud Platform (GCP) = GCP | Google Cloud | Google Cloud Platform
Microsoft Azure = Azure | MS Azure
REST APIs = REST API | RESTful WebServices | REST | Representational State Transfer (REST) | RESTful API
Object-Oriented Programming (OOP) = OOP | Object Oriented Programming | ru:ООП | \
    ru:Объектно-ориентированное программирование | de:Objektorientierte Programmierung
Algorithms = Algorithm Design | Algorithm Development | ru:Алгоритмы | uk:Алгоритми | de:Algorithmen | \
    es:Algoritmos
Data Structures = Data structures and algorithms | ru:Структуры данных
Databases = Database | DB | ru:Базы данных | uk:Бази даних | de:Datenbanken | es:Bases de datos
Software Development = Software development | Software Engineering Practices | \
    ru:Разработка программного обеспечения | uk:Розробка програмного забезпечення | de:Softwareentwicklung | \
    es:Desarrollo de software
Web Development = Web Programming | ru:Веб-разработка | de:Webentwicklung | es:Desarrollo web
Front-End Development = Frontend Development | Front-end | Frontend
Spring Framework = Spring | Java Spring
Spring Boot = SpringBoot | Spring-Boot
.NET Framework = .NET | dotnet | Microsoft .NET
.NET Core = .Net Core | ASP.NET Core
Django REST Framework = DRF | Django Rest Framework
Unit Testing = Unit Tests | Unit testing | ru:Модульное тестирование
Design Patterns = Software Design Patterns | ru:Паттерны проектирования
Microservices = Microservice Architecture | Microservices Architecture | ru:Микросервисы
Apache Kafka = Kafka
Apache Spark = Spark | PySpark
Apache Airflow = Airflow
Machine Learning = ML | machine learning | Machine learning | ru:Машинное обучение | uk:Машинне навчання | \
    de:Maschinelles Lernen | es:Aprendizaje automático
Deep Learning = deep learning | DL | ru:Глубокое обучение
Artificial Intelligence (AI) = AI | Artificial Intelligence | ru:Искусственный интеллект | \
    uk:Штучний інтелект | de:Künstliche Intelligenz | es:Inteligencia artificial
Neural Networks = Artificial Neural Networks | NN | ru:Нейронные сети
Computer Vision = CV | computer vision | ru:Компьютерное зрение
Natural Language Processing (NLP) = NLP | Natural Language Processing | natural language processing
Large Language Models (LLM) = LLM | LLMs | Large Language Models
Convolutional Neural Networks (CNN) = CNN | Convolutional Neural Networks
Data Analysis = Data Analytics | data analysis | ru:Анализ данных | uk:Аналіз даних | de:Datenanalyse | \
    es:Análisis de datos
Data Science = data science | Datascience
Data Visualization = Data visualisation | DataViz | ru:Визуализация данных
Statistics = Statistical Data Analysis | ru:Статистика | de:Statistik | es:Estadística
Mathematics = Math | Maths | ru:Математика | uk:Математика | de:Mathematik | es:Matemáticas
Pandas = Pandas (Software) | pandas
NumPy = Numpy | numpy
scikit-learn = Scikit-Learn | sklearn | Scikit-learn
PyTorch = Pytorch | pytorch | Torch
TensorFlow = Tensorflow | TF
Matplotlib = matplotlib
Power BI = PowerBI | Microsoft Power BI
Business Analysis = Business Analytics | ru:Бизнес-анализ
Business Intelligence (BI) = BI | Business Intelligence
Microsoft Excel = Excel | MS Excel | Microsoft Office Excel
Microsoft Office = MS Office | Office | Microsoft Office Suite | ru:Офисный пакет
Microsoft Word = Word | MS Word
PowerPoint = Microsoft PowerPoint | MS PowerPoint
Project Management = Project management | PM | ru:Управление проектами | uk:Управління проектами | \
    de:Projektmanagement | es:Gestión de proyectos
Product Management = Product management | ru:Управление продуктом | de:Produktmanagement | \
    es:Gestión de productos
Management = management | ru:Менеджмент | de:Führung | es:Gestión
Team Leadership = Team Lead | Teamlead | Leading Teams | ru:Управление командой | de:Teamleitung | \
    es:Liderazgo de equipos
Leadership = leadership | ru:Лидерство | de:Leadership & Führung | es:Liderazgo
Teamwork = Team work | Team Player | ru:Командная работа | uk:Робота в команді | de:Teamarbeit | \
    es:Trabajo en equipo
Communication = Communication Skills | communication | ru:Коммуникабельность | de:Kommunikation | \
    es:Comunicación
Problem Solving = Problem-Solving | ru:Решение проблем | de:Problemlösung | es:Resolución de problemas
Analytical Skills = Analytical Thinking | ru:Аналитическое мышление | de:Analytisches Denken
English = English language | English (B2) | ru:Английский язык | uk:Англійська мова | de:Englisch | es:Inglés
German = German language | ru:Немецкий язык | de:Deutsch | es:Alemán
Spanish = ru:Испанский язык | de:Spanisch | es:Español
Russian = Russian language | ru:Русский язык | uk:Російська мова
Public Speaking = ru:Публичные выступления | de:Öffentliches Reden
Time Management = Time-management | ru:Тайм-менеджмент | de:Zeitmanagement
Negotiation = Negotiations | ru:Ведение переговоров | de:Verhandlungsführung
Research = Research Skills | ru:Исследования | de:Forschung | es:Investigación
Teaching = ru:Преподавание | de:Lehre | es:Enseñanza
Programming = Computer Programming | Coding | ru:Программирование | uk:Програмування | de:Programmierung | \
    es:Programación
Scrum = SCRUM | scrum
Agile Methodologies = Agile | Agile Development | Agile & Scrum
Jira = JIRA | Atlassian Jira
User Experience (UX) = UX | UX Design | User Experience Design (UED)
User Interface Design = UI Design | UI | Interface Design
Adobe Photoshop = Photoshop | Ps
Adobe Illustrator = Illustrator
Graphic Design = ru:Графический дизайн | de:Grafikdesign | es:Diseño gráfico
Web Design = Webdesign | ru:Веб-дизайн | es:Diseño web
Manual Testing = Manual QA | ru:Ручное тестирование
Test Automation = Automated Testing | Automation Testing | ru:Автоматизация тестирования
Software Quality Assurance = QA | Quality Assurance (QA) | ru:Обеспечение качества
Test Cases = Test Case Design | ru:Тест-кейсы
Networking = Computer Networking | Networks | ru:Компьютерные сети | de:Netzwerke | es:Redes
System Administration = Sysadmin | ru:Системное администрирование | de:Systemadministration
Technical Support = Tech Support | ru:Техническая поддержка | es:Soporte técnico
Information Security = InfoSec | IT Security | ru:Информационная безопасность | de:Informationssicherheit
Cybersecurity = Cyber Security | Cyber-security | es:Ciberseguridad
Penetration Testing = Pentesting | Pentest | Ethical hacking & pentest
Active Directory = AD | Microsoft Active Directory
Windows Server = MS Windows Server | Windows
Electronics = ru:Электроника | de:Elektronik | es:Electrónica
Embedded Systems = Embedded | ru:Встраиваемые системы
Robotics = ru:Робототехника | de:Robotik | es:Robótica
MATLAB = Matlab | matlab
SolidWorks = Solidworks | SOLIDWORKS
Computer-Aided Design (CAD) = CAD
Internet of Things (IoT) = IoT | Internet of Things
Android = Android Development | android
iOS Development = iOS | ios
ERP = Enterprise Resource Planning (ERP) | ERP Systems
CRM = Customer Relationship Management (CRM)
1C = 1С | ru:1С:Предприятие
Requirements Analysis = Requirements analysis | ru:Анализ требований
Systems Analysis = System Analysis | ru:Системный анализ
Unity = Unity3D | Unity 3D
Virtual Reality (VR) = VR
Augmented Reality (AR) = AR
Blockchain = Blockchain Technology | ru:Блокчейн
Customer Service = ru:Обслуживание клиентов | de:Kundenservice | es:Atención al cliente
Sales = ru:Продажи | de:Vertrieb | es:Ventas
Marketing = ru:Маркетинг
Strategic Planning = Strategy | ru:Стратегическое планирование
Creativity = Creative Thinking | ru:Креативность
Adaptability = Flexibility | ru:Адаптивность
";

/// Skills of people of any kind.
pub(in crate::sample) const GENERAL: &str = "\
    English | Teamwork | Communication | Problem Solving | Leadership | Microsoft Office | \
    Project Management | Git | Analytical Skills | Programming | Research | Time Management | \
    Microsoft Excel | SQL | Python | Public Speaking | Management | Teaching | Team Leadership | \
    Agile Methodologies | German | Russian | PowerPoint | Microsoft Word | Creativity | Adaptability | \
    Critical Thinking | Customer Service | Negotiation | Marketing | Sales | Spanish | Strategic Planning | \
    Mentoring | Presentations | Editing | Translation | Photography | Social Media | Event Management";
