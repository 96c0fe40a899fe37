## Wenn ein Formular nicht beantwortet werden kann. Programmen sagt es die Funktion selbst, auf Englisch.

error-title-malformed-body = Die Anfrage ist nicht lesbar
error-title-not-found = Hier ist nichts
error-title-method-not-allowed = So lässt sich hier nicht fragen
error-title-body-too-large = Das ist zu viel Text
error-title-unsupported-media-type = Diese Art von Inhalt wird hier nicht gelesen
error-title-invalid-profile = Etwas ist noch zu berichtigen
error-title-no-model = Die Roadmaps werden gerade vorbereitet

error-half-escape = Im Formular steht ein %, auf das keine zwei Hexadezimalziffern folgen; kodiere es als UTF-8 mit %XX.
error-not-utf-8 = Das Formular ist kein UTF-8; kodiere es als UTF-8 mit %XX.
error-not-base64 = Der Inhalt ist nicht das Base64, das er sein soll; sende ihn noch einmal.
error-not-json = Der Inhalt ist kein JSON (Zeile { $line }, Spalte { $column }); sende ein Objekt.
error-not-found = Sende dein Profil mit POST an /classify.
error-send-with-post = Sende das Profil mit POST.
error-ask-with-get = Frage mit GET oder HEAD.
error-body-too-large = Gelesen werden höchstens { $kib } KiB; kürze die Listen.
error-media-type = Sende application/x-www-form-urlencoded oder application/json, in UTF-8, nicht komprimiert.
error-invalid-profile = Einige Felder sind zu berichtigen.
error-invalid-profile-one = Ein Feld ist zu berichtigen.
error-no-model = An deinen Angaben liegt es nicht; sende sie in { $seconds } Sekunden noch einmal.

## Was an einem Feld nicht stimmt

error-not-an-object = Es muss ein Objekt sein.
error-not-a-number = Gib eine ganze Zahl an, die nicht negativ ist, zum Beispiel 0 oder 7.
error-too-long = Höchstens { $years } Jahre oder { $months } Monate; berichtige das.
error-too-long-each = Jeweils höchstens { $years } Jahre und { $months } Monate, wenn du beides angibst; berichtige das.
error-not-text = Es muss Text oder null sein.
error-not-a-list = Es muss eine Liste von Texten sein.
error-item-not-text = Eintrag { $item } muss Text sein.
error-item-too-long = Eintrag { $item } ist länger als { $characters } Zeichen; kürze ihn.
error-too-many-items = { $count } Einträge; lass höchstens { $most } stehen.

error-form = Zum Formular
