package app.lectern.graph;

import app.lectern.words.Words;
import java.time.Clock;

/// What all connections share: where calls are noted and tokens kept, the gate before the mailboxes, time, words, who hears of pauses, and
/// which of them are in doubt.
public record GraphParts(
        CallLog log, TokenCacheStore tokens, MailboxGate gate, Clock clock, Sleeper sleeper, Words words, Pauses pauses, Reach reach) {
    public GraphParts(CallLog log, TokenCacheStore tokens, MailboxGate gate, Clock clock, Sleeper sleeper, Words words) {
        this(log, tokens, gate, clock, sleeper, words, new Pauses(), new Reach());
    }

    public static GraphParts standard(CallLog log, TokenCacheStore tokens, Clock clock, Words words) {
        return new GraphParts(log, tokens, new MailboxGate(), clock, Sleeper.REAL, words);
    }
}
