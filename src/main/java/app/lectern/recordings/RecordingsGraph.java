package app.lectern.recordings;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.Organiser;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.microsoft.graph.models.CallRecording;
import com.microsoft.graph.models.CallTranscript;
import com.microsoft.graph.models.DriveItem;
import com.microsoft.kiota.serialization.UntypedObject;
import com.microsoft.kiota.serialization.UntypedString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Asks Microsoft Graph what there is: the organisers' drives, and the meetings API.
final class RecordingsGraph {
    /// A drive with how full it is.
    record Drive(String id, long total, long used) {}

    /// What changed, and where to go on next time.
    record Changes(List<Seen> seen, List<String> gone, String next) {}

    private final GraphSession session;
    private final ZoneId zone;

    RecordingsGraph(GraphSession session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    boolean appOnly() {
        return session.connection().appOnly();
    }

    private static About about(String purpose, Organiser of, String permission) {
        return About.of("Recordings: " + purpose).account(of.address()).permission(permission);
    }

    /// Somebody by address; empty when the directory has nobody of that name.
    Optional<Organiser> person(String address) {
        var about = About.of("Recordings: service account").account(address).permission("User.Read.All");
        return unless(() -> session.ask(about, client -> {
            var user = client.users().byUserId(address).get(query -> query.queryParameters.select = new String[] {"id", "displayName"});
            return new Organiser(user.getId(), address, text(user.getDisplayName()));
        }), Problem.Code.USER_UNKNOWN, Problem.Code.ITEM_GONE);
    }

    /// Empty for somebody without OneDrive.
    Optional<Drive> drive(Organiser of) {
        return unless(() -> session.ask(about("drive", of, "Files.Read.All"), client -> {
            var drive = client.users().byUserId(of.objectId()).drive().get(query -> query.queryParameters.select = new String[] {"id", "quota"});
            var quota = drive.getQuota();
            return new Drive(drive.getId(), quota == null || quota.getTotal() == null ? 0 : quota.getTotal(),
                    quota == null || quota.getUsed() == null ? 0 : quota.getUsed());
        }), Problem.Code.DRIVE_MISSING);
    }

    /// The id of the folder into which Teams records. Its name differs by language; none yet is answered by 404 or 403.
    Optional<String> recordingsFolder(Organiser of, Drive drive) {
        var address = root() + "/users/" + of.objectId() + "/drive/special/recordings?$select=id";
        return unless(() -> session.ask(about("folder", of, "Files.Read.All"), client ->
                client.drives().byDriveId(drive.id()).items().byDriveItemId("root").withUrl(address).get().getId()),
                Problem.Code.ITEM_GONE, Problem.Code.PERMISSION_MISSING, Problem.Code.DRIVE_MISSING);
    }

    private String root() {
        return session.connection().cloud().apiRoot();
    }

    private static <T> Optional<T> unless(java.util.function.Supplier<T> asked, Problem.Code... absent) {
        try {
            return Optional.of(asked.get());
        } catch (ProblemException refused) {
            if (List.of(absent).contains(refused.problem().code())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// @param from the last answer's link, or empty for everything
    Changes driveChanges(Organiser of, Drive drive, String folder, Optional<String> from, Progress progress) {
        var first = from.flatMap(session.urls()::again).orElse(root() + "/drives/" + drive.id() + "/root/delta");
        var seen = new ArrayList<Seen>();
        var gone = new ArrayList<String>();
        var next = session.ask(about("drive changes", of, "Files.Read.All"), client -> {
            var delta = client.drives().byDriveId(drive.id()).items().byDriveItemId("root").delta();
            return Paging.walkDelta(delta.withUrl(first).get(), link -> delta.withUrl(link).get(), page -> page.getValue().forEach(item -> {
                if (item.getDeleted() != null) {
                    gone.add(item.getId());
                } else if (item.getFile() != null && item.getParentReference() != null && folder.equals(item.getParentReference().getId())) {
                    seen.add(file(drive.id(), item));
                } else if (item.getFile() != null) {
                    // moved elsewhere, or never among the recordings
                    gone.add(item.getId());
                }
            }), progress);
        });
        return new Changes(seen, gone, session.urls().kept(next));
    }

    /// One of a channel's files; whose it is follows from where it lies.
    private Seen ofChannel(Meeting meeting, String driveId, DriveItem item) {
        return file(driveId, item).of(meeting.threadId(), Place.SHAREPOINT);
    }

    private Seen file(String driveId, DriveItem item) {
        var name = text(item.getName());
        var read = FileName.read(name, zone);
        var created = item.getCreatedDateTime() == null ? Instant.EPOCH : item.getCreatedDateTime().toInstant();
        var length = item.getVideo() == null || item.getVideo().getDuration() == null
                ? Optional.<Duration>empty() : Optional.of(Duration.ofMillis(item.getVideo().getDuration()));
        var hashes = item.getFile().getHashes();
        var version = item.getCTag() == null ? text(item.getETag()) : item.getCTag();
        var place = item.getParentReference().getDriveType() != null && item.getParentReference().getDriveType().equals("documentLibrary")
                ? Place.SHAREPOINT : Place.ONEDRIVE;
        return new Seen(RecordingKind.of(name), name, read.title(), read.stamp().orElse(created), length,
                item.getSize() == null ? OptionalLong.empty() : OptionalLong.of(item.getSize()), place, driveId, item.getId(), "", "", "",
                thread(item), text(item.getWebUrl()), version, hashes == null ? "" : text(hashes.getQuickXorHash()), Optional.empty());
    }

    /// Undeclared, but there: the best key from a file to its meeting.
    private static String thread(DriveItem item) {
        return item.getAdditionalData().get("source") instanceof UntypedObject source
                && source.getValue().get("threadId") instanceof UntypedString thread ? text(thread.getValue()) : "";
    }

    /// What lies in the `Recordings` folders of a channel.
    List<Seen> channelFiles(Meeting meeting, String team, Progress progress) {
        var about = About.of("Recordings: channel").item(meeting.subject()).permission("Files.Read.All");
        return session.ask(about, client -> {
            var folder = client.teams().byTeamId(team).channels().byChannelId(meeting.threadId()).filesFolder().get();
            var drive = folder.getParentReference().getDriveId();
            var items = client.drives().byDriveId(drive).items();
            var seen = new ArrayList<Seen>();
            for (var child : items.byDriveItemId(folder.getId()).children().get().getValue()) {
                if (child.getFolder() != null && child.getName().startsWith("Recordings")) {
                    var files = items.byDriveItemId(child.getId()).children();
                    for (var item : Paging.all(files.get(), link -> files.withUrl(link).get(), page -> page.getValue(), progress)) {
                        if (item.getFile() != null) {
                            seen.add(ofChannel(meeting, drive, item));
                        } else if (item.getFolder() != null) {
                            // where downloads are blocked, Teams records one folder further down
                            var further = items.byDriveItemId(item.getId()).children();
                            Paging.all(further.get(), link -> further.withUrl(link).get(), page -> page.getValue(), progress).stream()
                                    .filter(deeper -> deeper.getFile() != null).forEach(deeper -> seen.add(ofChannel(meeting, drive, deeper)));
                        }
                    }
                }
            }
            return seen;
        });
    }

    /// The team that a channel belongs to, among the organiser's.
    Optional<String> teamOf(Meeting meeting) {
        var about = About.of("Recordings: team").account(meeting.organiser().address()).permission("Channel.ReadBasic.All");
        return session.ask(about, client -> client.users().byUserId(meeting.organiser().objectId()).joinedTeams().get().getValue().stream()
                .map(team -> team.getId())
                .filter(team -> client.teams().byTeamId(team).channels().get().getValue().stream()
                        .anyMatch(channel -> meeting.threadId().equals(channel.getId()))).findFirst());
    }

    Changes recordingChanges(Organiser of, Optional<String> last, Progress progress) {
        var first = last.flatMap(session.urls()::again).orElseGet(() -> session.urls().allRecordingsDelta(of.objectId()));
        var seen = new ArrayList<Seen>();
        var next = session.ask(about("list", of, "OnlineMeetingRecording.Read.All"), client -> {
            var delta = client.users().byUserId(of.objectId()).onlineMeetings().byOnlineMeetingId("any").recordings().delta();
            return Paging.walkDelta(delta.withUrl(first).get(), link -> delta.withUrl(link).get(),
                    page -> page.getValue().forEach(one -> seen.add(recording(one))), progress);
        });
        return new Changes(seen, List.of(), session.urls().kept(next));
    }

    Changes transcriptChanges(Organiser of, Optional<String> last, Progress progress) {
        var first = last.flatMap(session.urls()::again).orElseGet(() -> session.urls().allTranscriptsDelta(of.objectId()));
        var seen = new ArrayList<Seen>();
        var next = session.ask(about("transcripts", of, "OnlineMeetingTranscript.Read.All"), client -> {
            var delta = client.users().byUserId(of.objectId()).onlineMeetings().byOnlineMeetingId("any").transcripts().delta();
            return Paging.walkDelta(delta.withUrl(first).get(), link -> delta.withUrl(link).get(),
                    page -> page.getValue().forEach(one -> seen.add(transcript(one))), progress);
        });
        return new Changes(seen, List.of(), session.urls().kept(next));
    }

    /// The recordings of calls that were no meetings, of one who made or took them; for apps alone.
    List<Seen> callRecordings(Organiser of, Optional<Instant> since, Progress progress) {
        var address = session.urls().adhocRecordingsSince(of.objectId(), since);
        return session.ask(about("calls", of, "CallRecordings.Read.All"), client -> {
            var list = client.users().byUserId(of.objectId()).adhocCalls().byAdhocCallId("any").recordings();
            return Paging.all(list.withUrl(address).get(), link -> list.withUrl(link).get(), page -> page.getValue(), progress);
        }).stream().map(RecordingsGraph::recording).toList();
    }

    /// The recordings of one meeting, for a signed-in person too.
    List<Seen> recordings(Meeting meeting, Progress progress) {
        var about = About.of("Recordings: meeting").item(meeting.subject()).account(meeting.organiser().address())
                .permission("OnlineMeetingRecording.Read.All");
        var address = meetingAddress(meeting) + "/recordings";
        return session.ask(about, client -> {
            var list = client.users().byUserId(meeting.organiser().objectId()).onlineMeetings().byOnlineMeetingId(meeting.onlineMeetingId()).recordings();
            return Paging.all(list.withUrl(address).get(), link -> list.withUrl(link).get(), page -> page.getValue(), progress);
        }).stream().map(RecordingsGraph::recording).toList();
    }

    List<Seen> transcripts(Meeting meeting, Progress progress) {
        var about = About.of("Recordings: meeting").item(meeting.subject()).account(meeting.organiser().address())
                .permission("OnlineMeetingTranscript.Read.All");
        var address = meetingAddress(meeting) + "/transcripts";
        return session.ask(about, client -> {
            var list = client.users().byUserId(meeting.organiser().objectId()).onlineMeetings().byOnlineMeetingId(meeting.onlineMeetingId()).transcripts();
            return Paging.all(list.withUrl(address).get(), link -> list.withUrl(link).get(), page -> page.getValue(), progress);
        }).stream().map(RecordingsGraph::transcript).toList();
    }

    private String meetingAddress(Meeting meeting) {
        return session.urls().onlineMeetings(appOnly(), meeting.organiser().objectId()) + "/" + meeting.onlineMeetingId();
    }

    /// The words of a transcript, with speakers where the tenant lets them out.
    String transcriptText(String organiserId, String meeting, String transcript, String title) {
        var about = About.of("Recordings: transcript").item(title).permission("OnlineMeetingTranscript.Read.All");
        var address = session.urls().onlineMeetings(appOnly(), organiserId) + "/" + meeting + "/transcripts/" + transcript + "/content";
        return session.ask(about, client -> {
            var content = client.users().byUserId(organiserId).onlineMeetings().byOnlineMeetingId(meeting).transcripts()
                    .byCallTranscriptId(transcript).content();
            try (var bytes = content.withUrl(address).get(request -> request.headers.add("Accept", "text/vtt"))) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }

    /// Puts a file into the tenant's bin, unless it has changed since it was last seen.
    void delete(Recording recording) {
        var about = About.of("Recordings: delete in the tenant").item(recording.title()).permission("Files.ReadWrite.All");
        session.ask(about, client -> {
            client.drives().byDriveId(recording.driveId()).items().byDriveItemId(recording.itemId())
                    .delete(request -> request.headers.add("If-Match", recording.version()));
            return recording;
        });
    }

    private static Seen recording(CallRecording one) {
        return artifact(RecordingKind.VIDEO, one.getId(), one.getCallId(), one.getMeetingId(), one.getCreatedDateTime(), one.getEndDateTime());
    }

    private static Seen transcript(CallTranscript one) {
        return artifact(RecordingKind.TRANSCRIPT, one.getId(), one.getCallId(), one.getMeetingId(), one.getCreatedDateTime(), one.getEndDateTime());
    }

    private static Seen artifact(RecordingKind kind, String id, String call, String meeting, OffsetDateTime from, OffsetDateTime to) {
        var start = from == null ? Instant.EPOCH : from.toInstant();
        var length = from == null || to == null ? Optional.<Duration>empty() : Optional.of(Duration.between(start, to.toInstant()));
        return new Seen(kind, "", "", start, length, OptionalLong.empty(), Place.TEAMS, "", "", id, text(call), text(meeting), "", "", "", "",
                Optional.empty());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
