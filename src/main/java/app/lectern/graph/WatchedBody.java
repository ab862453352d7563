package app.lectern.graph;

import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/// Counts what is read of an answer, and says once when it is over: read to its end, closed, or broken off.
final class WatchedBody extends ResponseBody {
    private final ResponseBody inner;
    private final BufferedSource source;

    private WatchedBody(ResponseBody inner, BufferedSource source) {
        this.inner = inner;
        this.source = source;
    }

    static Response watch(Response response, LongConsumer whenOver) {
        return watch(response, whenOver, failure -> failure);
    }

    /// `explained` may tie a fault in the middle of the body to its host.
    static Response watch(Response response, LongConsumer whenOver, UnaryOperator<IOException> explained) {
        var body = response.body();
        if (body == null || body.contentLength() == 0) {
            whenOver.accept(0);
            return response;
        }
        return response.newBuilder()
                .body(new WatchedBody(body, Okio.buffer(new Counting(body.source(), whenOver, explained))))
                .build();
    }

    @Override
    public MediaType contentType() {
        return inner.contentType();
    }

    @Override
    public long contentLength() {
        return inner.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Counting extends ForwardingSource {
        private final LongConsumer whenOver;
        private final UnaryOperator<IOException> explained;
        private long bytes;
        private boolean over;

        Counting(okio.Source delegate, LongConsumer whenOver, UnaryOperator<IOException> explained) {
            super(delegate);
            this.whenOver = whenOver;
            this.explained = explained;
        }

        @Override
        public long read(Buffer sink, long count) throws IOException {
            try {
                long read = super.read(sink, count);
                if (read < 0) {
                    end();
                } else {
                    bytes += read;
                }
                return read;
            } catch (IOException failure) {
                end();
                throw explained.apply(failure);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                end();
            }
        }

        private void end() {
            if (!over) {
                over = true;
                whenOver.accept(bytes);
            }
        }
    }
}
