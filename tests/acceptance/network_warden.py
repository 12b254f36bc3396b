"""`python -m tests.acceptance.network_warden REPORT COMMAND…`: run a command and report whom it turns to.

In network and mount namespaces of its own, it makes every address one of the loopback interface. A packet to anywhere
is seen there and refused at once, so that nothing goes out and nobody waits. REPORT gets a line for each name that was
looked up and for each address that is not loopback.
"""

from __future__ import annotations

import os
import select
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

#: Resolvers and name caches that answer over a socket file would ask outside, unseen.
HIDE_SERVICES = ("mount", "-t", "tmpfs", "none", "/run")

# from linux/rtnetlink.h
_NEW_LINK, _NEW_ROUTE = 16, 24
_CREATE_AND_ANSWER = 0x405
_UP = 1
_LOCAL_TABLE, _STATIC, _HOST_SCOPE, _LOCAL = 255, 4, 254, 2
_OUT_INTERFACE = 4

# from linux/if_packet.h
_ALL = 3
_PACKET, _STATISTICS = 263, 6

_TCP, _UDP, _ICMP = 6, 17, {1, 58}
_SYN, _SYN_ACK = 0x02, 0x12
_LOOK_UPS = 53


def main(report: str, *command: str) -> int:
    """Run a command in this process's namespaces, report what it sent, and return its exit code."""
    subprocess.run(HIDE_SERVICES, check=True)  # noqa: S603 - our own
    _open_loopback()
    with socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(_ALL)) as tap:
        with subprocess.Popen(command) as child:  # noqa: S603 - our own programs
            sent = dict.fromkeys(_watch(tap, child))
        _, lost = struct.unpack("=II", tap.getsockopt(_PACKET, _STATISTICS, 8))
    if lost:
        sent[f"{lost} packets that were not seen"] = None
    Path(report).write_text("".join(f"{line}\n" for line in sent))
    return child.returncode


def _open_loopback() -> None:
    """Set the loopback interface up, as the owner of every address."""
    interface = socket.if_nametoindex("lo")
    _tell_kernel(_NEW_LINK, struct.pack("=BxHiII", socket.AF_UNSPEC, 0, interface, _UP, _UP))
    for family in (socket.AF_INET, socket.AF_INET6) if has_ipv6() else (socket.AF_INET,):
        everything = struct.pack("=8BI", family, 0, 0, 0, _LOCAL_TABLE, _STATIC, _HOST_SCOPE, _LOCAL, 0)
        _tell_kernel(_NEW_ROUTE, everything + struct.pack("=HHi", 8, _OUT_INTERFACE, interface))


def has_ipv6() -> bool:
    """Whether an interface that is up has an IPv6 address."""
    addresses = Path("/proc/net/if_inet6")
    return addresses.exists() and bool(addresses.read_text())


def _tell_kernel(kind: int, body: bytes) -> None:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as kernel:
        kernel.send(struct.pack("=IHHII", 16 + len(body), kind, _CREATE_AND_ANSWER, 1, 0) + body)
        (negative,) = struct.unpack_from("=i", kernel.recv(4096), 16)
    if negative:
        raise OSError(-negative, os.strerror(-negative))


def _watch(tap: socket.socket, child: subprocess.Popen[bytes]) -> Iterator[str]:
    """Whom a child turns to, until it has ended and no packet is left."""
    while True:
        ended = child.poll() is not None
        if select.select([tap], [], [], 0.05)[0]:
            packet, (_, _, way, *_) = tap.recvfrom(65535)
            if way == socket.PACKET_OUTGOING:
                yield from _told(packet)
        elif ended:
            return


def _told(packet: bytes) -> Iterator[str]:
    """Whom a packet turns to; nobody where it answers, or stays on loopback and looks nothing up."""
    address: IPv4Address | IPv6Address
    if packet[0] >> 4 == 4:
        protocol, load, address = packet[9], packet[(packet[0] & 15) * 4 :], IPv4Address(packet[16:20])
    else:
        protocol, load, address = packet[6], packet[40:], IPv6Address(packet[24:40])
    if protocol in _ICMP or (protocol == _TCP and load[13] & _SYN_ACK != _SYN):
        return
    port = int.from_bytes(load[2:4]) if protocol in {_TCP, _UDP} else None
    if protocol == _UDP and port == _LOOK_UPS:
        yield f"look-up of {_name(load[20:])}"
    elif port == _LOOK_UPS or not address.is_loopback:
        yield f"{ {_TCP: 'TCP', _UDP: 'UDP'}.get(protocol, f'protocol {protocol}') } to {address} port {port}"


def _name(question: bytes) -> str:
    """The name that a question to a name server begins with: labels with their lengths, up to an empty one."""
    labels = []
    while question and question[0]:
        end = question[0] + 1
        labels.append(question[1:end].decode(errors="replace"))
        question = question[end:]
    return ".".join(labels)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
