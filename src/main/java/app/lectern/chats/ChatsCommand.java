package app.lectern.chats;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern chats`: what was written and shared in a meeting, as it was synced.
@Command(name = "chats")
public final class ChatsCommand implements Runnable {
    /// What the command works with.
    public record Parts(MeetingChats chats, KnownMeetings meetings, Integration integration) {}

    private final Supplier<Parts> parts;
    private final Output output;

    @Spec
    private CommandSpec spec;

    public ChatsCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "MEETING", descriptionKey = "chats.option.meeting") long id) {
        var on = parts.get();
        var meeting = meeting(on, id);
        var messages = on.chats().messages(on.integration(), meeting);
        var files = on.chats().files(on.integration(), meeting);
        if (output.wantsJson()) {
            output.json(Map.of("meeting", id, "messages", messages, "files", files));
            return ExitStatus.DONE.number();
        }
        var words = output.words();
        var table = new Table(words.text("chats.column.at"), words.text("chats.column.who"), words.text("chats.column.what"));
        messages.forEach(each -> table.row(words.when(each.sentAt()), each.author(), each.deleted() ? words.text("chats.deleted") : each.text()));
        files.forEach(each -> table.row(words.when(each.sharedAt()), each.sharedBy(), each.name() + "  " + each.link()));
        output.table(table);
        return ExitStatus.DONE.number();
    }

    @Command(name = "export")
    int export(
            @Parameters(paramLabel = "MEETING", descriptionKey = "chats.option.meeting") long id,
            @Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "chats.option.to") Path to) {
        var on = parts.get();
        try {
            Files.writeString(to, on.chats().text(on.integration(), meeting(on, id)));
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", to.toString()).raise(unwritable);
        }
        output.say("chats.cli.exported", to.toString());
        return ExitStatus.DONE.number();
    }

    private static Meeting meeting(Parts on, long id) {
        return on.meetings().find(id).filter(found -> found.integration() == on.integration().id())
                .orElseThrow(() -> CommandTree.wrong("MEETING", "@chats.cli.no-meeting"));
    }
}
