## roadmap

roadmap-title = { $name } ({ $level }-Roadmap)
roadmap-description = Was { $people } Menschen mit einem solchen Werdegang gelernt haben: Fähigkeiten, Kurse, Zertifikate und der nächste Schritt.
