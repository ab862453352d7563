package app.lectern.demo.school;

import static app.lectern.demo.school.PlantedCase.As.COMPLETE;
import static app.lectern.demo.school.PlantedCase.As.LAPSED;
import static app.lectern.demo.school.PlantedCase.As.LECTERN;
import static app.lectern.demo.school.PlantedCase.Missed.ATTENDANCE;
import static app.lectern.demo.school.PlantedCase.Missed.LINK;
import static app.lectern.demo.school.PlantedCase.Missed.RECORDING;
import static app.lectern.demo.school.PlantedCase.Missed.TRANSCRIPT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A case for every verdict of a diagnosis: found in the timetable where it has one, planted beside it where it has none.
/// The planted meetings stand in nobody's calendar, so that the timetable stays as it is.
public final class PlantedCases {
    private static final String NOBODY = "0a0a0a0a-1111-4222-8333-444444444444";
    private static final String ODD_THREAD = "19:meeting_Zm9yZ290dGVu@thread.v2";

    private final School school;
    private final Instant now;
    private final List<OnlineMeeting> planted = new ArrayList<>();
    private final List<PlantedCase> all;
    private final OnlineMeeting broken;

    PlantedCases(School school, Instant now) {
        this.school = school;
        this.now = now;
        broken = plant("beatrice.nwosu", MeetingKind.LINK_ONLY, "Governors’ briefing", 4);
        var cases = new ArrayList<PlantedCase>();
        kinds(cases);
        rights(cases);
        missing(cases);
        all = List.copyOf(cases);
    }

    /// One for each verdict.
    public List<PlantedCase> all() {
        return all;
    }

    /// The meetings that are here for their case only.
    public List<OnlineMeeting> planted() {
        return List.copyOf(planted);
    }

    /// Whose meetings the access policy has reached while their recordings wait for it still.
    public Person waitingForPolicy() {
        return school.person("oliver.grant");
    }

    /// Whose transcripts answer as if the tenant's switch were off, so that a tenant where it is on shows that answer too.
    public Person withoutTranscripts() {
        return school.person("amina.hassan");
    }

    /// Whether Graph fails over the reports of this meeting, whoever asks.
    public boolean breaksOver(OnlineMeeting meeting) {
        return meeting == broken;
    }

    private void kinds(List<PlantedCase> cases) {
        cases.add(of("scheduled", held(MeetingKind.SCHEDULED), ATTENDANCE, LECTERN));
        cases.add(of("channel", held(MeetingKind.CHANNEL), ATTENDANCE, LECTERN));
        cases.add(of("instant", held(MeetingKind.INSTANT), ATTENDANCE, LECTERN));
        cases.add(of("link-only", held(MeetingKind.LINK_ONLY), ATTENDANCE, LECTERN));
        var call = held(MeetingKind.AD_HOC);
        cases.add(new PlantedCase("ad-hoc-call", ATTENDANCE, call.threadId(), name(call), COMPLETE));
        cases.add(of("live-event", plant("hannah.ivers", MeetingKind.LIVE_EVENT, "Open day broadcast", 5), ATTENDANCE, LECTERN));
        cases.add(new PlantedCase("unknown", ATTENDANCE, ODD_THREAD, "", LECTERN));
    }

    private void rights(List<PlantedCase> cases) {
        var tenant = school.identity().tenantId();
        cases.add(new PlantedCase("other-tenant", ATTENDANCE, link(NOBODY, school.person("marta.kowalska").id()), "", LECTERN));
        cases.add(new PlantedCase("organiser-gone", ATTENDANCE, link(tenant, NOBODY), "", LECTERN));
        var short_ = find(meeting -> meeting.kind() == MeetingKind.SCHEDULED && meeting.joinUrl().contains("/meet/") && reported(meeting));
        cases.add(new PlantedCase("wrong-organiser", ATTENDANCE, short_.joinUrl(),
                school.person(name(short_).startsWith("ruth.") ? "marta.kowalska" : "ruth.okafor").userPrincipalName(), LECTERN));
        cases.add(of("permission-missing", held(MeetingKind.SCHEDULED), TRANSCRIPT, LECTERN));
        cases.add(new PlantedCase("policy-missing", ATTENDANCE, link(tenant, school.person("y.tanaka").id()), "", LECTERN));
        cases.add(of("policy-propagating", plant("oliver.grant", MeetingKind.LINK_ONLY, "Reading hour", 2), RECORDING, LECTERN));
        cases.add(of("transcripts-off", plant("amina.hassan", MeetingKind.LINK_ONLY, "Access arrangements", 2), TRANSCRIPT, COMPLETE));
        cases.add(of("sign-in-failed", held(MeetingKind.SCHEDULED), ATTENDANCE, LAPSED));
        cases.add(of("service-fault", broken, ATTENDANCE, LECTERN));
    }

