ip route replace 172.16.158.0/24 via 192.168.10.101
