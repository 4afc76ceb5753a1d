"""Clients that talk to a server, each socket in a network namespace of its own, one after another.

An order in JSON on standard input: protocol (udp, tcp), server (the file of its namespace), bind,
serverPort, to, port, wait (seconds), flows [{place, sport}], and for udp size and df (do, dont, null), for
tcp mode (talk, handshake) and listen. Prints a JSON array with one object for each flow: saw {ip, samePort,
bytes}, echoed, or error, in the words of strerror(3).

UDP: one datagram each, echoed. TCP: five bytes each way; a handshake is ended by a reset at once, so that
it is the same frames every time.
"""
import ctypes
import json
import os
import socket
import struct
import sys
import time

CLONE_NEWNET = 0x40000000
IP_MTU_DISCOVER = 10
MTU_DISCOVER = {"do": 2, "dont": 0}
DATAGRAM_MAX = 70000
NO_LINGER = struct.pack("ii", 1, 0)

libc = ctypes.CDLL(None, use_errno=True)
home = os.open("/proc/self/ns/net", os.O_RDONLY)


def enter(descriptor):
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def socket_at(place, kind, wait):
    """A socket stays in the namespace where it was made."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        enter(descriptor)
        made = socket.socket(socket.AF_INET, kind)
    finally:
        enter(home)
        os.close(descriptor)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.settimeout(wait)
    return made


def saw(address, client, **more):
    return {"ip": address[0], "samePort": address[1] == client.getsockname()[1], **more}


def udp(order):
    server = socket_at(order["server"], socket.SOCK_DGRAM, order["wait"])
    server.bind((order["bind"], order["serverPort"]))
    clients = [datagram_client(order, flow) for flow in order["flows"]]
    return [datagram(order, server, client) for client in clients]


def datagram_client(order, flow):
    client = socket_at(flow["place"], socket.SOCK_DGRAM, order["wait"])
    if flow["sport"]:
        client.bind(("0.0.0.0", flow["sport"]))
    if order["df"]:
        client.setsockopt(socket.IPPROTO_IP, IP_MTU_DISCOVER, MTU_DISCOVER[order["df"]])
    client.connect((order["to"], order["port"]))
    return client


def datagram(order, server, client):
    result = {}
    try:
        client.send(b"x" * order["size"])
        data, address = server.recvfrom(DATAGRAM_MAX)
        result["saw"] = saw(address, client, bytes=len(data))
        server.sendto(b"y" * len(data), address)
        result["echoed"] = len(client.recv(DATAGRAM_MAX))
    except OSError as error:
        result["error"] = error.strerror or type(error).__name__
    return result


def tcp(order):
    server = None
    if order["listen"]:
        server = socket_at(order["server"], socket.SOCK_STREAM, order["wait"])
        server.bind((order["bind"], order["serverPort"]))
        server.listen(16)
    open_pairs = []
    results = [connection(order, server, flow, open_pairs) for flow in order["flows"]]
    for client, served in open_pairs:
        client.close()
        time.sleep(0.02)
        if served:
            served.close()
    return results


def connection(order, server, flow, open_pairs):
    result = {}
    client = socket_at(flow["place"], socket.SOCK_STREAM, order["wait"])
    served = None
    try:
        if flow["sport"]:
            client.bind(("0.0.0.0", flow["sport"]))
        client.connect((order["to"], order["port"]))
        served, address = server.accept()
        served.settimeout(2)
        result["saw"] = saw(address, client)
        if order["mode"] == "handshake":
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
            client.close()
            time.sleep(0.05)
            served.close()
            return result
        client.sendall(b"hello")
        served.recv(100)
        served.sendall(b"world")
        result["echoed"] = len(client.recv(100))
    except OSError as error:
        result["error"] = error.strerror or str(error) or type(error).__name__
    open_pairs.append((client, served))
    return result


order = json.load(sys.stdin)
print(json.dumps(globals()[order["protocol"]](order)))
