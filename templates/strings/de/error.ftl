## Fehler im Formular. Programme bekommen denselben Text auf Englisch von der Funktion selbst;
## nur der Titel zur falschen Methode lautet dort anders.

error-title-malformed-body = Die Anfrage ist nicht lesbar
error-title-not-found = Seite nicht gefunden
error-title-method-not-allowed = Bitte benutze das Formular
error-title-body-too-large = Die Anfrage ist zu groß
error-title-unsupported-media-type = Dieser Inhaltstyp wird nicht unterstützt
error-title-invalid-profile = Bitte prüfe deine Angaben
error-title-no-model = Die Roadmaps sind noch nicht bereit

error-half-escape = Auf ein % im Formular folgen keine zwei Hexadezimalziffern. Kodiere das Formular als UTF-8 mit %XX.
error-not-utf-8 = Das Formular ist kein gültiges UTF-8. Kodiere das Formular als UTF-8 mit %XX.
error-not-base64 = Der Inhalt ist als Base64 gekennzeichnet, aber kein gültiges Base64. Sende ihn noch einmal.
error-not-json = Der Inhalt ist kein gültiges JSON (Zeile { $line }, Spalte { $column }). Sende ein JSON-Objekt.
error-not-found = Sende dein Profil mit POST an /classify.
error-send-with-post = Sende das Profil mit POST.
error-ask-with-get = Verwende GET oder HEAD.
error-body-too-large = Höchstens { $kib } KiB sind erlaubt. Kürze die Listen.
error-media-type = Sende application/x-www-form-urlencoded oder application/json, in UTF-8 und nicht komprimiert.
error-invalid-profile = Korrigiere die Felder mit Fehlern.
error-invalid-profile-one = Korrigiere das Feld mit dem Fehler.
error-no-model = Deine Angaben sind in Ordnung. Sende sie in { $seconds } Sekunden noch einmal.

## Fehler in einem Feld

error-not-an-object = Das muss ein Objekt sein.
error-not-a-number = Gib eine ganze Zahl ab 0 ein.
error-too-long = Gib höchstens { $years } Jahre oder { $months } Monate an.
error-too-long-each = Gib höchstens { $years } Jahre und { $months } Monate an, wenn du beides ausfüllst.
error-not-text = Das muss ein Text oder null sein.
error-not-a-list = Das muss eine Liste von Texten sein.
error-item-not-text = Eintrag { $item } muss ein Text sein.
error-item-too-long = Eintrag { $item } ist länger als { $characters } Zeichen. Kürze ihn.
error-too-many-items = Das sind { $count } Einträge. Erlaubt sind höchstens { $most }.

error-form = Zurück zum Formular
