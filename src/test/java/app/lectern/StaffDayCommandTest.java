package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoHost;
import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.School;
import app.lectern.home.Home;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day of somebody who plans lessons, by commands alone on a fresh data folder; the demo tenant is served beside them.
class StaffDayCommandTest {
    private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
    private static final LocalDate WRITTEN_FOR = LocalDate.of(2027, 1, 11);
    private static final int FILMS = 12;
    @TempDir
    private static Path folder;
    private static DemoHost host;
    private static DayTerminal day;
    private static long weeks;

    @BeforeEach
    void open() {
        var home = new Home(folder.resolve("home")).prepare();
        host = new DemoHost(home, DemoOptions.standard(Clock.systemUTC()));
        host.endpoint();
        day = new DayTerminal(home.folder());
        var monday = LocalDate.now(School.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(4);
        weeks = ChronoUnit.WEEKS.between(WRITTEN_FOR, monday);
    }

    @AfterEach
    void close() throws Exception {
        day.keep("staff-commands");
        host.close();
    }

    private static DemoTenant tenant() {
        return host.own().orElseThrow();
    }

    /// The file with its dates moved to where they lie ahead.
    private static Path file(String name) throws Exception {
        try (var in = StaffDayCommandTest.class.getResourceAsStream("days/" + name)) {
            var text = DATE.matcher(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).replaceAll(found -> ahead(found.group()).toString());
            return Files.writeString(folder.resolve(name), text);
        }
    }

    private static LocalDate ahead(String date) {
        return LocalDate.parse(date).plusWeeks(weeks);
    }

    private static void done(String... command) {
        assertThat(day.run(command)).as("%s", day.said()).isZero();
    }

    private static List<CalendarEvent> events(String subject) {
        var school = tenant().school();
        return school.exclusively(() -> school.people().all().stream().flatMap(person -> school.calendars().of(person).own().stream())
                .filter(event -> subject.equals(event.subject()) && !event.isCancelled()).distinct().toList());
    }

    /// One test, since each stretch begins where the one before ended.
    @Test
    void theWholeDay() throws Exception {
        aTermIsRehearsedMendedAndCreated();
        aLessonIsMovedOthersAreSetToRecordAndOneIsCancelled();
        aRecordingIsFoundAndItsTranscriptRead();
        twelveAreDownloadedThoughTheNetworkIsCutInBetween();
        theAttendanceOfALessonIsMendedAndExported();
        theDatesOfAProjectAreInTheSharedCalendarAndOneIsMoved();
    }

    private void aTermIsRehearsedMendedAndCreated() throws Exception {
        done("sync");
        var list = file("spring-term.csv");
        assertThat(day.run("meetings", "import", list.toString(), "--timezone", "Europe/London", "--dry-run")).isEqualTo(1);
        assertThat(day.out()).contains("57 ready", "3 wrong", "is no date with a time", "The end must lie after the start.", "claire.duboi@northfield.example");
        Files.writeString(list, Files.readString(list).replace("11:00h", "11:00").replace(" 08:00,", " 11:00,").replace("claire.duboi@", "claire.dubois@"));
        done("meetings", "import", list.toString(), "--timezone", "Europe/London", "--yes", "--json");
        assertThat(day.json().path("done").asInt()).isEqualTo(60);
        assertThat(events("Year 11 Chemistry: Rates 1a")).hasSize(1);
    }

    private static String meeting(String subject) throws Exception {
        done("meetings", "list", "--from", ahead("2027-01-11").toString(), "--until", ahead("2027-01-24").toString(), "--json");
        return DayTerminal.each(day.json().path("meetings")).filter(row -> row.path("subject").asText().equals(subject)).findFirst().orElseThrow().path("id").asText();
    }

    private void aLessonIsMovedOthersAreSetToRecordAndOneIsCancelled() throws Exception {
        var french = meeting("Year 9 French: La ville 1a");
        done("meetings", "move", french, "--start", ahead("2027-01-12") + "T14:00", "--timezone", "Europe/London", "--yes");
        assertThat(events("Year 9 French: La ville 1a")).singleElement().satisfies(event -> assertThat(event.times().startInstant())
                .isEqualTo(ahead("2027-01-12").atTime(14, 0).atZone(School.ZONE).toInstant()));
        var biology = meeting("Year 12 Biology: Membranes 2a");
        done("meetings", "options", french, biology, "--no-record", "--lobby", "invited");
        assertThat(events("Year 12 Biology: Membranes 2a").getFirst().meeting().options().path("recordAutomatically").asBoolean(true)).isFalse();
        assertThat(day.run("meetings", "options", french)).as("what is to be set must be said").isNotZero();
        done("meetings", "cancel", meeting("Year 12 Biology: Cells 1a"), "--message", "Mr Patel is at a conference.", "--yes");
        assertThat(events("Year 12 Biology: Cells 1a")).isEmpty();
    }

    private void aRecordingIsFoundAndItsTranscriptRead() throws Exception {
        done("recordings", "list", "--since", LocalDate.now(School.ZONE).minusDays(14).toString(), "--kind", "TRANSCRIPT", "--json");
        var recording = day.json().path(0).path("id").asText();
        done("recordings", "transcript", recording);
        assertThat(day.out()).contains("0:00:");
        done("recordings", "transcript", recording, "--find", "the", "--json");
        assertThat(DayTerminal.each(day.json().path("said"))).isNotEmpty().allSatisfy(cue -> assertThat(cue.path("text").asText()).containsIgnoringCase("the"));
    }

    private void twelveAreDownloadedThoughTheNetworkIsCutInBetween() throws Exception {
        done("recordings", "list", "--kind", "VIDEO", "--limit", Integer.toString(2 * FILMS), "--json");
        var command = new ArrayList<>(List.of("recordings", "download", "--to", folder.resolve("films").toString(), "--json", "--id"));
        DayTerminal.each(day.json()).filter(row -> !row.path("item_id").asText().isEmpty()).limit(FILMS).map(row -> row.path("id").asText()).forEach(command::add);
        tenant().faults().storage().times(6).with(Fault.resetAfter(60_000));
        done(command.toArray(String[]::new));
        assertThat(day.json().path("downloaded").asInt()).isEqualTo(FILMS);
        assertThat(DayTerminal.each(day.json().path("downloads")).map(row -> Path.of(row.path("path").asText()))).allSatisfy(film -> assertThat(film).exists());
        done(command.toArray(String[]::new));
        assertThat(day.json().path("already_here").asInt()).isEqualTo(FILMS);
    }

    private void theAttendanceOfALessonIsMendedAndExported() throws Exception {
        done("attendance", "list", "--json");
        var lesson = DayTerminal.each(day.json()).filter(line -> line.path("noShows").asInt() == 2).findFirst().orElseThrow().path("id").asText();
        done("attendance", "show", lesson, "--json");
        var absent = DayTerminal.each(day.json().path("absent")).toList();
        assertThat(absent).hasSize(2);
        done("attendance", "add", lesson, "--name", name(absent.getFirst()), "--email", absent.getFirst().path("email").asText(), "--reason", "Sat beside a colleague.");
        done("attendance", "no-shows", lesson, "--mail");
        assertThat(day.out()).contains(absent.getLast().path("email").asText()).doesNotContain(absent.getFirst().path("email").asText());
        done("attendance", "export", "--meeting", lesson, "--to", folder.resolve("attendance.csv").toString());
        assertThat(Files.readString(folder.resolve("attendance.csv"))).contains(name(absent.getFirst()));
    }

    private static String name(JsonNode person) {
        return person.path("name").asText();
    }

    private void theDatesOfAProjectAreInTheSharedCalendarAndOneIsMoved() throws Exception {
        done("deliverables", "import", file("greenhouse.csv").toString());
        done("deliverables", "sync", "--json");
        done("deliverables", "list", "--json");
        var costs = DayTerminal.each(day.json().path("deliverables")).filter(row -> row.toString().contains("Costs")).findFirst().orElseThrow();
        var event = dated();
        done("deliverables", "move", costs.path("key").asText(), "--to", ahead("2027-01-22").toString());
        done("deliverables", "sync");
        assertThat(dated()).as("on another day, once").hasSize(event.size()).isNotEqualTo(event);
    }

    private static List<Instant> dated() {
        var school = tenant().school();
        return school.exclusively(() -> school.people().all().stream().flatMap(person -> school.calendars().of(person).own().stream()).distinct()
                .filter(event -> event.subject() != null && event.subject().startsWith("Greenhouse") && !event.isCancelled())
                .map(event -> event.times().startInstant()).sorted().toList());
    }
}
