"""A wire between a client and a server that a test can cut."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Wire:
    """Listens on `port` and passes bytes on to `server` and back, until `cut` or until `after` bytes went to the server."""

    def __init__(self, server: int) -> None:
        self._server = server
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self._left: int | None = None
        self.passed = 0
        self.cuts = 0
        self._mended = True
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, many: int) -> None:
        """Cut every connection once `many` more bytes went to the server; new ones work."""
        with self._lock:
            self._left = many

    def break_off(self) -> None:
        """Cut every connection now and let no new one through."""
        self._mended = False
        self._cut()

    def mend(self) -> None:
        self._mended = True

    def close(self) -> None:
        self._listening.close()
        self._cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                if not self._mended:
                    client.close()
                    continue
                there = socket.create_connection(("127.0.0.1", self._server))
                with self._lock:
                    self._ends += [client, there]
                threading.Thread(target=self._pass, args=(client, there, True), daemon=True).start()
                threading.Thread(target=self._pass, args=(there, client, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, to_server: bool) -> None:
        with suppress(OSError):
            while data := source.recv(1024):
                if to_server and self._is_over(len(data)):
                    self._cut()
                    return
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.close()

    def _is_over(self, many: int) -> bool:
        with self._lock:
            self.passed += many
            if self._left is None:
                return False
            self._left -= many
            if self._left > 0:
                return False
            self._left = None
            return True

    def _cut(self) -> None:
        with self._lock:
            ends, self._ends = self._ends, []
            self.cuts += bool(ends)
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
