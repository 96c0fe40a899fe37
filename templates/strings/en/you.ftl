## you
