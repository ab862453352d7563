package app.lectern.accounts;

import app.lectern.demo.DemoOptions.Sizes;
import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import app.lectern.jobs.Progress;
import app.lectern.problems.ProblemException;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Checks many accounts in one run twice: as the product does, and with the same questions one request at a time.
/// Not a test; `src/bench/check-accounts.sh` runs it.
final class AccountsDriver {
    private AccountsDriver() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        var latency = Duration.ofMillis(Integer.parseInt(arguments[2]));
        var folder = Files.createTempDirectory(Path.of(arguments[0]), "accounts");
        try (var northfield = new Northfield(folder, latency, new Sizes(count + 20, 120, 64, 30, 4))) {
            var integration = northfield.integration();
            var people = northfield.people(count + 20);
            var warmUp = people.subList(count, count + 20);
            northfield.verifier.check(integration, warmUp, report -> {}, Progress.NONE);
            oneByOne(northfield.session(integration), northfield, warmUp.subList(0, 5));

            northfield.tenant.requests().clear();
            long begun = System.nanoTime();
            int checked = northfield.verifier.check(integration, people.subList(0, count), report -> {}, Progress.NONE).size();
            long batched = System.nanoTime() - begun;
            int batches = northfield.roundTrips().size();

            northfield.tenant.requests().clear();
            begun = System.nanoTime();
            oneByOne(northfield.session(integration), northfield, people.subList(0, count));
            long single = System.nanoTime() - begun;
            int requests = northfield.roundTrips().size();

            System.out.printf(Locale.ROOT, "%d accounts, %d ms latency%n", checked, latency.toMillis());
            System.out.printf(Locale.ROOT, "batched:     %7.2f s, %4d round trips%n", batched / 1e9, batches);
            System.out.printf(Locale.ROOT, "one by one:  %7.2f s, %4d round trips%n", single / 1e9, requests);
            System.out.printf(Locale.ROOT, "ratio:       %7.4f%n", (double) batched / single);
        }
    }

    private static void oneByOne(GraphSession session, Northfield northfield, List<String> addresses) {
        for (var address : addresses) {
            ask(session, client -> client.users().get(query -> query.queryParameters.filter = "userPrincipalName eq '" + address
                    + "' or mail eq '" + address + "' or proxyAddresses/any(p:p eq 'smtp:" + address + "')"));
            var id = northfield.tenant.school().people().named(address).id();
            ask(session, client -> client.users().byUserId(id).mailboxSettings().get());
            ask(session, client -> client.users().byUserId(id).licenseDetails().get());
            ask(session, client -> client.users().byUserId(id).drive().get());
            ask(session, client -> client.users().byUserId(id).onlineMeetings().get(query ->
                    query.queryParameters.filter = "JoinWebUrl eq 'https://teams.microsoft.com/l/meetup-join/none'"));
        }
    }

    private static void ask(GraphSession session, Function<GraphServiceClient, Object> question) {
        try {
            session.ask(About.of("Benchmark"), question);
        } catch (ProblemException refused) {
            // a refusal is an answer here: half of the questions are asked in order to be refused
        }
    }
}
