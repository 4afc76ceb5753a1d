/**
 * Rules and their IDs as Calico's own renderer printed them (v3.26.4 and v3.30.3): a line is table,
 * chain, ID and the text that was hashed.
 */

export const IPIP = `
raw cali-PREROUTING XFX5xbM8B9qR10JG --jump MARK --set-mark 0/0xf0000
raw cali-PREROUTING EWMPb0zVROM-woQp --in-interface cali+ --jump MARK --set-mark 0x40000/0x40000
raw cali-PREROUTING PWuxTAIaFCtsg5Qa -m mark --mark 0x40000/0x40000 --jump cali-rpf-skip
raw cali-PREROUTING fSSbGND7dgyemWU7 -m mark --mark 0x40000/0x40000 -m rpfilter --invert --validmark --jump DROP
raw cali-PREROUTING ImU0-4Rl2WoOI9Ou -m mark --mark 0/0x40000 --jump cali-from-host-endpoint
raw cali-PREROUTING lV4V2MPoMBf0hl9T -m mark --mark 0x10000/0x10000 --jump ACCEPT
raw cali-OUTPUT njdnLwYeGqBJyMxW --jump MARK --set-mark 0/0xf0000
raw cali-OUTPUT rz86uTUcEZAfFsh7 --jump cali-to-host-endpoint
raw cali-OUTPUT pN0F5zD0b8yf9W1Z -m mark --mark 0x10000/0x10000 --jump ACCEPT
mangle cali-PREROUTING 6BJqBjBC7crtA-7- -m conntrack --ctstate RELATED,ESTABLISHED --jump ACCEPT
mangle cali-PREROUTING KX7AGNd6rMcDUai6 -m mark --mark 0x10000/0x10000 --jump ACCEPT
mangle cali-PREROUTING wNH7KsA3ILKJBsY9 --jump cali-from-host-endpoint
mangle cali-PREROUTING Cg96MgVuoPm7UMRo -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
mangle cali-POSTROUTING NX-7roTexQ3fGRfU -m mark --mark 0x10000/0x10000 --jump RETURN
mangle cali-POSTROUTING nnqPh8lh2VOogSzX --jump MARK --set-mark 0/0xf0000
mangle cali-POSTROUTING nquN8Jw8Tz72pcBW -m conntrack --ctstate DNAT --jump cali-to-host-endpoint
mangle cali-POSTROUTING jWrgvDQ0xEZHmta3 -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump RETURN
nat cali-PREROUTING r6XmIziWUJsdOK6Z --jump cali-fip-dnat
nat cali-POSTROUTING Z-c7XtVd2Bq7s_hA --jump cali-fip-snat
nat cali-POSTROUTING nYKhEzDlr11Jccal --jump cali-nat-outgoing
nat cali-POSTROUTING SXWvdsbh4Mw7wOln --out-interface tunl0 -m addrtype ! --src-type LOCAL --limit-iface-out -m addrtype --src-type LOCAL --jump MASQUERADE --random-fully
nat cali-OUTPUT GBTAv2p5CwevEyJm --jump cali-fip-dnat
nat cali-nat-outgoing flqWnvo8yq4ULQLa -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst --jump MASQUERADE --random-fully
filter cali-FORWARD vjrMJCRpqwy5oRoX --jump MARK --set-mark 0/0xe0000
filter cali-FORWARD A_sPAO0mcxbT9mOV -m mark --mark 0/0x10000 --jump cali-from-hep-forward
filter cali-FORWARD 8ZoYfO5HKXWbB3pk --in-interface cali+ --jump cali-from-wl-dispatch
filter cali-FORWARD jdEuaPBe14V2hutn --out-interface cali+ --jump cali-to-wl-dispatch
filter cali-FORWARD 12bc6HljsMKsmfr- --jump cali-to-hep-forward
filter cali-FORWARD NOSxoaGx8OIstr1z --jump cali-cidr-block
filter cali-INPUT PajejrV4aFdkZojI -m comment --comment "Allow IPIP packets from Calico hosts" -p 4 -m set --match-set cali40all-hosts-net src -m addrtype --dst-type LOCAL --jump ACCEPT
filter cali-INPUT _wjq-Yrma8Ly1Svo -m comment --comment "Drop IPIP packets from non-Calico hosts" -p 4 --jump DROP
filter cali-INPUT 8TZGxLWh_Eiz66wc --in-interface cali+ --goto cali-wl-to-host
filter cali-INPUT 6McIeIDvPdL6PE1T -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-INPUT YGPbrUms7NId8xVa --jump MARK --set-mark 0/0xf0000
filter cali-INPUT 2gmY7Bg2i0i84Wk_ --jump cali-from-host-endpoint
filter cali-INPUT q-Vz2ZT9iGE331LL -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-wl-to-host Ee9Sbo10IpVujdIY --jump cali-from-wl-dispatch
filter cali-wl-to-host nSZbcOoG1xPONxb8 -m comment --comment "Configured DefaultEndpointToHostAction" --jump ACCEPT
filter cali-OUTPUT Mq1_rAdXXH3YkrzW -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT 69FkRTJDvD5Vu6Vl --out-interface cali+ --jump RETURN
filter cali-OUTPUT AnEsmO6bDZbQntWW -m comment --comment "Allow IPIP packets to other Calico hosts" -p 4 -m set --match-set cali40all-hosts-net dst -m addrtype --src-type LOCAL --jump ACCEPT
filter cali-OUTPUT 9e9Uf3GU5tX--Lxy --jump MARK --set-mark 0/0xf0000
filter cali-OUTPUT 0f3LDz_VKuHFaA2K -m conntrack ! --ctstate DNAT --jump cali-to-host-endpoint
filter cali-OUTPUT OgU2f8BVEAZ_fwkq -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-cidr-block Y7yx6NcEkDkD1Bnj --destination 10.96.0.0/12 --jump DROP
filter cali-from-wl-dispatch zTj6P0TIgYvgz-md -m comment --comment "Unknown interface" --jump DROP
filter cali-to-wl-dispatch 7KNphB1nNHw80nIO -m comment --comment "Unknown interface" --jump DROP
`;

