//! People near hardware: embedded systems, robotics, industrial control.

use super::Archetype;

pub(super) const ALL: &[Archetype] = &[
    // Embedded
    Archetype {
        share: 48,
        positions: "Embedded Software Engineer | Embedded Systems Engineer | Firmware Engineer | \
            Electronics Engineer | Embedded C Developer | Hardware Engineer | FPGA Engineer | IoT Engineer",
        degree_fields: "Electrical Engineering | Electronics | Computer Engineering | Radio Engineering | \
            Mechatronics | Computer Science | Telecommunications Engineering | Automation | Physics | \
            Mechanical Engineering",
        courses: "Introduction to Embedded Systems | Microcontrollers and C | Digital Signal Processing | \
            FPGA Design | Real-Time Operating Systems | Internet of Things | Embedded Linux | \
            Circuits and Electronics",
        intro_certifications: "Internet of Things Fundamentals | C (Basic) | Introduction to Arduino | \
            C Essentials",
        certifications: "Certified LabVIEW Associate Developer | ARM Accredited Engineer | \
            AUTOSAR Fundamentals | ISO 26262 Functional Safety | Embedded Linux Training | \
            CLA – C Certified Associate Programmer",
        core: "C | Embedded Systems | C++ | Microcontrollers | Electronics | Linux | Git | STM32 | Python | \
            ARM | Firmware | Debugging | Real-Time Operating Systems (RTOS) | UART | I2C | SPI | \
            Embedded Software | Arduino | MATLAB",
        stacks: &[
            "FreeRTOS | Keil | CAN Bus | Altium Designer | PCB Design | Soldering | Oscilloscope | AVR",
            "Embedded Linux | Yocto | Device Drivers | Buildroot | Linux Kernel | U-Boot | CMake | Bash",
            "FPGA | VHDL | Verilog | SystemVerilog | Xilinx Vivado | Quartus | Digital Signal Processing | \
                ModelSim",
            "Internet of Things (IoT) | MQTT | ESP32 | Raspberry Pi | Bluetooth | LoRa | Node.js | Zigbee",
            "AUTOSAR | CAN Bus | Automotive | ISO 26262 | Simulink | Vector CANoe | MISRA C | \
                Model-Based Design",
        ],
        lead: "System Architecture | Functional Safety | Hardware Architecture | Team Leadership | \
            Requirements Management | Technical Leadership",
        topics: "Embedded C | FPGA | IoT | Embedded Linux | PCB Design | Signal Processing | \
            Functional Safety | RTOS",
    },
    // Robotics and control
    Archetype {
        share: 45,
        positions: "Robotics Engineer | Automation Engineer | Control Systems Engineer | \
            Mechatronics Engineer | PLC Programmer | Mechanical Engineer | Design Engineer | SCADA Engineer",
        degree_fields: "Robotics | Mechatronics | Mechanical Engineering | Automation | \
            Electrical Engineering | Computer Science | Artificial Intelligence | Industrial Engineering | \
            Aerospace Engineering",
        courses: "Control of Mobile Robots | Robotics: Perception | Modern Robotics | \
            PLC Programming from Scratch | Introduction to Mechatronics | Computer-Aided Design | \
            Aerial Robotics | Kinematics",
        intro_certifications: "ROS for Beginners | Introduction to CAD | AutoCAD Essential Training | \
            MATLAB Onramp",
        certifications: "Certified SOLIDWORKS Associate (CSWA) | Siemens TIA Portal Programming | \
            MATLAB Certified Associate | Certified Automation Professional (CAP) | \
            Lean Six Sigma Green Belt | Certified LabVIEW Associate Developer",
        core: "Robotics | MATLAB | Python | C++ | Simulink | Computer-Aided Design (CAD) | Automation | \
            Control Theory | Electronics | SolidWorks | Mechatronics | Arduino | Engineering | Linux | \
            AutoCAD | Mathematical Modeling | 3D Printing",
        stacks: &[
            "Robot Operating System (ROS) | SLAM | Gazebo | Computer Vision | Motion Planning | OpenCV | \
                Kinematics | LiDAR | Drones",
            "PLC | SCADA | Siemens S7 | TIA Portal | Industrial Automation | HMI Design | Modbus | WinCC | \
                Instrumentation",
            "SolidWorks | ANSYS | Finite Element Analysis | Mechanical Engineering | Product Design | \
                Siemens NX | CATIA | Manufacturing",
            "LabVIEW | Data Acquisition | Signal Processing | Testing | Sensors | Measurement",
        ],
        lead: "Systems Engineering | Project Management | Team Leadership | Research | Lean Manufacturing | \
            Technical Documentation",
        topics: "Robotics | PLC Programming | CAD | Control Systems | ROS | Mechatronics | \
            Industrial Automation | Drones",
    },
];
