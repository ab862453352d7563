package app.lectern.demo.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Reads HTTP/1.1 requests from a connection, bodies with a length or in chunks.
final class HttpReader {

    private static final int LINE_LIMIT = 64 * 1024;
    private static final int BODY_LIMIT = 16 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    HttpReader(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.out = out;
    }

    /// The next request, or null when the client has closed the connection between two requests.
    HttpCall next() throws IOException {
        var line = line();
        if (line == null) {
            return null;
        }
        var parts = line.split(" ");
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new IOException("not an HTTP/1.1 request line");
        }
        var headers = headers();
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        var body = body(headers);
        var mark = parts[1].indexOf('?');
        return new HttpCall(parts[0], mark < 0 ? parts[1] : parts[1].substring(0, mark),
                mark < 0 ? null : parts[1].substring(mark + 1), headers, body);
    }

    private Map<String, String> headers() throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); line != null && !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.merge(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        byte[] sent;
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            sent = chunks();
        } else {
            sent = exactly(length(headers.getOrDefault("Content-Length", "0"), 10));
        }
        if ("gzip".equalsIgnoreCase(headers.get("Content-Encoding"))) {
            return new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
        }
        return sent;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            var head = line();
            if (head == null) {
                throw new IOException("chunked body cut off");
            }
            var size = length(head.split(";")[0].strip(), 16);
            all.write(exactly(size));
            if (size == 0) {
                headers();
                return all.toByteArray();
            }
            line();
            if (all.size() > BODY_LIMIT) {
                throw new IOException("body too large");
            }
        }
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("body cut off");
        }
        return bytes;
    }

    private static int length(String text, int radix) throws IOException {
        try {
            var length = Integer.parseInt(text, radix);
            if (length >= 0 && length <= BODY_LIMIT) {
                return length;
            }
        } catch (NumberFormatException notANumber) {
            // answered below with all other impossible lengths
        }
        throw new IOException("impossible length");
    }

    private String line() throws IOException {
        var text = new ByteArrayOutputStream(128);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return text.size() == 0 ? null : text.toString(StandardCharsets.ISO_8859_1);
            }
            if (text.size() > LINE_LIMIT) {
                throw new IOException("line too long");
            }
            text.write(next);
        }
        var line = text.toString(StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
