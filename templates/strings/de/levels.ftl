## Stufen

level-title-junior = Junior
level-title-senior = Senior
level-title-expert = Expert
# Im Satz: „die Junior-Stufe“; der Bindestrich steht, wo der Name gebraucht wird.
level-name-junior = Junior
level-name-senior = Senior
level-name-expert = Expert
level-experience-junior = bis etwa 8 Jahre
level-experience-senior = etwa 8 bis 21 Jahre
level-experience-expert = ab etwa 21 Jahren
level-no-roadmaps = { $people ->
    [one] Es gibt noch keine { $level }-Roadmaps: { $people } Person dieser Stufe reicht nicht für Gruppen von mindestens { $least }.
   *[other] Es gibt noch keine { $level }-Roadmaps: { $people } Personen dieser Stufe reichen nicht für Gruppen von mindestens { $least }.
}

roadmaps = { $roadmaps ->
    [one] { $roadmaps } Roadmap
   *[other] { $roadmaps } Roadmaps
}

roadmaps-title = Alle Roadmaps
roadmaps-description = Alle Roadmaps, nach Stufen: was Gruppen von Menschen mit ähnlichem Werdegang haben.
level-page-title = { $level }-Roadmaps
level-page-description = { $people ->
    [one] Was { $people } Person der { $level }-Stufe hat, und die Roadmaps der Stufe.
   *[other] Was { $people } Personen der { $level }-Stufe haben, und welche Roadmaps sie bilden.
}

stations-label = Stufen
