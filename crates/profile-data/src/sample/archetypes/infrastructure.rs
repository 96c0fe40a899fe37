//! People who run systems: operations, networks, security.

use super::Archetype;

pub(super) const ALL: &[Archetype] = &[
    // Operations and reliability
    Archetype {
        share: 60,
        positions: "DevOps Engineer | Site Reliability Engineer | Cloud Engineer | Platform Engineer | \
            System Engineer | Infrastructure Engineer | Cloud Architect | Build Engineer",
        degree_fields: "Computer Science | Information Technology | Computer Engineering | \
            Information Systems | Telecommunications Engineering | Network Engineering | \
            Software Engineering | Radio Engineering | Automation",
        courses: "Kubernetes for the Absolute Beginners | Docker Mastery | Introduction to Linux | \
            Terraform Basics | AWS Cloud Technical Essentials | Site Reliability Engineering | \
            Continuous Delivery | Ansible Automation",
        intro_certifications: "AWS Certified Cloud Practitioner | Microsoft Certified: Azure Fundamentals | \
            Google Cloud Digital Leader | Docker Essentials | Linux Essentials | Google Cloud Essentials",
        certifications: "Certified Kubernetes Administrator (CKA) | \
            AWS Certified Solutions Architect – Associate | HashiCorp Certified: Terraform Associate | \
            AWS Certified DevOps Engineer – Professional | Red Hat Certified System Administrator (RHCSA) | \
            Microsoft Certified: DevOps Engineer Expert | Certified Kubernetes Security Specialist (CKS) | \
            Google Cloud Professional Cloud Architect",
        core: "Linux | Docker | Kubernetes | CI/CD | Ansible | Git | Bash | Terraform | Jenkins | \
            Prometheus | DevOps | Grafana | Python | Nginx | Helm | GitLab | PostgreSQL | Monitoring | \
            Infrastructure as Code | ELK Stack | Networking | Zabbix",
        stacks: &[
            "Amazon Web Services (AWS) | Amazon EC2 | Amazon EKS | AWS Lambda | Amazon S3 | CloudFormation | \
                Amazon RDS | Packer",
            "Microsoft Azure | Azure DevOps | PowerShell | AKS | Windows Server | Active Directory | Bicep",
            "Google Cloud Platform (GCP) | GKE | Istio | Argo CD | BigQuery | Go | Cloud Run",
            "GitLab | Helm | Argo CD | Vault | OpenShift | Ceph | Proxmox | VMware | HAProxy",
            "Apache Kafka | Elasticsearch | RabbitMQ | Redis | Patroni | Consul | ClickHouse",
        ],
        lead: "Cloud Architecture | Incident Management | Capacity Planning | Team Leadership | \
            Disaster Recovery | IT Strategy | Cost Optimization | Solution Architecture | Mentoring",
        topics: "Kubernetes | AWS | Docker | Terraform | Azure | Linux | DevOps | Google Cloud | CI/CD | \
            Ansible | GitOps",
    },
    // Networks and systems
    Archetype {
        share: 52,
        positions: "System Administrator | Network Engineer | IT Support Specialist | \
            Network Administrator | IT Specialist | Technical Support Engineer | IT Manager | \
            Telecommunications Engineer | Help Desk Specialist",
        degree_fields: "Information Technology | Network Engineering | Telecommunications Engineering | \
            Computer Engineering | Computer Science | Automation | Radio Engineering | \
            Electrical Engineering | Information Systems",
        courses: "The Bits and Bytes of Computer Networking | Technical Support Fundamentals | \
            CCNA: Introduction to Networks | System Administration and IT Infrastructure Services | \
            Windows Server Administration | Linux Administration",
        intro_certifications: "Google IT Support Professional Certificate | CompTIA A+ | \
            Networking Essentials | Cisco Certified Support Technician | \
            Microsoft Technology Associate: Networking Fundamentals",
        certifications: "Cisco Certified Network Associate (CCNA) | CompTIA Network+ | ITIL Foundation | \
            Microsoft Certified Solutions Associate: Windows Server | \
            Cisco Certified Network Professional (CCNP) | MikroTik Certified Network Associate (MTCNA) | \
            VMware Certified Professional | Juniper JNCIA-Junos",
        core: "Windows Server | Networking | Linux | Active Directory | Technical Support | TCP/IP | \
            System Administration | VMware | Troubleshooting | DNS | DHCP | VPN | Network Administration | \
            Servers | Hardware | Virtualization | Help Desk | Microsoft Exchange | Microsoft Office | \
            Firewalls",
        stacks: &[
            "Cisco Systems Products | Routing | Switching | BGP | OSPF | VLAN | MPLS | Juniper | VoIP | \
                Wireless Networking",
            "PowerShell | Microsoft 365 | Hyper-V | Group Policy | Microsoft Azure | SCCM | \
                Microsoft SQL Server",
            "Bash | Zabbix | Nginx | Proxmox | Ansible | Docker | Debian | Apache HTTP Server | MySQL",
            "MikroTik | Video Surveillance | Structured Cabling | IP Telephony | Asterisk | \
                Wireless Networking",
        ],
        lead: "IT Management | IT Strategy | ITIL | Vendor Management | Team Leadership | Budgeting | \
            IT Service Management | Disaster Recovery",
        topics: "Networking | Windows Server | Cisco Routing | Linux Administration | IT Support | ITIL | \
            Virtualization | VoIP",
    },
    // Security
    Archetype {
        share: 42,
        positions: "Information Security Specialist | Security Engineer | Cybersecurity Analyst | \
            Penetration Tester | SOC Analyst | Application Security Engineer | Security Consultant | CISO",
        degree_fields: "Cybersecurity | Information Security | Computer Science | Network Engineering | \
            Information Technology | Mathematics | Telecommunications Engineering | Law",
        courses: "Introduction to Cybersecurity | Cryptography I | Network Security | \
            Web Application Security | Malware Analysis | Digital Forensics | Secure Coding | \
            Ethical Hacking Essentials",
        intro_certifications: "CompTIA Security+ | Introduction to Cybersecurity | \
            ISC2 Certified in Cybersecurity (CC) | Google Cybersecurity Professional Certificate | \
            NSE 1 Network Security Associate | \
            Microsoft Certified: Security, Compliance, and Identity Fundamentals",
        certifications: "Certified Ethical Hacker (CEH) | Offensive Security Certified Professional (OSCP) | \
            Certified Information Systems Security Professional (CISSP) | \
            Certified Information Security Manager (CISM) | \
            eLearnSecurity Junior Penetration Tester (eJPT) | CompTIA CySA+ | \
            Certified Information Systems Auditor (CISA) | GIAC Certified Incident Handler (GCIH) | \
            ISO/IEC 27001 Lead Auditor",
        core: "Information Security | Network Security | Linux | Cybersecurity | Vulnerability Assessment | \
            Python | Cryptography | Networking | SIEM | Firewalls | Risk Assessment | TCP/IP | Wireshark | \
            Bash | Windows Server | OWASP | Security",
        stacks: &[
            "Penetration Testing | Burp Suite | Metasploit | Nmap | Kali Linux | Ethical Hacking | \
                Web Application Security | Capture the Flag",
            "SIEM | Splunk | Incident Response | Threat Hunting | Digital Forensics | Malware Analysis | \
                MITRE ATT&CK | IBM QRadar",
            "ISO 27001 | GDPR | IT Audit | Risk Management | PCI DSS | Compliance | Business Continuity | \
                Security Policy",
            "DevSecOps | Docker | Kubernetes | SAST | CI/CD | Threat Modeling | Cloud Security | \
                Amazon Web Services (AWS)",
            "Reverse Engineering | Assembly | C | IDA Pro | Ghidra | C++ | Exploit Development",
        ],
        lead: "Security Architecture | Risk Management | Team Leadership | IT Strategy | \
            Security Governance | Budgeting | IT Audit",
        topics: "Penetration Testing | Network Security | Cloud Security | Cryptography | \
            Incident Response | ISO 27001 | Threat Hunting | Web Security | Digital Forensics",
    },
];