export const FAILSAFE = `
raw cali-failsafe-in wWFQM43tJU7wwnFZ -p tcp -m multiport --destination-ports 22 --jump ACCEPT
raw cali-failsafe-in LwNV--R8MjeUYacw -p udp -m multiport --destination-ports 68 --jump ACCEPT
raw cali-failsafe-in QOO5NUOqOSS1_Iw0 -p tcp -m multiport --destination-ports 179 --jump ACCEPT
raw cali-failsafe-in cwZWoBSwVeIAZmVN -p tcp -m multiport --destination-ports 2379 --jump ACCEPT
raw cali-failsafe-in 7FbNXT91kugE_upR -p tcp -m multiport --destination-ports 2380 --jump ACCEPT
raw cali-failsafe-in 8Ftbkk2dRH2eEeq1 -p tcp -m multiport --destination-ports 5473 --jump ACCEPT
raw cali-failsafe-in -JoRSaAQZPJAegMo -p tcp -m multiport --destination-ports 6443 --jump ACCEPT
raw cali-failsafe-in PUKij4Rn9njHfVTi -p tcp -m multiport --destination-ports 6666 --jump ACCEPT
raw cali-failsafe-in vSprVE-4rient0wc -p tcp -m multiport --destination-ports 6667 --jump ACCEPT
raw cali-failsafe-in 5FMJxeFRJfisGvcj -p udp -m multiport --source-ports 53 --jump ACCEPT
raw cali-failsafe-in oFvJCuh5JYJWtOxJ -p udp -m multiport --source-ports 67 --jump ACCEPT
raw cali-failsafe-in tB3k-uOYKx5Eojo1 -p tcp -m multiport --source-ports 179 --jump ACCEPT
raw cali-failsafe-in g8ehpdolb2tqoKZq -p tcp -m multiport --source-ports 2379 --jump ACCEPT
raw cali-failsafe-in Xq497yMLKgOppNs8 -p tcp -m multiport --source-ports 2380 --jump ACCEPT
raw cali-failsafe-in n5ydGurw6_3FeGBL -p tcp -m multiport --source-ports 5473 --jump ACCEPT
raw cali-failsafe-in LW8T61IMKSNx_sl0 -p tcp -m multiport --source-ports 6443 --jump ACCEPT
raw cali-failsafe-in 7eZAxCiiFv6o92sE -p tcp -m multiport --source-ports 6666 --jump ACCEPT
raw cali-failsafe-in r2XbJ4DDeEDLpH9E -p tcp -m multiport --source-ports 6667 --jump ACCEPT
raw cali-failsafe-out 82hjfji-wChFhAqL -p udp -m multiport --destination-ports 53 --jump ACCEPT
raw cali-failsafe-out TNM3RfEjbNr72hgH -p udp -m multiport --destination-ports 67 --jump ACCEPT
raw cali-failsafe-out ycxKitIl4u3dK0HR -p tcp -m multiport --destination-ports 179 --jump ACCEPT
raw cali-failsafe-out hxjEWyxdkXXkdvut -p tcp -m multiport --destination-ports 2379 --jump ACCEPT
raw cali-failsafe-out cA_GLtruuvG88KiO -p tcp -m multiport --destination-ports 2380 --jump ACCEPT
raw cali-failsafe-out ALz4foMyfue7vaqK -p tcp -m multiport --destination-ports 5473 --jump ACCEPT
raw cali-failsafe-out zvCXe1uOiQ8adzhn -p tcp -m multiport --destination-ports 6443 --jump ACCEPT
raw cali-failsafe-out Lppo9JuKR7AyZoWQ -p tcp -m multiport --destination-ports 6666 --jump ACCEPT
raw cali-failsafe-out EoOkKdH0fekirfk8 -p tcp -m multiport --destination-ports 6667 --jump ACCEPT
raw cali-failsafe-out OKOusAMdhzXNpc88 -p tcp -m multiport --source-ports 22 --jump ACCEPT
raw cali-failsafe-out 9huBPZ4ACnEa0-t2 -p udp -m multiport --source-ports 68 --jump ACCEPT
raw cali-failsafe-out sNCio3RqSSibg3zV -p tcp -m multiport --source-ports 179 --jump ACCEPT
raw cali-failsafe-out 4RoNCr6sQRAtTuOY -p tcp -m multiport --source-ports 2379 --jump ACCEPT
raw cali-failsafe-out COcyrSEuFzf_rQto -p tcp -m multiport --source-ports 2380 --jump ACCEPT
raw cali-failsafe-out QEdUWWbsmT9jiwxv -p tcp -m multiport --source-ports 5473 --jump ACCEPT
raw cali-failsafe-out C6RKSHTJzL_Okvgj -p tcp -m multiport --source-ports 6443 --jump ACCEPT
raw cali-failsafe-out b2uUvxeFtT57Rhtt -p tcp -m multiport --source-ports 6666 --jump ACCEPT
raw cali-failsafe-out sjYTW34xQM8oL0Bg -p tcp -m multiport --source-ports 6667 --jump ACCEPT
`;

