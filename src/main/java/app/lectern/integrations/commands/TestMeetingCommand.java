package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.integrations.Integration;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.problems.Problem;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations test-meeting`: makes a meeting for tomorrow, shows its link, and removes it again.
@Command(name = "test-meeting")
final class TestMeetingCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id")
    private String id;

    @Option(names = "--organizer", paramLabel = "EMAIL", descriptionKey = "lectern.integrations.test-meeting.organizer")
    private String organiser;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;

    TestMeetingCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = services.get();
        var of = IntegrationsCommand.chosen(on, options, id);
        var as = organiser == null ? of.serviceAccount() : organiser.strip();
        if (as.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "--organizer").with("reason", "@cli.integrations.test-meeting.who").raise();
        }
        var made = made(on, of, as);
        if (output.wantsJson()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("organizer", made.organiser());
            row.put("subject", made.subject());
            row.put("start", made.start());
            row.put("join_link", made.joinLink());
            row.put("took_millis", made.took().toMillis());
            row.put("removed", true);
            output.json(row);
        } else {
            output.say("cli.integrations.test-meeting.made", made.subject(), made.organiser(), output.words().span(made.took()));
            output.line(made.joinLink());
            output.say("cli.integrations.test-meeting.removed");
        }
        return 0;
    }

    private TestMeeting made(IntegrationServices on, Integration of, String as) throws InterruptedException {
        try (var progress = output.progress(output.words().text("integrations.job.test", of.name()))) {
            var made = on.testMeetings().make(of, as, progress);
            on.testMeetings().remove(of, made);
            on.readiness().tested(of);
            return made;
        }
    }
}
