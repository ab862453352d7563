package app.lectern.demo;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.home.OwnerOnly;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern demo`: uses the demo tenant from the command line. The tenant that the window serves is joined when there is one;
/// `serve` keeps one running for other programs.
@Command(name = "demo")
public final class DemoCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Supplier<DemoHost> host;
    private final Supplier<DemoOptions> standard;
    private final UnaryOperator<String> get;
    private final Output output;

    /// `get` asks Graph for a path through the whole of Lectern's own stack and returns the answer's JSON.
    public DemoCommand(Supplier<DemoHost> host, Supplier<DemoOptions> standard, UnaryOperator<String> get, Output output) {
        this.host = host;
        this.standard = standard;
        this.get = get;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "info")
    int info() {
        show(host.get().endpoint(), Path.of(""));
        return 0;
    }

    @Command(name = "get")
    int get(@Parameters(paramLabel = "PATH", descriptionKey = "lectern.demo.get.path") String path) {
        output.line(get.apply(path));
        return 0;
    }

    /// What to paste into Diagnose to see each verdict.
    @Command(name = "cases")
    int cases() {
        var words = output.words();
        var host = this.host.get();
        var table = new Table(words.text("demo.case.verdict"), words.text("demo.case.question"), words.text("demo.case.registration"),
                words.text("demo.case.organiser"), words.text("demo.case.paste"));
        var list = new ArrayList<Map<String, Object>>();
        for (var each : host.cases()) {
            var app = host.registration(each);
            table.row(words.text("verdict." + each.verdict() + ".title"), words.of(each.missed()), app.displayName(), each.organiser(), each.paste());
            list.add(new LinkedHashMap<>(Map.of("verdict", each.verdict(), "question", each.missed().name().toLowerCase(Locale.ROOT),
                    "paste", each.paste(), "organiser", each.organiser(), "registration", app.displayName(), "clientId", app.appId(),
                    "clientSecret", app.secret())));
        }
        if (output.wantsJson()) {
            output.json(list);
            return 0;
        }
        output.say("demo.simulated");
        output.table(table);
        host.cases().stream().map(host::registration).distinct().forEach(app -> output.say("demo.case.sign-in", app.displayName(), app.appId(), app.secret()));
        return 0;
    }

    /// Runs until it is interrupted.
    @Command(name = "serve")
    static final class Serve implements Callable<Integer> {
        @Option(names = "--port", paramLabel = "N", descriptionKey = "lectern.demo.serve.port", defaultValue = "0")
        private int port;

        @Option(names = "--seed", paramLabel = "N", descriptionKey = "lectern.demo.serve.seed", defaultValue = "1")
        private long seed;

        @Option(names = "--users", paramLabel = "N", descriptionKey = "lectern.demo.serve.users", defaultValue = "40")
        private int users;

        @Option(names = "--meetings", paramLabel = "N", descriptionKey = "lectern.demo.serve.meetings", defaultValue = "120")
        private int meetings;

        @Option(names = "--recordings", paramLabel = "N", descriptionKey = "lectern.demo.serve.recordings", defaultValue = "64")
        private int recordings;

        @Option(names = "--latency", paramLabel = "MS", descriptionKey = "lectern.demo.serve.latency", defaultValue = "0")
        private int latency;

        @Option(names = "--ca-file", paramLabel = "FILE", descriptionKey = "lectern.demo.serve.ca-file")
        private Path authority;

        @Option(names = "--trouble", paramLabel = "WHAT", descriptionKey = "lectern.demo.serve.trouble", converter = TroubleConverter.class)
        private List<DemoDial.Trouble> troubles = List.of();

        /// `policy-withdrawn` for POLICY_WITHDRAWN.
        private static final class TroubleConverter implements picocli.CommandLine.ITypeConverter<DemoDial.Trouble> {
            @Override
            public DemoDial.Trouble convert(String typed) {
                return DemoDial.Trouble.valueOf(typed.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            }
        }

        private final DemoCommand parent;

        Serve(DemoCommand parent) {
            this.parent = parent;
        }

        @Override
        public Integer call() throws InterruptedException {
            var sizes = new DemoOptions.Sizes(users, meetings, recordings, 30, 4);
            try (var host = parent.host.get()) {
                var endpoint = host.serve(parent.standard.get().withPort(port).withSeed(seed).withSizes(sizes)
                        .withLatency(Duration.ofMillis(latency)));
                troubles.forEach(new DemoDial(host)::turn);
                if (authority != null) {
                    writeAuthority(endpoint);
                }
                parent.show(endpoint, authority == null ? Path.of("") : authority);
                parent.output.note("demo.serving");
                var stopped = new CountDownLatch(1);
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
                stopped.await();
            }
            return 0;
        }

        private void writeAuthority(DemoEndpoint endpoint) {
            try {
                OwnerOnly.write(authority, endpoint.authorityPem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            } catch (IOException unwritable) {
                throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", authority.toString()).raise(unwritable);
            }
        }
    }

    /// With its subcommand that needs a class of its own.
    public picocli.CommandLine withServe() {
        return new picocli.CommandLine(this).addSubcommand(new Serve(this));
    }

    /// The secret is shown on purpose: it opens simulated data only, and other programs need it to sign in.
    private void show(DemoEndpoint at, Path authority) {
        var document = new LinkedHashMap<String, Object>();
        document.put("tenant", at.tenantName());
        document.put("tenantId", at.tenantId());
        document.put("loginEndpoint", at.loginEndpoint());
        document.put("graphEndpoint", at.graphEndpoint());
        document.put("clientId", at.clientId());
        document.put("clientSecret", at.secret());
        if (!authority.toString().isEmpty()) {
            document.put("caFile", authority.toString());
        }
        if (output.wantsJson()) {
            output.json(Map.copyOf(document));
            return;
        }
        output.say("demo.simulated");
        var labels = List.of("demo.field.tenant", "demo.field.tenant-id", "demo.field.login-endpoint", "demo.field.graph-endpoint",
                "demo.field.client-id", "demo.field.client-secret", "demo.field.ca-file");
        var table = new Table(output.words().text("demo.field"), output.words().text("demo.value"));
        var values = List.copyOf(document.values());
        for (int row = 0; row < values.size(); row++) {
            table.row(output.words().text(labels.get(row)), values.get(row));
        }
        output.table(table);
    }
}