export const IPIP_V3_30 = `
raw cali-PREROUTING DQ6LK2guiBRMyrLK --jump MARK --set-mark 0/0x1b0000
raw cali-PREROUTING o0awFTLnSamXVVNW --in-interface cali+ --jump MARK --set-mark 0x80000/0x80000
raw cali-PREROUTING aJ7XamFJS43rOYyJ -m mark --mark 0x80000/0x80000 --jump cali-rpf-skip
raw cali-PREROUTING hOMHbY_OXb_BF9pw -m mark --mark 0x80000/0x80000 -m rpfilter --invert --validmark --jump DROP
raw cali-PREROUTING N7S4OAqlgBJWcynn -m mark --mark 0/0x80000 --jump cali-from-host-endpoint
raw cali-PREROUTING 8A061i5zP9KV-opa -m mark --mark 0x10000/0x10000 --jump ACCEPT
raw cali-OUTPUT clI8WObfCl4yhr60 --jump MARK --set-mark 0/0x1b0000
raw cali-OUTPUT ZbkN6P8OdRcBRPpU --jump cali-to-host-endpoint
raw cali-OUTPUT tTi_3jFgvxUFsObH -m mark --mark 0x10000/0x10000 --jump ACCEPT
mangle cali-POSTROUTING NX-7roTexQ3fGRfU -m mark --mark 0x10000/0x10000 --jump RETURN
mangle cali-POSTROUTING JkYr4aB8O4_N8NBS --jump MARK --set-mark 0/0x1b0000
mangle cali-POSTROUTING nO0nbHA3Or7V6l7t -m conntrack --ctstate DNAT --jump cali-to-host-endpoint
mangle cali-POSTROUTING mgxNjIoKySH7TEGH -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump RETURN
nat cali-nat-outgoing flqWnvo8yq4ULQLa -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst --jump MASQUERADE --random-fully
filter cali-FORWARD W_vvds1Nw3n9QE2f --jump MARK --set-mark 0/0x1a0000
filter cali-FORWARD ZfgmjuiLaA8Pg0kp -m mark --mark 0/0x10000 --jump cali-from-hep-forward
filter cali-FORWARD tAzwBLPaV-j53OOZ --in-interface cali+ --jump cali-from-wl-dispatch
filter cali-FORWARD 4Z0Pf0byo05NFe-P --out-interface cali+ --jump cali-to-wl-dispatch
filter cali-FORWARD hQ7Oc16wmUtLuneJ --jump cali-to-hep-forward
filter cali-FORWARD rnKNH2WxGcRQcIlD --jump cali-cidr-block
filter cali-INPUT PajejrV4aFdkZojI -m comment --comment "Allow IPIP packets from Calico hosts" -p 4 -m set --match-set cali40all-hosts-net src -m addrtype --dst-type LOCAL --jump ACCEPT
filter cali-INPUT _wjq-Yrma8Ly1Svo -m comment --comment "Drop IPIP packets from non-Calico hosts" -p 4 --jump DROP
filter cali-INPUT 8TZGxLWh_Eiz66wc --in-interface cali+ --goto cali-wl-to-host
filter cali-INPUT 6McIeIDvPdL6PE1T -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-INPUT FHoqwXIibih3FkAm --jump MARK --set-mark 0/0x1b0000
filter cali-INPUT qZ1_fX7-OsFCh64q --jump cali-from-host-endpoint
filter cali-INPUT 64so3UXgS7MtBy-m -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT Mq1_rAdXXH3YkrzW -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT 69FkRTJDvD5Vu6Vl --out-interface cali+ --jump RETURN
filter cali-OUTPUT AnEsmO6bDZbQntWW -m comment --comment "Allow IPIP packets to other Calico hosts" -p 4 -m set --match-set cali40all-hosts-net dst -m addrtype --src-type LOCAL --jump ACCEPT
filter cali-OUTPUT KMCPT0oQKE3eYLxL --jump MARK --set-mark 0/0x1b0000
filter cali-OUTPUT cMHr2aCzyAyBKiqV -m conntrack ! --ctstate DNAT --jump cali-to-host-endpoint
filter cali-OUTPUT EI7GEITASEcJBTEO -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-cidr-block Y7yx6NcEkDkD1Bnj --destination 10.96.0.0/12 --jump DROP
`;

