"""An HTTPS server on the loopback interface for tst_secure_server: secure_server.py CERTIFICATE KEY LOCATION.

/file is a file with its git id as etag, /away redirects to LOCATION. Prints its port and ends with its standard input.
"""
import hashlib
import http.server
import ssl
import sys
import threading

FILE = b"hello\n"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", sys.argv[3])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("ETag", '"%s"' % hashlib.sha1(b"blob %d\0" % len(FILE) + FILE).hexdigest())
        self.send_header("Content-Length", str(len(FILE)))
        self.end_headers()
        self.wfile.write(FILE)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1], sys.argv[2])
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
