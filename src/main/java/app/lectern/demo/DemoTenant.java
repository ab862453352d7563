package app.lectern.demo;

import app.lectern.demo.entra.AppRegistrations;
import app.lectern.demo.entra.Entra;
import app.lectern.demo.entra.Permissions;
import app.lectern.demo.entra.SignInControl;
import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.RequestLog;
import app.lectern.demo.faults.TenantClock;
import app.lectern.demo.graph.GraphFront;
import app.lectern.demo.graph.GraphRoutes;
import app.lectern.demo.graph.Mailboxes;
import app.lectern.demo.graph.TenantRules;
import app.lectern.demo.http.HttpsEndpoint;
import app.lectern.demo.http.LoopbackCertificate;
import app.lectern.demo.http.StallGate;
import app.lectern.demo.operations.GraphOperations;
import app.lectern.demo.school.School;
import app.lectern.demo.storage.SignedLinks;
import app.lectern.demo.storage.StorageHost;
import java.net.URI;

/// A running demo tenant: Northfield College behind a loopback address, with the switches that change what happens there.
public final class DemoTenant implements AutoCloseable {

    private final TenantIdentity identity = TenantIdentity.NORTHFIELD;
    private final LoopbackCertificate certificate = new LoopbackCertificate("Lectern demo tenant");
    private final RequestLog requests = new RequestLog();
    private final SignInControl signIn = new SignInControl();
    private final TenantRules rules = new TenantRules();
    private final AppRegistrations apps;
    private final DemoFaults faults;
    private final School school;
    private final HttpsEndpoint endpoint;
    private final Mailboxes mailboxes;
    private final DemoBrowser browser;

    private DemoTenant(DemoOptions options) {
        var stalls = new StallGate();
        var clock = new TenantClock(options.clock());
        faults = new DemoFaults(stalls, clock);
        apps = AppRegistrations.at(options.clock().instant());
        school = new School(options, identity);
        apps.all().forEach(app -> rules.grantAccessPolicyGlobally(app.appId()));
        rules.letPolicyWait(school.cases().waitingForPolicy().id());
        rules.keepTranscriptsOf(school.cases().withoutTranscripts().id());
        endpoint = HttpsEndpoint.open(options.port(), certificate.tls(), stalls);

        var entra = new Entra(identity, apps, school, signIn, clock, "https://localhost:" + endpoint.port());
        // the storage host is the same server under its other name, because clients drop their token only on another host
        var links = new SignedLinks("https://127.0.0.1:" + endpoint.port(), clock, faults::nextLink, faults::isLinkExpired);
        var routes = new GraphRoutes();
        new GraphOperations(school, rules, apps, Permissions.load(), links).register(routes);
        var graph = new GraphFront(routes, entra.tokens(), school, faults, requests, clock, "https://localhost:" + endpoint.port());
        mailboxes = graph.mailboxes();
        var dispatcher = new DemoDispatcher(entra, graph, new StorageHost(links, school::findItem), faults, requests, clock, options.latency());
        browser = new DemoBrowser(dispatcher::answer);
        endpoint.serve(dispatcher::answer);
    }

    public static DemoTenant start(DemoOptions options) {
        return new DemoTenant(options);
    }

    /// Where to sign in: `https://localhost:PORT/`.
    public String loginEndpoint() {
        return "https://localhost:" + endpoint.port() + "/";
    }

    /// The base of Graph: `https://localhost:PORT/v1.0`.
    public String graphEndpoint() {
        return "https://localhost:" + endpoint.port() + "/v1.0";
    }

    public TenantIdentity identity() {
        return identity;
    }

    public String tenantId() {
        return identity.tenantId();
    }

    /// The certificate authority that clients must trust, as PEM.
    public String authorityPem() {
        return certificate.authorityPem();
    }

    public AppRegistrations apps() {
        return apps;
    }

    /// What goes wrong.
    public DemoFaults faults() {
        return faults;
    }

    /// What people and policies do at sign-in.
    public SignInControl signIn() {
        return signIn;
    }

    /// What the tenant's administrators decided outside Entra.
    public TenantRules rules() {
        return rules;
    }

    /// The people, meetings and files, and how they change without Graph.
    public School school() {
        return school;
    }

    /// What was asked over the wire.
    public RequestLog requests() {
        return requests;
    }

    /// The most requests that were ever at once in one mailbox.
    public Mailboxes mailboxes() {
        return mailboxes;
    }

    /// Opens a sign-in page as [SignInControl#browserUser] and carries its answer to the program that waits on loopback.
    public void browse(URI page) {
        browser.open(page);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
