package app.lectern.demo.school;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// All online meetings, found by their Graph id, by organiser, by link or by number.
public final class Meetings {
    private static final Pattern ID = Pattern.compile("1\\*([0-9a-f-]{36})\\*(\\d+)\\*\\*(19:.+)");
    private static final Pattern SHORT_LINK = Pattern.compile(".*/meet/(\\d+)\\?.*");
    private static final Pattern LONG_LINK = Pattern.compile(".*/meetup-join/([^/]+)/(\\d+)\\?.*");

    private final Ids ids;
    private final String tenantId;
    private final Map<String, OnlineMeeting> byThread = new LinkedHashMap<>();
    private final Map<String, OnlineMeeting> byNumber = new HashMap<>();
    private final Map<Person, List<OnlineMeeting>> byOrganiser = new HashMap<>();
    private long made;

    Meetings(Ids ids, String tenantId) {
        this.ids = ids;
        this.tenantId = tenantId;
    }

    public OnlineMeeting make(Person organiser, MeetingKind kind, String subject, Instant start, Instant end, Instant created) {
        // meetings made through Graph have kept their long links so far; short ones come from Meet now and new schedules
        return make(organiser, kind, subject, start, end, created, null, kind == MeetingKind.INSTANT);
    }

    OnlineMeeting make(Person organiser, MeetingKind kind, String subject, Instant start, Instant end, Instant created,
                       TeamChannel channel, boolean shortLink) {
        var meeting = new OnlineMeeting(made++, organiser, kind, created, channel, shortLink, tenantId, ids);
        meeting.subject(subject);
        meeting.times(start, end);
        byThread.put(key(meeting.threadId(), meeting.messageId()), meeting);
        byNumber.put(meeting.joinMeetingId(), meeting);
        byOrganiser.computeIfAbsent(organiser, person -> new ArrayList<>()).add(meeting);
        return meeting;
    }

    public OnlineMeeting makeExternal(Person organiser, String externalId, String subject, Instant start, Instant end,
            Instant created) {
        var meeting = make(organiser, MeetingKind.LINK_ONLY, subject, start, end, created);
        meeting.externalId(externalId);
        return meeting;
    }

    public void remove(OnlineMeeting meeting) {
        byThread.remove(key(meeting.threadId(), meeting.messageId()));
        byNumber.remove(meeting.joinMeetingId());
        byOrganiser.get(meeting.organiser()).remove(meeting);
    }

    public List<OnlineMeeting> of(Person organiser) {
        return Collections.unmodifiableList(byOrganiser.getOrDefault(organiser, List.of()));
    }

    public Collection<OnlineMeeting> all() {
        return Collections.unmodifiableCollection(byThread.values());
    }

    /// By Graph id; an id that is none at all finds nothing.
    public Optional<OnlineMeeting> find(String id) {
        try {
            var matcher = ID.matcher(new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII));
            return matcher.matches() ? Optional.ofNullable(byThread.get(key(matcher.group(3), matcher.group(2))))
                    .filter(meeting -> meeting.kind() != MeetingKind.AD_HOC && meeting.organiser().id().equals(matcher.group(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// By the join link, which must be the literal that was issued.
    public Optional<OnlineMeeting> findByLink(String link) {
        var number = SHORT_LINK.matcher(link);
        var thread = LONG_LINK.matcher(link);
        var found = number.matches() ? byNumber.get(number.group(1)) : thread.matches()
                ? byThread.get(key(URLDecoder.decode(thread.group(1), StandardCharsets.UTF_8), thread.group(2))) : null;
        return Optional.ofNullable(found).filter(meeting -> meeting.joinUrl().equals(link));
    }

    public Optional<OnlineMeeting> findByNumber(String digits) {
        return Optional.ofNullable(byNumber.get(digits));
    }

    private static String key(String thread, String message) {
        return thread + "/" + message;
    }
}
