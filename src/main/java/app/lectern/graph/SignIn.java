package app.lectern.graph;

import app.lectern.problems.ProblemException;
import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.SilentParameters;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Signs a connection in and keeps it signed in, through MSAL. One per connection; every way ends in a [SignedIn], a
/// [ProblemException], or a CancellationException when the thread was interrupted.
public final class SignIn {
    private final Connection connection;
    private final MsalHttp http;
    private final TokenCacheStore store;
    private final Certificates certificates;
    private final GraphProblems problems;
    private final SignInPages pages;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile HeldToken held;

    SignIn(Connection connection, MsalHttp http, TokenCacheStore store, GraphProblems problems, SignInPages pages, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.store = store;
        this.certificates = new Certificates(clock);
        this.problems = problems;
        this.pages = pages;
        this.clock = clock;
    }

    /// Without asking anybody: with the token at hand, a renewed one, or the app's own credential.
    /// Raises SIGN_IN_NEEDED when a person must sign in first.
    public SignedIn silently() {
        return current().signedIn();
    }

    /// The same with a token made just now, which shows permissions that were granted a moment ago.
    public SignedIn afresh() {
        return renewed(null, Optional.empty(), true).signedIn();
    }

    /// Shows a code through `prompt` and waits until somebody has typed it, declined, or let it expire.
    public SignedIn withDeviceCode(Consumer<? super DeviceCodePrompt> prompt) {
        return interactive(flow -> {
            var parameters = DeviceCodeFlowParameters.builder(Set.of(connection.cloud().scope()), code -> prompt.accept(
                            new DeviceCodePrompt(
                                    code.userCode(),
                                    URI.create(code.verificationUri()),
                                    clock.instant().plusSeconds(code.expiresIn()))))
                    .build();
            return flow.held(flow.await(flow.person().acquireToken(parameters)));
        });
    }

    /// Opens the sign-in page through `opener` and waits for the browser to come back to this computer.
    public SignedIn withBrowser(PageOpener opener) {
        return interactive(flow -> new BrowserFlow(connection, pages).run(flow, opener));
    }

    /// Forgets the account and everything that was kept of it on this computer.
    public void signOut() {
        renewing.lock();
        try (var flow = flow()) {
            held = null;
            if (!connection.appOnly()) {
                var app = flow.person();
                for (var account : flow.await(app.getAccounts())) {
                    flow.await(app.removeAccount(account));
                }
            }
        } catch (Exception failure) {
            throw problems.raised(failure, About.SIGN_IN);
        } finally {
            store.forget(connection.id());
            renewing.unlock();
        }
    }

    /// Whether the token in use is known to allow nothing at all; a missing consent, not a single missing permission.
    boolean allowsNothing() {
        var mine = held;
        return mine != null && mine.signedIn().permissions().isEmpty();
    }

    String token() {
        return current().value();
    }

    /// A newer token than the one that was refused; if another thread has fetched one meanwhile, that one.
    String tokenInPlaceOf(String refused, Optional<String> claims) {
        return renewed(refused, claims, false).value();
    }

    private HeldToken current() {
        var mine = held;
        return mine != null && mine.validAt(clock.instant()) ? mine : renewed(null, Optional.empty(), false);
    }

    private HeldToken renewed(String refused, Optional<String> claims, boolean forced) {
        try {
            renewing.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            throw problems.raised(interrupted, About.SIGN_IN);
        }
        try (var flow = flow()) {
            var mine = held;
            boolean newer = mine != null && !mine.value().equals(refused) && mine.validAt(clock.instant());
            if (newer && !forced && claims.isEmpty()) {
                return mine;
            }
            boolean skipCache = forced || refused != null;
            held = pages.purpose().during(() ->
                    connection.appOnly() ? asApp(flow, skipCache, claims) : asPerson(flow, skipCache, claims));
            return held;
        } catch (Exception failure) {
            throw problems.raised(failure, About.SIGN_IN);
        } finally {
            renewing.unlock();
        }
    }

    private HeldToken asApp(MsalFlow flow, boolean skipCache, Optional<String> claims) throws Exception {
        var parameters = ClientCredentialParameters.builder(Set.of(connection.cloud().scope())).skipCache(skipCache);
        claims.ifPresent(wanted -> parameters.claims(ClaimsRequest.formatAsClaimsRequest(wanted)));
        return flow.held(flow.await(flow.app().acquireToken(parameters.build())));
    }

    private HeldToken asPerson(MsalFlow flow, boolean forced, Optional<String> claims) throws Exception {
        var app = flow.person();
        IAccount account = flow.await(app.getAccounts()).stream()
                .findFirst()
                .orElseThrow(() -> problems.signInNeeded().raise());
        var parameters = SilentParameters.builder(Set.of(connection.cloud().scope()), account)
                // else MSAL would rebuild the address from the account's host, and lose a port
                .authorityUrl(connection.cloud().authority(connection.tenant()))
                .forceRefresh(forced);
        claims.ifPresent(wanted -> parameters.claims(ClaimsRequest.formatAsClaimsRequest(wanted)));
        return flow.held(flow.await(app.acquireTokenSilently(parameters.build())));
    }

    @FunctionalInterface
    private interface Asking {
        HeldToken ask(MsalFlow flow) throws Exception;
    }

    /// The old account goes only after the new one is in, so that a cancelled sign-in leaves everything as it was.
    private SignedIn interactive(Asking asking) {
        try (var flow = flow()) {
            var fresh = pages.purpose().during(() -> asking.ask(flow));
            var app = flow.person();
            for (var account : flow.await(app.getAccounts())) {
                if (!account.username().equalsIgnoreCase(fresh.signedIn().account())) {
                    flow.await(app.removeAccount(account));
                }
            }
            held = fresh;
            return fresh.signedIn();
        } catch (Exception failure) {
            throw problems.raised(failure, About.SIGN_IN);
        }
    }

    private MsalFlow flow() {
        return new MsalFlow(connection, http, new TokenCacheAspect(store, connection.id()), certificates);
    }
}
