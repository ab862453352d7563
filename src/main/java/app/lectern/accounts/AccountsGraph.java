package app.lectern.accounts;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.Cloud;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import com.microsoft.graph.models.Calendar;
import com.microsoft.graph.models.Drive;
import com.microsoft.graph.models.LicenseDetailsCollectionResponse;
import com.microsoft.graph.models.MailboxSettings;
import com.microsoft.graph.models.OnlineMeetingCollectionResponse;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.kiota.serialization.Parsable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// What Graph says about accounts, in batches of twenty. The only class here that knows the SDK.
final class AccountsGraph {
    private static final int BATCH = 20;
    /// A batch repeats a throttled item by itself; after that it is asked in this many further rounds before its row is
    /// left without an answer.
    private static final int ROUNDS = 3;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(10);
    private static final String[] USER = {
        "id", "displayName", "userPrincipalName", "mail", "jobTitle", "department", "accountEnabled", "userType", "assignedPlans",
        "onPremisesSyncEnabled", "proxyAddresses"
    };

    private final Function<Integration, GraphSession> sessions;
    private final Sleeper sleeper;
    private final Set<String> withoutMailboxSettings = ConcurrentHashMap.newKeySet();

    AccountsGraph(Function<Integration, GraphSession> sessions, Sleeper sleeper) {
        this.sessions = sessions;
        this.sleeper = sleeper;
    }

    /// Whose domains count as ours. Not being allowed to read them is no reason to refuse anybody.
    Tenant tenant(Integration integration) {
        var session = sessions.apply(integration);
        var connection = session.connection();
        boolean hasTeams = !connection.cloud().lacks(Cloud.Capability.ONLINE_MEETINGS);
        try {
            var found = session.ask(About.of("Accounts: tenant").permission("Organization.Read.All"), client -> client.organization()
                    .get(request -> request.queryParameters.select = new String[] {"id", "displayName", "verifiedDomains"}));
            var organisation = found.getValue().getFirst();
            var domains = new HashSet<String>();
            organisation.getVerifiedDomains().forEach(domain -> domains.add(domain.getName()));
            return new Tenant(organisation.getId(), organisation.getDisplayName(), MailAddress.lower(domains),
                    connection.clientId(), connection.appOnly(), hasTeams);
        } catch (app.lectern.problems.ProblemException refused) {
            if (refused.problem().code() != Problem.Code.PERMISSION_MISSING) {
                throw refused;
            }
            return new Tenant(connection.tenant(), integration.name(), Set.of(), connection.clientId(), connection.appOnly(), hasTeams);
        }
    }

    /// The signed-in person's address; empty when the app acts for itself.
    String signedIn(Integration integration) {
        var session = sessions.apply(integration);
        return session.connection().appOnly() ? "" : session.signIn().silently().account();
    }

    /// People whose name or address begins like this, the way the directory searches words.
    List<Account> search(Integration integration, String text) {
        var word = text.replaceAll("[\"\\\\]", " ").strip();
        var found = sessions.apply(integration).ask(About.of("Accounts: directory search").permission("User.Read.All"), client -> client
                .users().get(request -> {
                    request.headers.add("ConsistencyLevel", "eventual");
                    request.queryParameters.search = "\"displayName:" + word + "\" OR \"mail:" + word + "\" OR \"userPrincipalName:" + word + "\"";
                    request.queryParameters.select = USER;
                    request.queryParameters.top = 25;
                }));
        return found.getValue().stream().map(AccountAnswersGraph::account).toList();
    }

    /// All enabled people of the directory, page by page.
    List<Account> everybody(Integration integration, Progress progress) {
        return sessions.apply(integration).ask(About.of("Accounts: directory").permission("User.Read.All"), client -> {
            var users = client.users();
            var first = users.get(request -> {
                request.queryParameters.filter = "accountEnabled eq true";
                request.queryParameters.select = USER;
                request.queryParameters.top = 999;
            });
            return Paging.all(first, link -> users.withUrl(link).get(), UserCollectionResponse::getValue, progress);
        }).stream().map(AccountAnswersGraph::account).toList();
    }

    Account me(Integration integration) {
        var session = sessions.apply(integration);
        var url = session.connection().cloud().apiRoot() + "/me?$select=" + String.join(",", USER);
        return AccountAnswersGraph.account(session.ask(About.of("Accounts: signed-in person").permission("User.Read"),
                client -> client.users().byUserId("me").withUrl(url).get()));
    }

    /// Looks each address up as sign-in name, mail and alias in one question, because asking for them one after another
    /// would cost up to three rounds. Answers are those accounts that fit.
    List<Answer<List<Account>>> find(Integration integration, List<String> addresses, Progress progress) {
        var session = sessions.apply(integration);
        var asks = new ArrayList<Ask<UserCollectionResponse>>();
        for (var address : addresses) {
            var quoted = address.replace("'", "''");
            var request = session.client().users().toGetRequestInformation(query -> {
                query.queryParameters.filter = "userPrincipalName eq '" + quoted + "' or mail eq '" + quoted
                        + "' or proxyAddresses/any(p:p eq 'smtp:" + quoted + "')";
                query.queryParameters.select = USER;
            });
            asks.add(new Ask<>(BatchCall.of(request, UserCollectionResponse::createFromDiscriminatorValue)
                    .about(About.of("").account(address).permission("User.Read.All")), "GET /users?$filter=… '" + address + "'"));
        }
        var answers = new ArrayList<Answer<List<Account>>>();
        for (var answer : run(session, asks, progress)) {
            answers.add(mapped(answer, found -> found.getValue().stream().map(AccountAnswersGraph::account).toList()));
        }
        return answers;
    }

