"""Sends a frame, as hexadecimal digits on standard input, out of a device, past routing and netfilter
(packet(7)).

    packet-socket.py send DEVICE COUNT PAUSE
    packet-socket.py ask  DEVICE COUNT SECONDS ADDRESS

`send` pauses so many seconds after each. `ask` listens so long after each for ARP replies that speak for
the address, and prints a JSON array with one array of their MAC addresses for each.
"""
import json
import socket
import sys
import time

ETH_P_ARP = 0x0806
ARP_SIZE = 42
REPLY = (2).to_bytes(2, "big")


def opened(device, protocol):
    packet_socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(protocol))
    packet_socket.bind((device, protocol))
    return packet_socket


def send(frame, device, count, pause):
    packet_socket = opened(device, 0)
    for _ in range(int(count)):
        packet_socket.send(frame)
        time.sleep(float(pause))


def ask(frame, device, count, seconds, address):
    packet_socket = opened(device, ETH_P_ARP)
    answers = []
    for _ in range(int(count)):
        end = time.monotonic() + float(seconds)
        packet_socket.send(frame)
        answers.append(list(heard(packet_socket, socket.inet_aton(address), end)))
    print(json.dumps(answers))


def heard(packet_socket, address, end):
    while (left := end - time.monotonic()) > 0:
        packet_socket.settimeout(left)
        try:
            frame, (_, _, kind, *_) = packet_socket.recvfrom(2048)
        except TimeoutError:
            return
        is_ours = kind == socket.PACKET_OUTGOING
        if not is_ours and len(frame) >= ARP_SIZE and frame[20:22] == REPLY and frame[28:32] == address:
            yield frame[22:28].hex(":")


globals()[sys.argv[1]](bytes.fromhex(sys.stdin.read()), *sys.argv[2:])
