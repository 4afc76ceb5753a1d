"""IPIP for kernels that have none: tunl0 is a TUN device, and this adds and removes the outer header.

Models ip_tunnel_xmit() for a device without a remote end (net/ipv4/ip_tunnel.c, Calico's tunl0): the
outer destination is the next hop of the inner packet's route, which the kernel itself is asked for;
TTL and DF are the inner packet's; of TOS only the ECN bits (INET_ECN_encapsulate); the id is never zero.
Outer packets leave and arrive by a raw socket of protocol 4, so routing, netfilter, ARP and the path in
between are the kernel's.

Not modelled: an outer packet that is too long for its way is lost, where the kernel would cut it or
complain. tunl0's own MTU sees to it that none is, as long as that is not raised.

Commands on standard input, one a line: "attach FILE DEVICE", FILE naming the network namespace; each
is answered by "ok" or "error WORDS". At the end of standard input this ends.
"""
import ctypes
import fcntl
import os
import selectors
import socket
import struct
import sys

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
CLONE_NEWNET = 0x40000000
ECN_MASK, ECN_ECT_0, ECN_CE = 0x3, 0x2, 0x3
PROTOCOL_IPIP = 4
RTM_NEWROUTE, RTM_GETROUTE = 24, 26
NLM_F_REQUEST = 1
RTA_DST, RTA_GATEWAY = 1, 5
DONT_FRAGMENT = 0x4000
PACKET_MAX = 65535

libc = ctypes.CDLL(None, use_errno=True)
selector = selectors.DefaultSelector()
home = os.open("/proc/self/ns/net", os.O_RDONLY)


def outer_ecn(tos):
    """A packet that met congestion says so inside only (RFC 3168, section 9.1.1)."""
    ecn = tos & ECN_MASK
    return ECN_ECT_0 if ecn == ECN_CE else ecn


def enter(descriptor):
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


class Tunnel:
    """One host's tunl0."""

    def __init__(self, namespace, device):
        target = os.open(namespace, os.O_RDONLY)
        enter(target)
        try:
            self.tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            request = struct.pack("16sH22x", device.encode(), IFF_TUN | IFF_NO_PI)
            fcntl.ioctl(self.tun, TUNSETIFF, request)
            # Of type IPPROTO_RAW it takes whole packets, header and all.
            self.sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
            self.receiver = socket.socket(socket.AF_INET, socket.SOCK_RAW, PROTOCOL_IPIP)
            self.routes = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
        finally:
            enter(home)
            os.close(target)
        self.receiver.setblocking(False)
        self.next_id = 1
        selector.register(self.tun, selectors.EVENT_READ, self.encapsulate_all)
        selector.register(self.receiver, selectors.EVENT_READ, self.decapsulate_all)

    def close(self):
        """The device was deleted."""
        selector.unregister(self.tun)
        selector.unregister(self.receiver)
        os.close(self.tun)
        for one in (self.sender, self.receiver, self.routes):
            one.close()

    def encapsulate_all(self):
        while True:
            try:
                packet = os.read(self.tun, PACKET_MAX)
            except BlockingIOError:
                return
            except OSError:
                self.close()
                return
            if len(packet) >= 20 and packet[0] >> 4 == 4:
                self.encapsulate(packet)

    def encapsulate(self, inner):
        remote = self.next_hop(inner[16:20])
        if remote is None:
            return
        fragment = struct.unpack("!H", inner[6:8])[0] & DONT_FRAGMENT
        # Zeros, for the kernel fills in the checksum and the source that its route asks for.
        outer = struct.pack(
            "!BBHHHBBH4s4s", 0x45, outer_ecn(inner[1]), 20 + len(inner), self.next_id, fragment,
            inner[8], PROTOCOL_IPIP, 0, bytes(4), remote)
        self.next_id = self.next_id % 65535 + 1
        try:
            self.sender.sendto(outer + inner, (socket.inet_ntoa(remote), 0))
        except OSError:
            pass

    def next_hop(self, destination):
        """The gateway of the route to there, or the destination itself; None where there is no route."""
        body = struct.pack("=BBBBBBBBI", socket.AF_INET, 32, 0, 0, 0, 0, 0, 0, 0)
        body += struct.pack("=HH4s", 8, RTA_DST, destination)
        self.routes.send(struct.pack("=IHHII", 16 + len(body), RTM_GETROUTE, NLM_F_REQUEST, 0, 0) + body)
        answer = self.routes.recv(8192)
        if struct.unpack("=H", answer[4:6])[0] != RTM_NEWROUTE:
            return None
        at = 16 + 12
        while at + 4 <= len(answer):
            length, kind = struct.unpack("=HH", answer[at:at + 4])
            if kind == RTA_GATEWAY:
                return answer[at + 4:at + 8]
            at += max(4, (length + 3) & ~3)
        return destination

    def decapsulate_all(self):
        while True:
            try:
                outer = self.receiver.recv(PACKET_MAX)
            except BlockingIOError:
                return
            inner = outer[(outer[0] & 15) * 4:]
            if len(inner) >= 20 and inner[0] >> 4 == 4:
                try:
                    os.write(self.tun, inner)
                except OSError:
                    pass  # tunl0 is down.


def obey():
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    _, namespace, device = line.split()
    try:
        Tunnel(namespace, device)
        print("ok", flush=True)
    except OSError as error:
        print("error", error, flush=True)


selector.register(sys.stdin, selectors.EVENT_READ, obey)
while True:
    for key, _ in selector.select():
        # One that was closed a moment ago may still be in this list.
        if key.fileobj in selector.get_map():
            key.data()
