"""One exchange over a socket, one end of it: five bytes each way by TCP, an echoed datagram by UDP.

    exchange.py serve  tcp|udp PORT
    exchange.py connect tcp|udp ADDRESS PORT SOURCEPORT SECONDS

Prints one object of JSON a line: {"listening": true}, {"saw": [ADDRESS, PORT]}, {"echoed": BYTES} or
{"error": NAME, the errno's}. SOURCEPORT 0 leaves the port to the kernel.
"""
import errno
import json
import socket
import sys

DATAGRAM = b"x" * 16


def say(**words):
    print(json.dumps(words), flush=True)


def serve(protocol, port):
    kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
    listener = socket.socket(socket.AF_INET, kind)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("0.0.0.0", int(port)))
    if protocol == "udp":
        say(listening=True)
        data, client = listener.recvfrom(65535)
        say(saw=client)
        listener.sendto(data, client)
        return
    listener.listen(8)
    say(listening=True)
    connection, client = listener.accept()
    say(saw=client)
    if connection.recv(5):
        connection.sendall(b"world")
    connection.recv(1)
    connection.close()


def connect(protocol, address, port, source_port, seconds):
    kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
    client = socket.socket(socket.AF_INET, kind)
    client.settimeout(float(seconds))
    client.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if source_port != "0":
        client.bind(("0.0.0.0", int(source_port)))
    client.connect((address, int(port)))
    client.sendall(b"hello" if protocol == "tcp" else DATAGRAM)
    say(echoed=len(client.recv(65535)))
    client.close()


try:
    globals()[sys.argv[1]](*sys.argv[2:])
except TimeoutError:
    say(error="ETIMEDOUT")
except OSError as error:
    say(error=errno.errorcode.get(error.errno, "EIO"))