    /// Asks about mailbox, licences, drive and access policy of each account, one kind after the other, and hands on what is
    /// known after each batch. With few accounts several kinds travel together.
    List<Probes> probe(Integration integration, Tenant tenant, List<Account> accounts, Consumer<List<Probes>> each, Progress progress) {
        var session = sessions.apply(integration);
        boolean policies = tenant.appOnly() && tenant.hasTeams();
        var probes = new ArrayList<Probes>();
        accounts.forEach(account -> probes.add(policies ? Probes.NONE : Probes.NONE.withPolicy(new Answer.Given<>(true, Asked.NOTHING))));
        boolean byCalendar = withoutMailboxSettings.contains(session.connection().id());
        var questions = new ArrayList<Question<?>>();
        each(accounts, at -> questions.add(byCalendar
                ? calendarQuestion(session, accounts.get(at), at) : mailboxQuestion(session, accounts.get(at), at)));
        each(accounts, at -> questions.add(licencesQuestion(session, accounts.get(at), at)));
        each(accounts, at -> questions.add(driveQuestion(session, accounts.get(at), at)));
        if (policies) {
            each(accounts, at -> questions.add(policyQuestion(session, tenant, accounts.get(at), at)));
        }
        answerAll(session, questions, probes, each, progress);
        if (!byCalendar) {
            answerAll(session, calendarsInPlaceOfSettings(session, accounts, probes), probes, each, progress);
        }
        return List.copyOf(probes);
    }

    private static void each(List<Account> accounts, java.util.function.IntConsumer action) {
        for (int at = 0; at < accounts.size(); at++) {
            action.accept(at);
        }
    }

    /// The permission for calendars is often there where the one for mailbox settings is not, and a calendar that answers
    /// shows a mailbox as well. Remembered, so that the second run need not ask in vain.
    private List<Question<?>> calendarsInPlaceOfSettings(GraphSession session, List<Account> accounts, List<Probes> probes) {
        var questions = new ArrayList<Question<?>>();
        for (int at = 0; at < accounts.size(); at++) {
            if (probes.get(at).mailbox().isRefusedWith(Problem.Code.PERMISSION_MISSING)) {
                withoutMailboxSettings.add(session.connection().id());
                questions.add(calendarQuestion(session, accounts.get(at), at));
            }
        }
        return questions;
    }

    private void answerAll(
            GraphSession session, List<Question<?>> questions, List<Probes> probes, Consumer<List<Probes>> each, Progress progress) {
        for (int from = 0; from < questions.size() && !progress.cancelled(); from += BATCH) {
            answer(session, questions.subList(from, Math.min(from + BATCH, questions.size())), probes, progress);
            each.accept(List.copyOf(probes));
        }
    }

    /// One question of one account: what is asked, and where its answer goes.
    private record Question<T extends Parsable>(int account, Ask<T> ask, BiFunction<Probes, Answer<T>, Probes> place) {
        Ask<Parsable> widened() {
            var call = ask.call();
            return new Ask<>(new BatchCall<>(call.request(), node -> call.answer().create(node), call.about(), call.repeatable()), ask.shown());
        }

        @SuppressWarnings("unchecked")
        Probes placed(Probes probes, Answer<Parsable> answer) {
            // the answer was read by this question's own factory
            return place.apply(probes, (Answer<T>) (Answer<?>) answer);
        }
    }

    private record Ask<T extends Parsable>(BatchCall<T> call, String shown) {}

    private void answer(GraphSession session, List<Question<?>> questions, List<Probes> probes, Progress progress) {
        var asks = new ArrayList<Ask<Parsable>>();
        questions.forEach(question -> asks.add(question.widened()));
        var answers = run(session, asks, progress);
        for (int at = 0; at < questions.size(); at++) {
            var question = questions.get(at);
            probes.set(question.account(), question.placed(probes.get(question.account()), answers.get(at)));
        }
    }

    private static Question<MailboxSettings> mailboxQuestion(GraphSession session, Account account, int at) {
        var request = session.client().users().byUserId(account.objectId()).mailboxSettings().toGetRequestInformation(
                query -> query.queryParameters.select = new String[] {"timeZone", "userPurpose"});
        return question(at, account, "/mailboxSettings", "MailboxSettings.Read", BatchCall.of(request, MailboxSettings::createFromDiscriminatorValue),
                (probes, answer) -> probes.withMailbox(mapped(answer, AccountAnswersGraph::mailbox)));
    }

