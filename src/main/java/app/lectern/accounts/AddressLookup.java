package app.lectern.accounts;

import app.lectern.graph.GraphSession;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Says which of many addresses the directory knows, twenty in a request. Only those in the tenant's own domains are asked about: who is
/// invited from elsewhere need not be known to it.
public final class AddressLookup {
    /// What is known of an address.
    public enum Standing {
        KNOWN,
        /// In one of the tenant's domains, but nobody's.
        UNKNOWN,
        ELSEWHERE,
        MALFORMED,
        /// Microsoft did not answer, or the work was cancelled.
        UNANSWERED
    }

    /// @param domains  the tenant's own; empty when they may not be read
    /// @param standing by the addresses in one form, see [MailAddress#normalised]
    /// @param refused  why some are unanswered
    public record Found(Set<String> domains, Map<String, Standing> standing, Optional<Problem> refused) {
        public Standing of(String address) {
            return standing.getOrDefault(MailAddress.normalised(address), Standing.UNANSWERED);
        }
    }

    private static final int AT_ONCE = 100;

    private final AccountsGraph graph;

    public AddressLookup(Function<Integration, GraphSession> sessions, Sleeper sleeper) {
        this.graph = new AccountsGraph(sessions, sleeper);
    }

    public Found look(Integration in, Collection<String> addresses, Progress progress) throws InterruptedException {
        var domains = graph.tenant(in).domains();
        var standing = new LinkedHashMap<String, Standing>();
        var asked = new ArrayList<String>();
        for (var typed : addresses) {
            var address = MailAddress.normalised(typed);
            if (!MailAddress.isWellFormed(address)) {
                standing.put(address, Standing.MALFORMED);
            } else if (domains.contains(MailAddress.domain(address))) {
                if (standing.put(address, Standing.UNANSWERED) == null) {
                    asked.add(address);
                }
            } else {
                standing.put(address, domains.isEmpty() ? Standing.UNANSWERED : Standing.ELSEWHERE);
            }
        }
        return new Found(domains, standing, ask(in, asked, standing, progress));
    }

    private Optional<Problem> ask(Integration in, List<String> asked, Map<String, Standing> standing, Progress progress) throws InterruptedException {
        Optional<Problem> refused = Optional.empty();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            progress.checkpoint();
            var some = asked.subList(from, Math.min(from + AT_ONCE, asked.size()));
            var answers = graph.find(in, some, new QuietProgress(progress));
            for (int at = 0; at < some.size(); at++) {
                switch (answers.get(at)) {
                    case Answer.Given<List<Account>> given -> standing.put(some.get(at), given.value().isEmpty() ? Standing.UNKNOWN : Standing.KNOWN);
                    case Answer.Refused<List<Account>> not -> refused = Optional.of(not.problem());
                    case Answer.Open<List<Account>> never -> progress.checkpoint();
                }
            }
        }
        return refused;
    }
}
