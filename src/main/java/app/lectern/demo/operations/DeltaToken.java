package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.Changes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// What a delta or next link remembers.
///
/// @param scope the window or drive for which the token was made
/// @param since everything up to this change is known to the client; 0 at the first round
/// @param upTo  the change number at which this round began, and the time
/// @param offset how many items of this round have been handed out
record DeltaToken(int generation, String scope, long since, Instant sinceTime, long upTo, Instant upToTime, int offset) {
    private static final Duration LIFETIME = Duration.ofDays(30);

    static DeltaToken first(String scope, Changes changes, Instant now) {
        return new DeltaToken(changes.generation(), scope, 0, Instant.EPOCH, changes.last(), now, 0);
    }

    /// Where the next round starts.
    static DeltaToken next(DeltaToken done, Changes changes, Instant now) {
        return new DeltaToken(done.generation(), done.scope(), done.upTo(), done.upToTime(), changes.last(), now, 0);
    }

    DeltaToken at(int newOffset) {
        return new DeltaToken(generation, scope, since, sinceTime, upTo, upToTime, newOffset);
    }

    boolean isFirstRound() {
        return since == 0;
    }

    String text() {
        var plain = String.join("|", Integer.toString(generation), scope, Long.toString(since), sinceTime.toString(),
                Long.toString(upTo),
                upToTime.toString(), Integer.toString(offset));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a token; one that is too old, of an earlier generation or none of ours is the refusal that makes clients start over.
    static DeltaToken parse(String text, Changes changes, Instant now, GraphRefusal tooOld) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
            var token = new DeltaToken(Integer.parseInt(parts[0]), parts[1], Long.parseLong(parts[2]), Instant.parse(parts[3]),
                    Long.parseLong(parts[4]), Instant.parse(parts[5]), Integer.parseInt(parts[6]));
            if (token.generation() == changes.generation() && token.upToTime().plus(LIFETIME).isAfter(now)) {
                return token;
            }
        } catch (RuntimeException notOurs) {
            throw tooOld;
        }
        throw tooOld;
    }
}