    private void missing(List<PlantedCase> cases) {
        cases.add(of("expired", plant("claire.dubois", MeetingKind.LINK_ONLY, "Exchange families", 71), ATTENDANCE, LECTERN));
        cases.add(of("not-ready", find(meeting -> meeting.kind() == MeetingKind.SCHEDULED && meeting.start().isAfter(now.plus(Duration.ofDays(2)))),
                ATTENDANCE, LECTERN));
        cases.add(of("link-works", find(meeting -> meeting.kind() == MeetingKind.SCHEDULED && meeting.start().isAfter(now.plus(Duration.ofDays(2)))), LINK, LECTERN));
        cases.add(new PlantedCase("link-gone", LINK, link(school.identity().tenantId(), school.person("marta.kowalska").id()), "", LECTERN));
        cases.add(of("nobody-joined", plant("sanjay.patel", MeetingKind.LINK_ONLY, "Revision drop-in", 3), ATTENDANCE, LECTERN));
        cases.add(of("not-recorded", find(meeting -> meeting.kind() == MeetingKind.SCHEDULED && reported(meeting)
                && meeting.sessions().stream().noneMatch(session -> session.recording() != null)), RECORDING, LECTERN));
        var unreported = plant("daniel.osei", MeetingKind.LINK_ONLY, "Olympiad training", 3);
        unreported.addSession(unreported.start(), unreported.end()).keep(null, false, false);
        cases.add(of("report-off", unreported, ATTENDANCE, COMPLETE));
    }

    private OnlineMeeting plant(String organiser, MeetingKind kind, String subject, int daysAgo) {
        var start = now.minus(Duration.ofDays(daysAgo)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        var meeting = school.meetings().make(school.person(organiser), kind, subject, start, start.plus(Duration.ofMinutes(50)),
                start.minus(Duration.ofDays(9)));
        planted.add(meeting);
        return meeting;
    }

    private static PlantedCase of(String verdict, OnlineMeeting meeting, PlantedCase.Missed missed, PlantedCase.As as) {
        return new PlantedCase(verdict, missed, meeting.joinUrl(), name(meeting), as);
    }

    private static String name(OnlineMeeting meeting) {
        return meeting.organiser().userPrincipalName();
    }

    private OnlineMeeting held(MeetingKind kind) {
        return find(meeting -> meeting.kind() == kind && !meeting.sessions().isEmpty() && meeting.end().isBefore(now.minus(Duration.ofDays(2)))
                && (kind == MeetingKind.INSTANT || kind == MeetingKind.AD_HOC || reported(meeting)));
    }

    private boolean reported(OnlineMeeting meeting) {
        return meeting.end().isBefore(now.minus(Duration.ofDays(2))) && meeting.sessions().stream().anyMatch(session -> session.hasReport(now));
    }

    private OnlineMeeting find(Predicate<OnlineMeeting> wanted) {
        return school.meetings().all().stream().filter(wanted).findFirst()
                .orElseGet(() -> plant("marta.kowalska", MeetingKind.SCHEDULED, "Year 11 Chemistry: Revision", 0));
    }

    private static String link(String tenantId, String organiserId) {
        return "https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZWxzZXdoZXJl%40thread.v2/0?context=%7b%22Tid%22%3a%22" + tenantId
                + "%22%2c%22Oid%22%3a%22" + organiserId + "%22%7d";
    }
}
