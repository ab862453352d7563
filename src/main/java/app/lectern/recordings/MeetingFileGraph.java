package app.lectern.recordings;

import app.lectern.graph.About;
import app.lectern.graph.Fetched;
import app.lectern.graph.GraphSession;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.FileSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// One recording as the meetings API hands it out, for what no drive that is read holds. Whether it can be asked for in parts is
/// not documented, so it may come in one piece, from the start.
final class MeetingFileGraph implements FileSource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final GraphSession session;
    private final Recording recording;
    private final About about;

    MeetingFileGraph(GraphSession session, Recording recording) {
        this.session = session;
        this.recording = recording;
        this.about = About.of("Recordings: download").item(recording.title()).permission("OnlineMeetingRecording.Read.All");
    }

    /// Graph says first whether it may be read at all; the bytes themselves tell nothing but how many they are.
    @Override
    public Location locate() {
        var address = session.urls().onlineMeetings(session.connection().appOnly(), recording.organiserId()) + "/" + recording.graphMeeting()
                + "/recordings/" + recording.graphId();
        session.ask(about, client -> client.users().byUserId(recording.organiserId()).onlineMeetings().byOnlineMeetingId(recording.graphMeeting())
                .recordings().byCallRecordingId(recording.graphId()).withUrl(address).get());
        var content = URI.create(address + "/content");
        try (var first = session.contents().range(about, content, 0, 1, "", PATIENCE)) {
            long size = switch (first) {
                case Fetched.Part part -> part.total();
                case Fetched.Whole whole -> whole.length();
                case Fetched.OutOfRange none -> none.total();
                case Fetched.Later later -> throw later.problem().raise();
            };
            if (size < 0) {
                throw Problem.of(Problem.Code.RECORDING_WITHOUT_FILE).with("item", recording.title()).raise();
            }
            return new Location(content, size, recording.graphId(), "");
        }
    }

    @Override
    public Fetched fetch(URI address, long from, long until, String tag, Duration patience) {
        return session.contents().range(about, address, from, until, tag, patience);
    }

    @Override
    public RuntimeException raised(IOException broken) {
        return session.contents().raised(broken, about);
    }
}
