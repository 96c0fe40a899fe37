## Wörter in Diagrammen

picture-table = Die Zahlen als Tabelle
picture-points-caption = Die Punkte im Diagramm
picture-left-out = Das Diagramm zeigt die ersten { $drawn } von { $all }.

## Balken

picture-bars = { $rows ->
    [one] { $rows } Zeile mit Balken.
   *[other] { $rows } Zeilen mit Balken.
}
picture-bars-ends = Am längsten: { $longest }. Am kürzesten: { $shortest }.
picture-value = Wert

## Schätzungen mit Intervallen

picture-intervals = { $rows ->
    [one] { $axis }: { $rows } Zeile mit 95-%-Intervallen.
   *[other] { $axis }: { $rows } Zeilen mit 95-%-Intervallen.
}
picture-intervals-ends = Am höchsten: { $highest }. Am niedrigsten: { $lowest }.
picture-interval = { $name }, { $estimate } ({ $low } bis { $high })
picture-ours = { $name } (von uns)
picture-ceiling = { $name } (Obergrenze)
picture-estimate = Schätzung
picture-from = 95 % von
picture-to = bis
picture-intervals-note = Die Linien sind 95-%-Intervalle.
picture-ours-note = Fette Zeilen sind von uns.
picture-ceiling-note = Hohl und gestrichelt: die Obergrenze.

## Linien

picture-lines = { $lines ->
    [one] { $y } nach { $x }: { $lines } Linie.
   *[other] { $y } nach { $x }: { $lines } Linien.
}
picture-lines-ends = Am größten: { $largest }. Am kleinsten: { $smallest }.
picture-lines-point = { $name }, { $y } bei { $x }

## Punkte in einer Ebene

picture-scatter = { $points } Punkte in { $clusters } Gruppen nach { $x } und { $y }.
picture-scatter-ends = Die meisten Punkte: { $most }. Die wenigsten: { $fewest }.
picture-scatter-drawn = Gezeigt wird eine gleichmäßige Auswahl von { $points } Punkten.
picture-scatter-lost = { $points } Punkte ohne Koordinaten fehlen.
picture-cluster = Gruppe
picture-cluster-n = Gruppe { $n }
picture-number = Nummer
picture-points = Punkte
picture-mean = { $axis }, Mittelwert
