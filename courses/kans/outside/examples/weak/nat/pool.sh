calicoctl patch ippool default-ipv4-ippool -p '{"spec": {"natOutgoing": false, "ipipMode": "Never"}}'