export const VXLAN = `
nat cali-POSTROUTING Z-c7XtVd2Bq7s_hA --jump cali-fip-snat
nat cali-POSTROUTING nYKhEzDlr11Jccal --jump cali-nat-outgoing
nat cali-POSTROUTING e9dnSgSVNmIcpVhP --out-interface vxlan.calico -m addrtype ! --src-type LOCAL --limit-iface-out -m addrtype --src-type LOCAL --jump MASQUERADE --random-fully
filter cali-INPUT J76FwxInZIsk7uKY -m comment --comment "Allow IPv4 VXLAN packets from allowed hosts" -p 17 -m multiport --destination-ports 4789 -m set --match-set cali40all-vxlan-net src -m addrtype --dst-type LOCAL --jump ACCEPT
filter cali-INPUT EDCNTTxYfggApx8C -m comment --comment "Drop IPv4 VXLAN packets from non-allowed hosts" -p 17 -m multiport --destination-ports 4789 -m addrtype --dst-type LOCAL --jump DROP
filter cali-INPUT H03xYXARh4e8pwd4 --in-interface cali+ --goto cali-wl-to-host
filter cali-INPUT MN6K3isIWBigb1Va -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-INPUT OSYphBLwOgic22Hz --jump MARK --set-mark 0/0xf0000
filter cali-INPUT rmi2_piRVmfeiwVp --jump cali-from-host-endpoint
filter cali-INPUT F7Q8zu44qIbOVben -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT Mq1_rAdXXH3YkrzW -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT 69FkRTJDvD5Vu6Vl --out-interface cali+ --jump RETURN
filter cali-OUTPUT -QZG79DohFjalQBb -m comment --comment "Allow IPv4 VXLAN packets to other allowed hosts" -p 17 -m multiport --destination-ports 4789 -m addrtype --src-type LOCAL -m set --match-set cali40all-vxlan-net dst --jump ACCEPT
filter cali-OUTPUT iC1pSPgbvgQzkUk_ --jump MARK --set-mark 0/0xf0000
filter cali-OUTPUT 4Zh7KtRvt4W5AEBR -m conntrack ! --ctstate DNAT --jump cali-to-host-endpoint
filter cali-OUTPUT Y0k-bqjt-5CUqyUq -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
`;

