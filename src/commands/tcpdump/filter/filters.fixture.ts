/**
 * Filters, one a line: those that hold, on every kind of link; those that ask for a link layer; and
 * those that are wrong, each in its own way.
 */
const FILTERS = `
host 172.16.158.3
src host 172.16.158.3 and dst 172.16.158.2
host 172.16.158.3 or 192.168.10.10
host 172.16.158.3 and not 192.168.10.10
dst 172.16.116.1
net 172.16.0.0/16
net 172.16
net 10
src net 192.168.10.0/24
dst net 172.16.158.0 mask 255.255.255.0
net 172.16.158.0/24 and not arp
net 0.0.0.0/0
host (172.16.158.2 or 192.168.10.10)
src or dst host 10.0.0.7
src and dst host 10.0.0.7
arp
arp host 169.254.1.1
arp src host 172.16.158.3
rarp
ip
ip6
ip host 172.16.158.3
not ip
icmp and host 172.16.158.2
tcp or udp
tcp and udp
icmp and port 53
(icmp or arp) and tcp port 80
ip multicast and not ip multicast
not (port 4789) and (arp and port 4789)
not (2 > 1)
not tcp or 2 > 1
tcp port 8443
udp port 4789
dst port 33434
src port 40000
portrange 33000-34000
tcp portrange 8000-9000
dst portrange 5201
tcp dst port 5201 or 8443
tcp src port 8443 or dst port 33434
port https
tcp port https
port 0
proto 4
ip proto 4
ip proto \\icmp
ip proto \\tcp or \\udp
ip proto 253
ip6 proto 4
ether proto 0x0806
ether proto \\ip
ip broadcast
ip multicast
greater 100
less 60
len > 1000
len <= 60
icmp[icmptype] == icmp-echo
icmp[icmptype] = icmp-echo or icmp[icmptype] = icmp-echoreply
icmp[icmptype] != icmp-echo and icmp[icmptype] != icmp-echoreply
icmp[0] = 3 and icmp[1] = 4
icmp[0]=8
ip[9] == 4
ip[8] < 64
ip[6:2] & 0x1fff != 0
ip[6] & 64 != 0
(ip[6:2] & 0x3fff) != 0
ip[0] & 0xf != 5
ip[1] & 0xfc >> 2 = 0x2e
ip[12:4] = 0xac109e03
tcp[tcpflags] & (tcp-syn|tcp-ack) != 0
tcp[tcpflags] == tcp-syn
tcp[tcpflags] & (tcp-fin|tcp-push) != 0 and not port 8000
tcp[((tcp[12] & 0xf0) >> 2):4] = 0x47455420
tcp[100] = 1
not tcp[100] = 1
not tcp[1000] = 1
udp[4:2] > 20
arp[6:2] = 2
ip[2:2] - ((ip[0]&0x0f)<<2) > 64
ip[8] * 2 = 128
ip[8] / 2 = 32
ip[8] % 10 = 4
64 = ip[8]
0x40 >= ip[8]
1 = 1
icmp or arp and host 172.16.158.3
icmp or (arp and host 172.16.158.3)
not (icmp or arp)
not icmp and not arp
not not icmp
!(tcp port 8443) && !arp || icmp
tcp and (port 8443 or port 5201)
host 172.16.158.3 and (port 33434 or 40000)
host 172.16.158.3 and (icmp or udp) and 172.16.158.2
sctp
esp or ah
`;

const LINK_FILTERS = `
ether host a2:2e:1f:be:7c:23
ether src a2:2e:1f:be:7c:23
ether dst ff:ff:ff:ff:ff:ff
ether dst eeeeeeeeeeee
ether dst ee-ee-ee-ee-ee-ee
ether host 1.2.3.4
ether host foo
ether broadcast
broadcast
ether multicast
multicast
ether[0] & 1 = 1
ether[12:2] = 0x0806
outbound
inbound and icmp
ifindex 1
ifindex 2
`;

const WRONG_FILTERS = `
host
proto foo
ip proto foo
ether proto foo
icmp and (
icmp and
and icmp
foo
10.0.0.1
host foo
port foo
port 80-90
port 70000
portrange 1-70000
portrange foo-bar
udp port http
tcp port tftp
icmp port 3
net foo
net 10.0.0.1/24
net 10.0.0.0/33
host 10.0.0.0/24
net 10.0.0.1 mask 255.0.0.0
host 300.1.1.1
host 1.2.3.4.5
host 02:00:00:00:00:0a
tcp host 1.2.3.4
port 1.2.3.4
proto 1.2.3.4
src proto 6
src port
ether
ip[0
ip[0] =
ip[0:3] = 1
ip[0] = 09
ip[0] = 0x1ffffffff
ip[0] / 0 = 1
ip[0] % 0 = 1
ip[0] << 40 = 1
esp[0] = 1
foo[0] = 1
tcp or foo
tcp or 80
host a or b
icmp 5
(host 1.2.3.4) or 1.2.3.5
host 1.2.3.4 or tcp or 1.2.3.5
gateway foo
gateway 1.2.3.4
tcp broadcast
tcp multicast
arp proto 4
tcp proto 4
ip6 host 1.2.3.4
less foo
greater -1
host 1.2.3.4 and
()
tcp)
$
tcp @ udp
proto foo and (
mask
src dst 1.2.3.4
src or 1.2.3.4
not and
1 +
len
`;

const linesOf = (text: string) => text.trim().split('\n');

export const filters = linesOf(FILTERS);
export const linkFilters = linesOf(LINK_FILTERS);
export const wrongFilters = linesOf(WRONG_FILTERS);
