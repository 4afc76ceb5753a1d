cat /dev/zero | while true; do sleep 1000000; done