export const NO_TUNNEL = `
nat cali-POSTROUTING Z-c7XtVd2Bq7s_hA --jump cali-fip-snat
nat cali-POSTROUTING nYKhEzDlr11Jccal --jump cali-nat-outgoing
filter cali-INPUT FewJpBykm9iJ-YNH --in-interface cali+ --goto cali-wl-to-host
filter cali-INPUT hder3ARWznqqv8Va -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-INPUT xgOu2uJft6H9oDGF --jump MARK --set-mark 0/0xf0000
filter cali-INPUT _-d-qojMfHM6NwBo --jump cali-from-host-endpoint
filter cali-INPUT LqmE76MP94lZTGhA -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT Mq1_rAdXXH3YkrzW -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT 69FkRTJDvD5Vu6Vl --out-interface cali+ --jump RETURN
filter cali-OUTPUT Fskumj4SGQtDV6GC --jump MARK --set-mark 0/0xf0000
filter cali-OUTPUT 1F4VWEsQu0QbRwKf -m conntrack ! --ctstate DNAT --jump cali-to-host-endpoint
filter cali-OUTPUT m8Eqm15x1MjD24LD -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
`;

export const IPIP_AND_VXLAN = `
nat cali-POSTROUTING Z-c7XtVd2Bq7s_hA --jump cali-fip-snat
nat cali-POSTROUTING nYKhEzDlr11Jccal --jump cali-nat-outgoing
nat cali-POSTROUTING SXWvdsbh4Mw7wOln --out-interface tunl0 -m addrtype ! --src-type LOCAL --limit-iface-out -m addrtype --src-type LOCAL --jump MASQUERADE --random-fully
nat cali-POSTROUTING TLxCLfnmB_gN_OZh --out-interface vxlan.calico -m addrtype ! --src-type LOCAL --limit-iface-out -m addrtype --src-type LOCAL --jump MASQUERADE --random-fully
filter cali-INPUT PajejrV4aFdkZojI -m comment --comment "Allow IPIP packets from Calico hosts" -p 4 -m set --match-set cali40all-hosts-net src -m addrtype --dst-type LOCAL --jump ACCEPT
filter cali-INPUT _wjq-Yrma8Ly1Svo -m comment --comment "Drop IPIP packets from non-Calico hosts" -p 4 --jump DROP
filter cali-INPUT vAtgLJQrC8jqfupA -m comment --comment "Allow IPv4 VXLAN packets from allowed hosts" -p 17 -m multiport --destination-ports 4789 -m set --match-set cali40all-vxlan-net src -m addrtype --dst-type LOCAL --jump ACCEPT
filter cali-INPUT zflVeih23x0azwP- -m comment --comment "Drop IPv4 VXLAN packets from non-allowed hosts" -p 17 -m multiport --destination-ports 4789 -m addrtype --dst-type LOCAL --jump DROP
filter cali-INPUT zOE6ZvWd2aVSGBc- --in-interface cali+ --goto cali-wl-to-host
filter cali-INPUT y5neHYY7qb9577zk -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-INPUT EbsxfFErBi7tjSLQ --jump MARK --set-mark 0/0xf0000
filter cali-INPUT mDeCFX-eyVzHaKJc --jump cali-from-host-endpoint
filter cali-INPUT 1HWEswdfIJFrBxpv -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT Mq1_rAdXXH3YkrzW -m mark --mark 0x10000/0x10000 --jump ACCEPT
filter cali-OUTPUT 69FkRTJDvD5Vu6Vl --out-interface cali+ --jump RETURN
filter cali-OUTPUT AnEsmO6bDZbQntWW -m comment --comment "Allow IPIP packets to other Calico hosts" -p 4 -m set --match-set cali40all-hosts-net dst -m addrtype --src-type LOCAL --jump ACCEPT
filter cali-OUTPUT toWrC7ZJiZAxfvvK -m comment --comment "Allow IPv4 VXLAN packets to other allowed hosts" -p 17 -m multiport --destination-ports 4789 -m addrtype --src-type LOCAL -m set --match-set cali40all-vxlan-net dst --jump ACCEPT
filter cali-OUTPUT CqA02JeglnPdgekS --jump MARK --set-mark 0/0xf0000
filter cali-OUTPUT ruRq1FHScj0B37IQ -m conntrack ! --ctstate DNAT --jump cali-to-host-endpoint
filter cali-OUTPUT Owbdge6yL7t-R7sD -m comment --comment "Host endpoint policy accepted packet." -m mark --mark 0x10000/0x10000 --jump ACCEPT
`;

export const RETURN_TO_HOST = `
filter cali-wl-to-host Ee9Sbo10IpVujdIY --jump cali-from-wl-dispatch
filter cali-wl-to-host sO1YJiY1b553biDi -m comment --comment "Configured DefaultEndpointToHostAction" --jump RETURN
`;
