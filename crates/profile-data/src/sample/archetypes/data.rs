//! People who work with data: science, machine learning, pipelines, analysis, research, databases.

use super::Archetype;

pub(super) const ALL: &[Archetype] = &[
    // Data science
    Archetype {
        share: 85,
        positions: "Data Scientist | Data Science Specialist | Applied Scientist | \
            Machine Learning Specialist | Data Science Consultant | Quantitative Analyst",
        degree_fields: "Data Science | Computer Science | Applied Mathematics | Mathematics | Statistics | \
            Physics | Artificial Intelligence | Economics | Mathematics and Computer Science | \
            Bioinformatics | Econometrics",
        courses: "Machine Learning | Neural Networks and Deep Learning | Exploratory Data Analysis | \
            R Programming | Statistical Inference | Applied Data Science with Python | \
            Practical Machine Learning | Mathematics for Machine Learning: Linear Algebra | \
            Bayesian Statistics | Time Series Analysis | Regression Models | A/B Testing | \
            Recommender Systems | Probability Theory",
        intro_certifications: "Python for Data Science and AI | IBM Data Science Professional Certificate | \
            Machine Learning with Python | Data Analysis with Python | \
            Google Data Analytics Professional Certificate",
        certifications: "AWS Certified Machine Learning – Specialty | TensorFlow Developer Certificate | \
            Microsoft Certified: Azure Data Scientist Associate | Deep Learning Specialization | \
            Databricks Certified Machine Learning Professional | SAS Certified Data Scientist",
        core: "Python | Machine Learning | SQL | Data Analysis | Data Science | Pandas | Statistics | \
            NumPy | scikit-learn | Data Visualization | Git | Data Mining | Matplotlib | A/B Testing | \
            Jupyter | Mathematics | Predictive Modeling | Time Series Analysis | \
            Artificial Intelligence (AI) | Regression Analysis | Big Data",
        stacks: &[
            "XGBoost | CatBoost | LightGBM | Feature Engineering | Kaggle | Recommender Systems | \
                Apache Spark | Optuna",
            "Deep Learning | PyTorch | TensorFlow | Keras | Computer Vision | \
                Natural Language Processing (NLP) | Hugging Face",
            "R | SAS | SPSS | Statistical Modeling | Econometrics | Stata | Bayesian Statistics | ggplot2 | \
                Shiny",
            "Apache Spark | Hadoop | Hive | Apache Airflow | Databricks | Scala | \
                Amazon Web Services (AWS) | Snowflake",
        ],
        lead: "Machine Learning Strategy | Team Leadership | Stakeholder Management | Experiment Design | \
            Mentoring | Data Strategy | Project Management | Research",
        topics: "Machine Learning | Data Analysis | Statistics | Python | Deep Learning | A/B Testing | \
            Time Series | Data Visualization | Recommender Systems | R | Causal Inference",
    },
    // Machine learning engineering
    Archetype {
        share: 80,
        positions: "Machine Learning Engineer | AI Engineer | Computer Vision Engineer | NLP Engineer | \
            Deep Learning Engineer | ML Engineer | MLOps Engineer",
        degree_fields: "Computer Science | Artificial Intelligence | Data Science | Applied Mathematics | \
            Robotics | Mathematics and Computer Science | Computer Vision | Software Engineering | Physics | \
            Computational Linguistics",
        courses: "Neural Networks and Deep Learning | Convolutional Neural Networks | Sequence Models | \
            Structuring Machine Learning Projects | Natural Language Processing with Attention Models | \
            Generative AI with Large Language Models | Machine Learning Engineering for Production | \
            Reinforcement Learning | Computer Vision Basics | Generative Adversarial Networks | \
            Machine Learning",
        intro_certifications: "Machine Learning | Introduction to Machine Learning | \
            Microsoft Certified: Azure AI Fundamentals | Generative AI Fundamentals | \
            Supervised Machine Learning: Regression and Classification",
        certifications: "Deep Learning Specialization | AWS Certified Machine Learning – Specialty | \
            Google Cloud Professional Machine Learning Engineer | TensorFlow Developer Certificate | \
            Natural Language Processing Specialization | Microsoft Certified: Azure AI Engineer Associate",
        core: "Python | Machine Learning | Deep Learning | PyTorch | TensorFlow | Git | Docker | \
            Artificial Intelligence (AI) | NumPy | Linux | Algorithms | scikit-learn | Neural Networks | \
            C++ | SQL | MLOps | Pandas | Keras | MLflow",
        stacks: &[
            "Computer Vision | OpenCV | Image Processing | Convolutional Neural Networks (CNN) | \
                Object Detection | YOLO | CUDA | TensorRT | ONNX | Image Segmentation",
            "Natural Language Processing (NLP) | Transformers | Large Language Models (LLM) | Hugging Face | \
                LangChain | BERT | spaCy | Prompt Engineering | Retrieval-Augmented Generation (RAG) | \
                Vector Databases | Text Mining",
            "MLOps | Kubernetes | Kubeflow | MLflow | FastAPI | Apache Airflow | Amazon SageMaker | \
                Feature Store | DVC",
            "Reinforcement Learning | Robotics | Robot Operating System (ROS) | Simulation | C++ | SLAM | \
                Motion Planning",
            "Speech Recognition | Audio Processing | Signal Processing | Kaldi | Text-to-Speech | PyTorch | \
                Transformers",
        ],
        lead: "Machine Learning Architecture | Team Leadership | Research | Model Optimization | Mentoring | \
            Technical Leadership | AI Strategy | Scientific Publications",
        topics: "Deep Learning | Computer Vision | NLP | Large Language Models | MLOps | \
            Reinforcement Learning | PyTorch | Generative AI | Speech Recognition | TensorFlow",
    },
    // Data engineering
    Archetype {
        share: 50,
        positions: "Data Engineer | Big Data Engineer | ETL Developer | DWH Developer | Analytics Engineer | \
            Data Platform Engineer",
        degree_fields: "Computer Science | Information Systems | Data Science | Software Engineering | \
            Applied Mathematics | Information Technology | Computer Engineering | Physics",
        courses: "Data Engineering Basics | Big Data Essentials | Apache Spark with Scala | \
            Data Warehousing for BI | Database Systems | Apache Kafka Series | Cloud Data Engineering | \
            Hadoop Platform",
        intro_certifications: "Microsoft Certified: Azure Data Fundamentals | SQL (Advanced) | \
            Big Data Foundations | IBM Data Engineering Professional Certificate",
        certifications: "Google Cloud Professional Data Engineer | \
            Databricks Certified Data Engineer Associate | AWS Certified Data Analytics – Specialty | \
            SnowPro Core Certification | Astronomer Certification for Apache Airflow | \
            Microsoft Certified: Azure Data Engineer Associate | \
            Confluent Certified Developer for Apache Kafka",
        core: "SQL | Python | ETL | Apache Spark | Apache Airflow | Data Warehousing | PostgreSQL | \
            Big Data | Apache Kafka | Hadoop | Linux | Docker | Git | Data Modeling | Databases | Hive | \
            Data Engineering | ClickHouse | Bash | Greenplum",
        stacks: &[
            "Amazon Web Services (AWS) | Amazon Redshift | AWS Glue | Amazon S3 | AWS Lambda | Terraform | \
                Amazon Athena",
            "Google Cloud Platform (GCP) | BigQuery | Dataflow | dbt | Looker | Apache Beam | Cloud Composer",
            "Microsoft Azure | Azure Data Factory | Databricks | Azure Synapse | Microsoft SQL Server | \
                Power BI | SSIS",
            "Hadoop | HDFS | Hive | Scala | Impala | Sqoop | Apache NiFi | HBase | Oozie | Java",
            "Snowflake | dbt | Fivetran | Tableau | Data Vault | Data Quality | Great Expectations",
        ],
        lead: "Data Architecture | Data Governance | Team Leadership | Data Strategy | Cloud Architecture | \
            Mentoring | Master Data Management",
        topics: "Apache Spark | Data Warehousing | Airflow | SQL | Big Data | Kafka | dbt | Cloud Data | \
            Data Modeling",
    },
    // Analysis
    Archetype {
        share: 65,
        positions: "Data Analyst | Business Intelligence Analyst | Product Analyst | BI Developer | \
            Marketing Analyst | Business Analyst | Reporting Analyst",
        degree_fields: "Economics | Statistics | Data Science | Computer Science | Mathematics | \
            Business Informatics | Finance | Marketing | Business Analytics | Applied Informatics | \
            Sociology | International Relations",
        courses: "Data Visualization with Tableau | Business Statistics | SQL for Data Science | \
            Excel Skills for Business | Data Analysis with Python | Product Analytics | \
            Getting and Cleaning Data | Power BI Desktop",
        intro_certifications: "Google Data Analytics Professional Certificate | SQL (Basic) | \
            Google Analytics Individual Qualification | Excel Essential Training | \
            Tableau Desktop Specialist | IBM Data Analyst Professional Certificate",
        certifications: "Microsoft Certified: Power BI Data Analyst Associate | \
            Tableau Desktop Certified Associate | Certified Business Analysis Professional (CBAP) | \
            Google Analytics 4 Certification | Product Analytics Certification",
        core: "SQL | Data Analysis | Microsoft Excel | Python | Data Visualization | Business Analysis | \
            Statistics | Tableau | Power BI | Business Intelligence (BI) | Analytical Skills | A/B Testing | \
            Dashboards | Pandas | Reporting | Data Mining | Google Analytics | PostgreSQL | \
            Requirements Gathering | Market Research",
        stacks: &[
            "Power BI | DAX | Microsoft SQL Server | SSRS | Power Query | VBA | SharePoint | SSIS",
            "Tableau | ClickHouse | Apache Superset | Metabase | dbt | Redash | Looker",
            "Google Analytics | Google Tag Manager | Google Ads | Web Analytics | Amplitude | \
                Digital Marketing | Mixpanel",
            "BPMN | UML | Confluence | Jira | Use Case | Business Process Modeling | Requirements Analysis | \
                Swagger",
            "R | SPSS | Econometrics | Forecasting | Stata | Statistical Modeling",
        ],
        lead: "Stakeholder Management | Data Strategy | Team Leadership | KPI Design | Business Strategy | \
            Project Management | Unit Economics",
        topics: "Data Analysis | SQL | Power BI | Tableau | Excel | Product Analytics | Business Analysis | \
            Statistics | Web Analytics",
    },
    // Research and teaching
    Archetype {
        share: 40,
        positions: "Research Assistant | Researcher | PhD Student | Postdoctoral Researcher | Lecturer | \
            Research Engineer | Assistant Professor | Teaching Assistant",
        degree_fields: "Computer Science | Physics | Mathematics | Robotics | Artificial Intelligence | \
            Bioinformatics | Applied Mathematics | Computational Linguistics | Mechanical Engineering | \
            Neuroscience | Education",
        courses: "Scientific Writing | Advanced Algorithms | Machine Learning | Numerical Methods | \
            Research Methods | Computational Geometry | Quantum Computing | Complexity Theory | \
            Teaching in Higher Education",
        intro_certifications: "Research Ethics | Academic Writing | First Certificate in English | \
            Introduction to LaTeX",
        certifications: "IELTS Academic | Teaching Excellence Certificate | Instructional Skills Workshop | \
            Certificate in University Teaching | CELTA | Summer School on Deep Learning",
        core: "Research | Python | LaTeX | MATLAB | Teaching | Mathematics | Algorithms | \
            Scientific Writing | C++ | Machine Learning | Data Analysis | Statistics | \
            Scientific Computing | Linux | Public Speaking | Lecturing | University Teaching | Programming | \
            Academic Writing",
        stacks: &[
            "Physics | Simulation | Numerical Analysis | Fortran | Wolfram Mathematica | \
                Parallel Computing | Finite Element Analysis | COMSOL",
            "Deep Learning | PyTorch | Computer Vision | Natural Language Processing (NLP) | \
                Reinforcement Learning | Image Processing",
            "Bioinformatics | R | Genomics | Molecular Biology | Biostatistics | Bash | Nextflow",
            "Robotics | Robot Operating System (ROS) | Control Theory | Simulink | SLAM | Kinematics | \
                Gazebo",
            "Curriculum Development | E-Learning | Higher Education | Mentoring | Computer Science | \
                Programming",
        ],
        lead: "Grant Writing | Scientific Publications | Research Project Management | Supervision | \
            Peer Review | Research Design | Team Leadership",
        topics: "Scientific Writing | Quantum Computing | Bioinformatics | Robotics | Optimization | \
            Teaching | Numerical Methods",
    },
    // Databases
    Archetype {
        share: 22,
        positions: "Database Administrator | Oracle DBA | SQL Developer | Database Developer | \
            PL/SQL Developer | Database Engineer",
        degree_fields: "Computer Science | Information Systems | Information Technology | \
            Applied Informatics | Automation | Software Engineering | Applied Mathematics",
        courses: "Database Systems | Oracle Database Administration | PostgreSQL Administration | \
            Query Optimization | SQL Server Internals | Data Modeling",
        intro_certifications: "SQL (Basic) | SQL (Intermediate) | Oracle Database Foundations | \
            Introduction to Databases",
        certifications: "Oracle Certified Professional, Database Administrator | \
            Oracle PL/SQL Developer Certified Associate | \
            Microsoft Certified: Azure Database Administrator Associate | \
            PostgreSQL Professional Certification | MongoDB Certified DBA",
        core: "SQL | Databases | Database Administration | Performance Tuning | Database Design | Linux | \
            Backup and Recovery | Stored Procedures | Data Modeling | Bash | High Availability | ETL | \
            Data Migration | Replication",
        stacks: &[
            "Oracle Database | PL/SQL | Oracle RAC | RMAN | Data Guard | Oracle Enterprise Manager | \
                GoldenGate | APEX",
            "PostgreSQL | Patroni | PgBouncer | Ansible | Zabbix | ClickHouse | Greenplum | Python",
            "Microsoft SQL Server | T-SQL | SSIS | SSRS | PowerShell | Windows Server | Always On | Power BI",
            "MySQL | MongoDB | Redis | Cassandra | Percona | Elasticsearch | ProxySQL",
        ],
        lead: "Database Architecture | Disaster Recovery | Capacity Planning | Team Leadership | \
            Data Governance",
        topics: "Oracle | PostgreSQL | SQL Server | Query Optimization | MongoDB | Database Security",
    },
];
