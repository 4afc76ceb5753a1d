calicoctl get ippool default-ipv4-ippool -o yaml | sed -e "s/ipipMode: Always/ipipMode: CrossSubnet/" | calicoctl apply -f -
