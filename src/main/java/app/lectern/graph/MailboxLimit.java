package app.lectern.graph;

import java.io.IOException;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Sends every Graph request of a mailbox through the [MailboxGate], so that no feature can forget to. The place is
/// given back when the answer has been read, for only then has Exchange finished with it.
final class MailboxLimit implements Interceptor {
    private final MailboxGate gate;
    private final String connection;

    MailboxLimit(MailboxGate gate, String connection) {
        this.gate = gate;
        this.connection = connection;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var mailbox = MailboxGate.mailboxOf(connection, request.url().pathSegments());
        if (mailbox.isEmpty()) {
            return chain.proceed(request);
        }
        MailboxGate.Stay stay;
        try {
            stay = gate.enter(Map.of(mailbox.get(), 1));
        } catch (InterruptedException interrupted) {
            throw new CancelledCall(interrupted);
        }
        try {
            return WatchedBody.watch(chain.proceed(request), bytes -> stay.close());
        } catch (IOException | RuntimeException failure) {
            stay.close();
            throw failure;
        }
    }
}
