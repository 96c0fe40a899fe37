## Stufen

level-title-junior = Junior
level-title-senior = Senior
level-title-expert = Expert
# Im Satz: „die Junior-Stufe“; die Meldungen setzen den Bindestrich selbst.
level-name-junior = Junior
level-name-senior = Senior
level-name-expert = Expert
# Die Grenzen der Stufe in ganzen Jahren.
level-experience-junior = bis etwa { $to } Jahre
level-experience-senior = etwa { $from } bis { $to } Jahre
level-experience-expert = ab etwa { $from } Jahren
level-no-roadmaps = { $people ->
    [one] Es gibt noch keine { $level }-Roadmaps: { $people } Person auf dieser Stufe ist zu wenig für Gruppen von mindestens { $least }.
   *[other] Es gibt noch keine { $level }-Roadmaps: { $people } Personen auf dieser Stufe sind zu wenige für Gruppen von mindestens { $least }.
}

roadmaps = { $roadmaps ->
    [one] { $roadmaps } Roadmap
   *[other] { $roadmaps } Roadmaps
}

roadmaps-title = Alle Roadmaps
roadmaps-description = Alle Roadmaps nach Stufen. Jede beruht auf Personen mit einem ähnlichen Werdegang.
level-page-title = { $level }-Roadmaps
level-page-description = { $people ->
    [one] Roadmaps der { $level }-Stufe und die Fähigkeiten von { $people } Person auf dieser Stufe.
   *[other] Roadmaps der { $level }-Stufe und die Fähigkeiten von { $people } Personen auf dieser Stufe.
}

stations-label = Stufen
