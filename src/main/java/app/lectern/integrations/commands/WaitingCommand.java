package app.lectern.integrations.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.integrations.waiting.Wait;
import app.lectern.integrations.waiting.WaitKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations waiting`: what Microsoft needs time for, since when, and when it is looked at next.
@Command(name = "waiting")
final class WaitingCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id")
    private String id;

    @Option(names = "--look", descriptionKey = "lectern.integrations.waiting.look")
    private boolean look;

    @Option(names = "--add", paramLabel = "KIND[=SUBJECT]", descriptionKey = "lectern.integrations.waiting.add", converter = WhatConverter.class)
    private What add;

    @Option(names = "--stop", paramLabel = "KIND[=SUBJECT]", descriptionKey = "lectern.integrations.waiting.stop", converter = WhatConverter.class)
    private What stop;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;

    WaitingCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
    }

    /// What to wait for, as one types it: `mailbox`, `consent=Files.Read.All`.
    private record What(WaitKind kind, String subject) {}

    private static final class WhatConverter implements CommandLine.ITypeConverter<What> {
        @Override
        public What convert(String typed) {
            var parts = typed.split("=", 2);
            return new What(WaitKind.valueOf(parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_')), parts.length > 1 ? parts[1].strip() : "");
        }
    }

    /// Ends with 1 while something is still waited for.
    @Override
    public Integer call() {
        var on = services.get();
        var of = add == null && stop == null ? IntegrationsCommand.chosen(on, options, id) : IntegrationsCommand.named(on, options, id);
        if (add != null) {
            on.waiting().begin(of, add.kind(), subject(of, add));
        }
        if (stop != null && !on.waiting().stop(of, stop.kind(), subject(of, stop))) {
            throw CommandTree.wrong("--stop", "@cli.integrations.waiting.not-there");
        }
        var waits = look ? on.waiting().lookAt(of) : on.waiting().list(of);
        if (output.wantsJson()) {
            output.json(Map.of("integration", of.name(), "waiting", waits.stream().map(WaitingCommand::json).toList()));
        } else if (waits.isEmpty()) {
            output.say("cli.integrations.waiting.none", of.name());
        } else {
            print(waits);
        }
        return waits.stream().allMatch(Wait::isOver) ? 0 : 1;
    }

    /// An account that is not named is the service account; a permission has to be named.
    private static String subject(Integration of, What what) {
        return switch (what.kind()) {
            case NEW_SECRET -> "";
            case MAILBOX, ACCESS_POLICY -> what.subject().isEmpty() ? of.serviceAccount() : what.subject();
            case CONSENT -> what.subject();
        };
    }

    private void print(List<Wait> waits) {
        var words = output.words();
        var table = new Table(words.text("cli.integrations.waiting.what"), words.text("cli.integrations.waiting.subject"),
                words.text("cli.integrations.waiting.since"), words.text("cli.integrations.waiting.usual"),
                words.text("cli.integrations.waiting.latest"), words.text("cli.integrations.waiting.next"));
        for (var wait : waits) {
            var next = wait.works().map(since -> new Table.Cell(words.text("integrations.wait.works", words.when(since)), Tone.GOOD))
                    .orElseGet(() -> new Table.Cell(words.when(wait.nextLook()), Tone.WARNING));
            table.row(words.of(wait.kind()), wait.subject(), words.when(wait.since()), words.when(wait.usualBy()), words.when(wait.latestBy()), next);
        }
        output.table(table);
    }

    private static Map<String, Object> json(Wait wait) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", wait.kind().name().toLowerCase(Locale.ROOT));
        row.put("subject", wait.subject());
        row.put("since", wait.since());
        row.put("usual_by", wait.usualBy());
        row.put("latest_by", wait.latestBy());
        row.put("next_look", wait.nextLook());
        wait.works().ifPresent(since -> row.put("works_since", since));
        return row;
    }
}