    private static Question<Calendar> calendarQuestion(GraphSession session, Account account, int at) {
        var request = session.client().users().byUserId(account.objectId()).calendar().toGetRequestInformation(
                query -> query.queryParameters.select = new String[] {"id", "allowedOnlineMeetingProviders"});
        // what is missing is still the permission that tells more
        return question(at, account, "/calendar", "MailboxSettings.Read", BatchCall.of(request, Calendar::createFromDiscriminatorValue),
                (probes, answer) -> probes.withMailbox(mapped(answer, found -> new Probes.Mailbox("", ""))));
    }

    private static Question<LicenseDetailsCollectionResponse> licencesQuestion(GraphSession session, Account account, int at) {
        var request = session.client().users().byUserId(account.objectId()).licenseDetails().toGetRequestInformation();
        return question(at, account, "/licenseDetails", "LicenseAssignment.Read.All",
                BatchCall.of(request, LicenseDetailsCollectionResponse::createFromDiscriminatorValue),
                (probes, answer) -> probes.withPlans(mapped(answer, AccountAnswersGraph::plans)));
    }

    private static Question<Drive> driveQuestion(GraphSession session, Account account, int at) {
        var request = session.client().users().byUserId(account.objectId()).drive().toGetRequestInformation(
                query -> query.queryParameters.select = new String[] {"id", "driveType", "quota"});
        return question(at, account, "/drive", "Files.Read.All", BatchCall.of(request, Drive::createFromDiscriminatorValue),
                (probes, answer) -> probes.withDrive(mapped(answer, AccountAnswersGraph::quota)));
    }

    /// Looks for a meeting that cannot exist, under the organiser's object id: Teams asks for the policy before it looks.
    private static Question<OnlineMeetingCollectionResponse> policyQuestion(GraphSession session, Tenant tenant, Account account, int at) {
        var link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_lectern-access-check%40thread.v2/0?context=%7b%22Tid%22%3a%22"
                + tenant.id() + "%22%2c%22Oid%22%3a%22" + account.objectId() + "%22%7d";
        var request = session.client().users().byUserId(account.objectId()).onlineMeetings().toGetRequestInformation(
                query -> query.queryParameters.filter = "JoinWebUrl eq '" + link + "'");
        return question(at, account, "/onlineMeetings", "OnlineMeetings.Read.All",
                BatchCall.of(request, OnlineMeetingCollectionResponse::createFromDiscriminatorValue),
                (probes, answer) -> probes.withPolicy(mapped(answer, found -> true)));
    }

    private static <T extends Parsable> Question<T> question(
            int at, Account account, String path, String permission, BatchCall<T> call, BiFunction<Probes, Answer<T>, Probes> place) {
        // the access policy command wants the object id, and every other sentence the name
        var about = About.of("").account(path.equals("/onlineMeetings") ? account.objectId() : account.userPrincipalName()).permission(permission);
        return new Question<>(at, new Ask<>(call.about(about), "GET /users/" + account.userPrincipalName() + path), place);
    }

    private <T extends Parsable> List<Answer<T>> run(GraphSession session, List<Ask<T>> asks, Progress progress) {
        var answers = new ArrayList<Answer<T>>();
        var open = new ArrayList<Integer>();
        for (int at = 0; at < asks.size(); at++) {
            answers.add(new Answer.Open<>());
            open.add(at);
        }
        for (int round = 1; !open.isEmpty() && !progress.cancelled(); round++) {
            var calls = open.stream().map(at -> asks.get(at).call()).toList();
            var outcomes = session.batch().run(About.of("Accounts: check"), calls, progress);
            for (int at = 0; at < open.size(); at++) {
                answers.set(open.get(at), answer(outcomes.get(at), asks.get(open.get(at)).shown()));
            }
            open.removeIf(at -> !answers.get(at).isRefusedWith(Problem.Code.THROTTLED));
            if (open.isEmpty() || round == ROUNDS || !rested(BETWEEN_ROUNDS.multipliedBy(round))) {
                break;
            }
        }
        return answers;
    }

    private boolean rested(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Answer<T> answer(BatchOutcome<T> outcome, String shown) {
        return switch (outcome) {
            case BatchOutcome.Done<T> done -> done.value().<Answer<T>>map(value -> new Answer.Given<>(value, Asked.answered(shown, done.status())))
                    .orElseGet(() -> new Answer.Refused<>(Problem.of(Problem.Code.ANSWER_UNREADABLE), Asked.answered(shown, done.status())));
            case BatchOutcome.Failed<T> failed -> new Answer.Refused<>(failed.problem(), Asked.refused(shown, failed.problem().evidence()));
            case BatchOutcome.NotSent<T> never -> new Answer.Open<>();
        };
    }

    private static <T, R> Answer<R> mapped(Answer<T> answer, Function<T, R> read) {
        return switch (answer) {
            case Answer.Given<T> given -> new Answer.Given<>(read.apply(given.value()), given.asked());
            case Answer.Refused<T> refused -> new Answer.Refused<>(refused.problem(), refused.asked());
            case Answer.Open<T> open -> new Answer.Open<>();
        };
    }
}
