//! People who build applications: back end, front end, mobile, games, quality.

use super::Archetype;

pub(super) const ALL: &[Archetype] = &[
    // Back end
    Archetype {
        share: 190,
        positions: "Software Engineer | Backend Developer | Java Developer | Software Developer | \
            Python Developer | Backend Engineer | .NET Developer | Golang Developer | PHP Developer | \
            C++ Developer | Full Stack Developer",
        degree_fields: "Computer Science | Software Engineering | Information Technology | \
            Computer Engineering | Applied Mathematics | Mathematics and Computer Science | \
            Computer Programming | Physics | Economics",
        courses: "Algorithms, Part I | Data Structures | Java Programming: Solving Problems with Software | \
            Functional Programming in Scala | Object Oriented Programming | Database Systems | CS50x | \
            Microservices with Spring Boot | Go: The Complete Developer's Guide | Operating Systems | \
            Design Patterns | Software Architecture | Distributed Systems | Clean Code",
        intro_certifications: "Java (Basic) | Python (Basic) | SQL (Basic) | Problem Solving (Basic) | \
            Oracle Certified Associate, Java SE 8 Programmer | AWS Certified Cloud Practitioner | \
            Git Essential Training",
        certifications: "Oracle Certified Professional: Java SE 11 Developer | \
            AWS Certified Developer – Associate | Spring Professional Certification | \
            AWS Certified Solutions Architect – Associate | Microsoft Certified: Azure Developer Associate | \
            Professional Scrum Master I | MongoDB Certified Developer",
        core: "Git | SQL | Linux | PostgreSQL | REST APIs | Docker | Algorithms | Software Development | \
            MySQL | Object-Oriented Programming (OOP) | Databases | Data Structures | Microservices | \
            Redis | CI/CD | Unit Testing | MongoDB | Design Patterns | RabbitMQ | Apache Kafka | \
            Kubernetes | Bash | Nginx | gRPC",
        stacks: &[
            "Java | Spring Framework | Spring Boot | Hibernate | Maven | Gradle | JUnit | Kotlin | \
                Apache Kafka | Java Enterprise Edition | Oracle Database | Jakarta EE | Tomcat | Mockito | \
                Liquibase",
            "Python | Django | Flask | FastAPI | Celery | SQLAlchemy | Django REST Framework | Pytest | \
                asyncio | Redis | PostgreSQL | Pydantic | Web Scraping",
            "C# | .NET Framework | ASP.NET MVC | .NET Core | Entity Framework | Microsoft SQL Server | \
                LINQ | Windows Presentation Foundation (WPF) | Microsoft Azure | Visual Studio | xUnit | \
                SignalR",
            "Go | PostgreSQL | gRPC | Docker | Kubernetes | Prometheus | Apache Kafka | ClickHouse | \
                Protocol Buffers | Clean Architecture | NATS",
            "PHP | Laravel | Symfony | MySQL | JavaScript | Yii | Composer | WordPress | HTML | CSS | \
                jQuery | Nginx",
            "C++ | STL | Qt | CMake | Boost | Multithreading | C | GDB | Linux | Network Programming | \
                Rust | Conan",
            "JavaScript | Node.js | TypeScript | Express.js | NestJS | MongoDB | GraphQL | React | HTML | \
                CSS | PostgreSQL | Socket.io",
            "Ruby | Ruby on Rails | RSpec | Sidekiq | PostgreSQL | JavaScript | Heroku | Capybara",
            "Scala | Akka | Apache Spark | Functional Programming | sbt | Cats Effect | Play Framework | \
                Haskell",
        ],
        lead: "Software Architecture | System Design | Domain-Driven Design | Team Leadership | \
            Code Review | Mentoring | High-Load Systems | Software Project Management | \
            Technical Leadership | Requirements Analysis",
        topics: "Java | Spring | Python | Microservices | Go | REST API Design | SQL | Algorithms | C++ | \
            .NET | Design Patterns | Docker | Kafka | Concurrency | Clean Architecture",
    },
    // Front end
    Archetype {
        share: 95,
        positions: "Frontend Developer | Web Developer | React Developer | Front End Engineer | \
            Software Engineer | JavaScript Developer | Angular Developer | UI Developer | HTML Developer",
        degree_fields: "Computer Science | Information Technology | Web Development | Software Engineering | \
            Graphic Design | Multimedia | Journalism | Applied Informatics | Linguistics | Economics",
        courses: "Responsive Web Design | JavaScript Algorithms and Data Structures | \
            HTML, CSS and JavaScript | React – The Complete Guide | Front End Development Libraries | \
            Advanced CSS and Sass | Understanding TypeScript | Web Accessibility | Vue.js Basics | \
            Interactive Web Pages",
        intro_certifications: "Responsive Web Design | JavaScript (Basic) | CSS (Basic) | React (Basic) | \
            JavaScript Algorithms and Data Structures | Foundations of Front-End Development",
        certifications: "Meta Front-End Developer | JavaScript (Intermediate) | React (Advanced) | \
            Certified Professional in Web Accessibility | OpenJS Node.js Application Developer | \
            Angular (Intermediate)",
        core: "JavaScript | HTML | CSS | Git | TypeScript | Front-End Development | Web Development | \
            Responsive Web Design | Webpack | REST APIs | Sass | Figma | npm | Web Design | Jest | GraphQL | \
            Bootstrap | Cross-browser Compatibility",
        stacks: &[
            "React | Redux | Next.js | React Hooks | Redux Toolkit | Styled Components | \
                React Testing Library | MobX | Storybook | Material UI | TanStack Query",
            "Angular | RxJS | NgRx | AngularJS | Angular Material | Jasmine | TypeScript | Nx",
            "Vue.js | Vuex | Nuxt.js | Pinia | Vite | Vuetify | Element UI",
            "jQuery | Bootstrap | WordPress | PHP | Gulp | BEM | Adobe Photoshop | Pug | \
                Search Engine Optimization (SEO)",
            "Node.js | Express.js | MongoDB | React | PostgreSQL | Docker | NestJS | Socket.io",
        ],
        lead: "Web Performance | Micro Frontends | Web Accessibility | Code Review | Mentoring | \
            Team Leadership | Software Architecture | Design Systems | Technical Leadership",
        topics: "React | JavaScript | CSS | TypeScript | Vue | Angular | Web Accessibility | Web Design | \
            HTML5 | Front-End Testing | Next.js",
    },
    // Mobile
    Archetype {
        share: 55,
        positions: "Android Developer | iOS Developer | Mobile Developer | Flutter Developer | \
            Mobile Software Engineer | React Native Developer",
        degree_fields: "Computer Science | Software Engineering | Information Technology | \
            Computer Engineering | Applied Mathematics | Telecommunications Engineering | Electronics",
        courses: "Android Basics with Compose | Developing iOS Apps with SwiftUI | \
            Kotlin for Java Developers | Flutter and Dart: The Complete Guide | Mobile App Architecture | \
            Human–Computer Interaction",
        intro_certifications: "Android Basics | Introduction to Swift | Kotlin (Basic) | \
            Introduction to Mobile Development",
        certifications: "Associate Android Developer | Meta iOS Developer | Meta Android Developer | \
            App Development with Swift Certified User | Professional Scrum Developer I",
        core: "Git | Mobile Application Development | REST APIs | Object-Oriented Programming (OOP) | \
            Firebase | SQLite | Design Patterns | Unit Testing | Mobile Applications | JSON | CI/CD | \
            Fastlane | Figma",
        stacks: &[
            "Android | Kotlin | Java | Android SDK | Jetpack Compose | Android Studio | Kotlin Coroutines | \
                Dagger | RxJava | Retrofit | Room | MVVM | Gradle",
            "iOS Development | Swift | Objective-C | UIKit | SwiftUI | Xcode | Core Data | CocoaPods | \
                Combine | Auto Layout | RxSwift | MVVM | Grand Central Dispatch",
            "Flutter | Dart | BLoC | Firebase | Riverpod | Android | iOS Development | Clean Architecture",
            "React Native | JavaScript | TypeScript | React | Redux | Expo | Android | iOS Development",
        ],
        lead: "Software Architecture | Mobile Security | Team Leadership | Code Review | \
            App Store Optimization | Mentoring | Modular Architecture",
        topics: "Android | Kotlin | iOS | Swift | Flutter | Mobile UX | Jetpack Compose | App Testing",
    },
    // Games
    Archetype {
        share: 28,
        positions: "Unity Developer | Game Developer | Game Designer | Unreal Engine Developer | \
            Gameplay Programmer | Technical Artist",
        degree_fields: "Computer Science | Game Design | Computer Graphics | Software Engineering | \
            Animation | Applied Mathematics | Fine Arts | Physics",
        courses: "Introduction to Game Development | Game Design Document | Interactive Computer Graphics | \
            Complete C# Unity Developer 3D | Unreal Engine 5 C++ Developer | Shaders from Scratch",
        intro_certifications: "Unity Essentials Pathway | Unity Junior Programmer | \
            Introduction to Game Design",
        certifications: "Unity Certified Programmer | Unity Certified Associate: Game Developer | \
            Unreal Engine Fundamentals | Game Design and Development Specialization",
        core: "Game Development | Unity | C# | Git | Game Design | 3D Graphics | \
            Object-Oriented Programming (OOP) | Computer Graphics | Level Design | Gameplay Programming | \
            Perforce | Mathematics",
        stacks: &[
            "Unity | C# | Zenject | DOTween | Shaders | Mobile Games | Photon | Virtual Reality (VR) | \
                Augmented Reality (AR)",
            "Unreal Engine | C++ | Blueprints | Niagara | HLSL | Multiplayer | Physics Engines | OpenGL",
            "Blender | Autodesk Maya | 3D Modeling | Adobe Photoshop | Substance Painter | Animation | \
                ZBrush | Houdini",
        ],
        lead: "Game Economy Design | Team Leadership | Performance Optimization | Rendering Architecture | \
            Live Operations | Production Planning",
        topics: "Unity | Unreal Engine | Game Design | Shaders | 3D Modeling | Game Physics | \
            Virtual Reality",
    },
    // Quality
    Archetype {
        share: 70,
        positions: "QA Engineer | Test Automation Engineer | QA Automation Engineer | Software Tester | \
            Manual QA Engineer | Quality Assurance Specialist | SDET",
        degree_fields: "Computer Science | Information Technology | Information Systems | \
            Software Engineering | Economics | Linguistics | Applied Mathematics | Psychology | \
            Mechanical Engineering",
        courses: "Software Testing Fundamentals | Selenium WebDriver with Java | API Testing with Postman | \
            Introduction to Software Testing | Performance Testing with JMeter | Mobile Testing",
        intro_certifications: "ISTQB Certified Tester Foundation Level | \
            Postman API Fundamentals Student Expert | SQL (Basic) | Introduction to Software Testing",
        certifications: "ISTQB Certified Tester Foundation Level – Agile Tester | \
            ISTQB Advanced Level Test Analyst | ISTQB Advanced Level Test Manager | \
            Test Automation University: Java | Certified Agile Tester",
        core: "Manual Testing | Software Quality Assurance | Test Automation | SQL | Regression Testing | \
            Postman | Test Cases | Jira | API Testing | Functional Testing | Agile Methodologies | Git | \
            Bug Tracking | Charles Proxy | DevTools | Smoke Testing | Mobile Testing | Swagger | TestRail | \
            Usability Testing",
        stacks: &[
            "Java | Selenium | JUnit | TestNG | Maven | Allure | REST Assured | Selenide | Cucumber | \
                Jenkins",
            "Python | Pytest | Selenium | Allure | Requests | Robot Framework | Jenkins | Docker",
            "JavaScript | Cypress | Playwright | TypeScript | WebdriverIO | Node.js | Jest",
            "Apache JMeter | Performance Testing | Gatling | Grafana | Load Testing | k6 | InfluxDB",
            "Android | iOS Development | Appium | Android Studio | Xcode | Mobile Applications",
        ],
        lead: "Test Strategy | Test Management | Team Leadership | Quality Processes | Mentoring | \
            Risk Analysis | Test Planning",
        topics: "Software Testing | Test Automation | Selenium | API Testing | Performance Testing | \
            Mobile Testing | Playwright",
    },
    // Blockchain
    Archetype {
        share: 18,
        positions: "Blockchain Developer | Solidity Developer | Smart Contract Engineer | Web3 Developer | \
            Rust Developer",
        degree_fields: "Computer Science | Cybersecurity | Mathematics | Software Engineering | Finance | \
            Applied Mathematics | Economics",
        courses: "Blockchain Basics | Smart Contracts | Bitcoin and Cryptocurrency Technologies | \
            Cryptography I | Decentralized Applications | Rust Programming",
        intro_certifications: "Blockchain Essentials | Cryptocurrency Fundamentals | Introduction to Web3",
        certifications: "Certified Blockchain Developer | Ethereum Developer Bootcamp | \
            Certified Solidity Developer | Certified Blockchain Architect",
        core: "Blockchain | Smart Contracts | Ethereum | Cryptography | Git | Web3.js | Docker | Linux | \
            Distributed Systems | Algorithms | Decentralized Finance (DeFi) | Node.js",
        stacks: &[
            "Solidity | Hardhat | Truffle | Ethers.js | TypeScript | React | OpenZeppelin | Foundry",
            "Rust | Substrate | Solana | WebAssembly | Tokio | Anchor | Polkadot",
            "Go | Cosmos SDK | Hyperledger Fabric | gRPC | Consensus Algorithms | PostgreSQL",
        ],
        lead: "Tokenomics | Security Auditing | Software Architecture | Team Leadership | Protocol Design",
        topics: "Blockchain | Solidity | Web3 | Cryptography | Smart Contract Security | Rust",
    },
];
