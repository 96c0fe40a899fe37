//! People who plan and design: product, projects, design, enterprise systems, leadership.

use super::Archetype;

pub(super) const ALL: &[Archetype] = &[
    // Product
    Archetype {
        share: 55,
        positions: "Product Manager | Product Owner | Technical Product Manager | Growth Product Manager | \
            Head of Product | Founder | Product Lead",
        degree_fields: "Business Administration | Economics | Computer Science | Marketing | \
            Business Informatics | Management | Information Systems | International Relations | \
            Innovation Management | Psychology | Finance",
        courses: "Introduction to Software Product Management | Digital Product Management | \
            Agile Development | Customer Development | Unit Economics | Product Analytics | Growth Hacking | \
            Design Thinking",
        intro_certifications: "Foundations of Product Management | Product Management Basics | \
            Google Project Management Professional Certificate | Design Thinking Fundamentals",
        certifications: "Professional Scrum Product Owner I | Certified Scrum Product Owner (CSPO) | \
            SAFe Product Owner/Product Manager | Product Strategy Certification | \
            Professional Scrum Master I | Pragmatic Institute Certified",
        core: "Product Management | Project Management | Agile Methodologies | Scrum | Business Analysis | \
            Product Development | Jira | Market Research | User Experience (UX) | Product Strategy | \
            Management | A/B Testing | Communication | SQL | Roadmapping | Customer Development | Figma | \
            Confluence | Product Marketing | Backlog Management",
        stacks: &[
            "Google Analytics | Amplitude | Unit Economics | Growth Strategies | A/B Testing | SQL | \
                Mixpanel | Data Analysis",
            "Entrepreneurship | Start-ups | Business Development | Fundraising | Business Strategy | Sales | \
                Pitching | Negotiation",
            "Mobile Applications | E-commerce | Fintech | Software as a Service (SaaS) | CRM | \
                Payment Systems | API Design",
            "User Research | Prototyping | Customer Journey Mapping | Design Thinking | Usability Testing | \
                Miro",
        ],
        lead: "Product Vision | Strategic Planning | P&L Management | Team Leadership | \
            Go-to-Market Strategy | Stakeholder Management | Change Management | Business Strategy",
        topics: "Product Management | Unit Economics | Product Analytics | Design Thinking | Agile | \
            Growth | UX Research",
    },
    // Projects
    Archetype {
        share: 65,
        positions: "Project Manager | Scrum Master | IT Project Manager | Delivery Manager | \
            Program Manager | Team Lead | Agile Coach | Project Coordinator",
        degree_fields: "Project Management | Business Administration | Management | Computer Science | \
            Economics | Information Technology | Business Informatics | Psychology | Law | Linguistics | \
            Industrial Engineering",
        courses: "Foundations of Project Management | Agile Project Management | Scrum Basics | \
            Managing Project Risks | Project Initiation | Negotiation Skills | \
            Leadership and Emotional Intelligence | Kanban in Practice",
        intro_certifications: "Google Project Management Professional Certificate | \
            Project Management Foundations | Scrum Fundamentals Certified | Agile Foundations",
        certifications: "Project Management Professional (PMP) | Professional Scrum Master I | \
            Certified ScrumMaster (CSM) | PRINCE2 Foundation | ICAgile Certified Professional | \
            Certified SAFe Agilist | PMI Agile Certified Practitioner (PMI-ACP) | \
            Kanban Management Professional | ITIL Foundation | Professional Scrum Master II",
        core: "Project Management | Scrum | Agile Methodologies | Jira | Management | Team Management | \
            Kanban | Confluence | Leadership | Software Project Management | Communication | \
            Risk Management | Project Planning | Negotiation | Microsoft Project | Team Building | \
            Business Analysis | Budgeting | Coordination | Time Management",
        stacks: &[
            "Scrum | Facilitation | Coaching | Retrospectives | SAFe | Servant Leadership | \
                Conflict Resolution | Kanban",
            "Microsoft Project | PMBOK | Waterfall | Contract Management | Vendor Management | Procurement | \
                Documentation",
            "SDLC | Requirements Analysis | SQL | Pre-sales | IT Outsourcing | Estimation | \
                Quality Assurance | Release Management",
            "Event Management | Marketing | Social Media | Public Relations | Content Management | \
                Digital Marketing",
        ],
        lead: "Program Management | Portfolio Management | Stakeholder Management | Strategic Planning | \
            Change Management | Team Leadership | P&L Management | People Management",
        topics: "Project Management | Scrum | Agile | Kanban | Leadership | Risk Management | Negotiation | \
            Time Management",
    },
    // Design
    Archetype {
        share: 40,
        positions: "UX/UI Designer | Product Designer | UI Designer | Web Designer | Graphic Designer | \
            UX Researcher | Motion Designer",
        degree_fields: "Graphic Design | Interaction Design | Fine Arts | Architecture | Psychology | \
            Computer Graphics | Multimedia | Journalism | Computer Science | Animation | Marketing",
        courses: "Foundations of User Experience (UX) Design | Human–Computer Interaction | Typography | \
            UI/UX Design Basics | Interaction Design | Color Theory | Prototyping in Figma | \
            Motion Graphics",
        intro_certifications: "Google UX Design Professional Certificate | \
            Foundations of User Experience (UX) Design | Figma Essential Training | Graphic Design Basics",
        certifications: "Nielsen Norman Group UX Certification | Certified Usability Analyst | \
            Interaction Design Specialization | Adobe Certified Professional in Visual Design | \
            Design Systems with Figma",
        core: "Figma | User Experience (UX) | User Interface Design | Web Design | Adobe Photoshop | \
            Adobe Illustrator | Prototyping | Graphic Design | Sketch | Wireframing | Interaction Design | \
            User Research | Typography | Usability Testing | Mobile Design | Adobe XD | Design Thinking",
        stacks: &[
            "HTML | CSS | Tilda | WordPress | Responsive Web Design | Webflow | JavaScript",
            "User Research | Customer Journey Mapping | Interviewing | Usability Testing | \
                Information Architecture | Personas | Miro",
            "Adobe After Effects | Adobe Premiere Pro | Motion Graphics | Cinema 4D | Animation | \
                Video Editing | Blender",
            "Branding | Logo Design | Adobe InDesign | Print Design | Illustration | Adobe Lightroom | \
                Corporate Identity",
        ],
        lead: "Design Systems | Art Direction | Design Management | Team Leadership | Design Strategy | \
            Mentoring | Stakeholder Management",
        topics: "UX Design | UI Design | Figma | Interaction Design | Typography | Motion Design | \
            User Research | Web Design",
    },
    // Enterprise systems
    Archetype {
        share: 38,
        positions: "SAP Consultant | ERP Consultant | 1C Developer | Systems Analyst | \
            Salesforce Developer | Solution Consultant | ABAP Developer | Business Process Analyst | \
            CRM Consultant",
        degree_fields: "Business Informatics | Information Systems | Economics | Applied Informatics | \
            Accounting | Computer Science | Finance | Management | Automation | Logistics",
        courses: "SAP ERP Essentials | Business Process Modeling | Salesforce Fundamentals | \
            Supply Chain Management | Systems Analysis and Design | Corporate Finance | \
            1C Programming Basics",
        intro_certifications: "Salesforce Certified Administrator | 1C:Professional | \
            SAP Certified Associate – Business Process Integration | BPMN Fundamentals",
        certifications: "SAP Certified Application Associate – Financial Accounting | \
            SAP Certified Development Associate – ABAP | Salesforce Certified Platform Developer I | \
            1C:Specialist | TOGAF 9 Certified | ITIL Foundation | \
            Microsoft Certified: Dynamics 365 Fundamentals | SAP Certified Associate – S/4HANA Procurement",
        core: "Business Analysis | ERP | Business Process Modeling | SQL | Requirements Analysis | \
            Systems Analysis | BPMN | UML | Project Management | Integration | Technical Documentation | \
            Microsoft Excel | Microsoft Visio | Testing | Accounting | Business Process Improvement | \
            REST APIs | CRM",
        stacks: &[
            "SAP ERP | SAP FI/CO | ABAP | SAP S/4HANA | SAP MM | SAP SD | SAP HANA | SAP Fiori | SAP BW | \
                LSMW",
            "1C | 1C:Enterprise | 1C Programming | Accounting | Payroll | Document Management | Budgeting",
            "Salesforce | Apex | Lightning Web Components | SOQL | JavaScript | Salesforce Administration | \
                Visualforce",
            "Microsoft Dynamics 365 | Power Platform | Power BI | C# | Microsoft SQL Server | SharePoint",
            "Postman | Swagger | SOAP | JSON | XML | Apache Kafka | Confluence | Jira",
        ],
        lead: "Solution Architecture | Enterprise Architecture | Stakeholder Management | \
            Change Management | Pre-sales | IT Strategy | Team Leadership | Digital Transformation",
        topics: "SAP | ERP | Business Processes | 1C | Salesforce | Systems Analysis | BPMN | Supply Chain",
    },
    // Engineering leadership
    Archetype {
        share: 30,
        positions: "Engineering Manager | CTO | Head of Development | Software Architect | \
            Solution Architect | Technical Lead | IT Director",
        degree_fields: "Computer Science | Applied Mathematics | Software Engineering | \
            Business Administration | Information Technology | Physics | Computer Engineering | Management | \
            Automation",
        courses: "Strategic Management | Software Architecture | Managing Engineering Teams | \
            MBA Essentials | Cloud Architecture | Leading People and Teams | Systems Thinking",
        intro_certifications: "Leadership Foundations | AWS Certified Cloud Practitioner | Agile Foundations",
        certifications: "TOGAF 9 Certified | AWS Certified Solutions Architect – Professional | \
            Certified SAFe Agilist | Project Management Professional (PMP) | ITIL Foundation | \
            Executive MBA | Google Cloud Professional Cloud Architect",
        core: "Team Leadership | Software Architecture | Agile Methodologies | Management | \
            Software Development | Scrum | Leadership | Project Management | Team Building | SQL | Git | \
            Linux | System Design | Microservices | CI/CD | IT Management | Hiring | Solution Architecture",
        stacks: &[
            "Java | Spring Framework | Microservices | PostgreSQL | Apache Kafka | Kubernetes | Docker",
            "C# | .NET Framework | Microsoft SQL Server | Microsoft Azure | ASP.NET MVC | JavaScript",
            "Python | Amazon Web Services (AWS) | Docker | Machine Learning | Data Engineering | PostgreSQL",
            "PHP | MySQL | JavaScript | Linux | High-Load Systems | E-commerce | Node.js",
        ],
        lead: "IT Strategy | People Management | Enterprise Architecture | Budgeting | \
            Technical Leadership | Strategic Planning | Digital Transformation | Mentoring | \
            Vendor Management | Business Strategy",
        topics: "Leadership | Software Architecture | Engineering Management | Cloud Architecture | \
            Strategy | Agile",
    },
];
