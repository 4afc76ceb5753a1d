"""Sends one frame, as hexadecimal digits on standard input, out of a device, past routing and
netfilter (packet(7)).

    send-frame.py DEVICE
"""
import socket
import sys

with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as packet_socket:
    packet_socket.bind((sys.argv[1], 0))
    packet_socket.send(bytes.fromhex(sys.stdin.read()))
