## roadmap
