"""A proxy between a collector and GitHub that counts requests and bytes, the same for everybody."""

import http.client
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

# Between two hops only (RFC 9110, section 7.6.1); the lengths are set anew.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host",
              "content-length", "proxy-connection", "date", "server"}


@dataclass
class Traffic:
    """What went through the meter."""

    graphql_requests: int = 0
    rest_requests: int = 0
    # Of bodies as they came over the wire, compressed where the server compresses.
    bytes_received: int = 0


class Meter:
    """Listens on a free port of 127.0.0.1 while the `with` block runs."""

    def __init__(self, rest_url, graphql_url):
        self.upstream_rest, self.upstream_graphql = rest_url, graphql_url
        self._lock, self._traffic = threading.Lock(), Traffic()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        address = f"http://127.0.0.1:{self._server.server_port}"
        self.rest_url, self.graphql_url = f"{address}/rest", f"{address}/graphql"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def take(self):
        """What was counted since the last call."""
        with self._lock:
            taken, self._traffic = self._traffic, Traffic()
        return taken

    def count(self, is_graphql, size):
        with self._lock:
            if is_graphql:
                self._traffic.graphql_requests += 1
            else:
                self._traffic.rest_requests += 1
            self._traffic.bytes_received += size

    def target(self, path):
        """The address behind a path of the proxy, and whether it is the GraphQL interface."""
        if path.startswith("/graphql"):
            return self.upstream_graphql, True
        return self.upstream_rest + path.removeprefix("/rest"), False


def _handler(meter):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body leave in two writes; the second must not wait for the first's receipt.
        disable_nagle_algorithm = True

        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            url, is_graphql = meter.target(self.path)
            try:
                status, headers, answer = self.ask(url, body)
            except OSError as problem:
                self.send_error(502, f"the server behind the meter: {problem}")
                return
            meter.count(is_graphql, len(answer))
            self.send_response_only(status)
            for name, value in headers:
                # Next pages and redirects must come through the meter, too.
                if name.lower() in ("link", "location"):
                    value = value.replace(meter.upstream_rest, meter.rest_url)
                if name.lower() not in HOP_BY_HOP:
                    self.send_header(name, value)
            if status not in (204, 304):
                self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def ask(self, url, body):
            parts = urlsplit(url)
            secure = parts.scheme == "https"
            connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
            connection = connect(parts.netloc, timeout=120)
            headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP_BY_HOP}
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            try:
                connection.request(self.command, path, body or None, headers)
                answer = connection.getresponse()
                return answer.status, answer.getheaders(), answer.read()
            finally:
                connection.close()

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = forward

        def log_message(self, *_):
            pass

    return Handler
