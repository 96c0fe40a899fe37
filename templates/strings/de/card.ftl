## Die Bilder geteilter Links

card-site-title = Der Weg, den Menschen wie du gegangen sind
card-site-figure = { people }, { roadmaps }
card-heading = Was die meisten von ihnen haben
card-count = { $part } von { $whole }
card-retired = Diese Roadmap ist umgezogen
