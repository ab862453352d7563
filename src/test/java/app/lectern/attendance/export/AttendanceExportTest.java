package app.lectern.attendance.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.AttendanceRules;
import app.lectern.attendance.AttendanceSource;
import app.lectern.attendance.Invitee;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.Presence;
import app.lectern.attendance.Report;
import app.lectern.attendance.RollCall;
import app.lectern.attendance.Standing;
import app.lectern.attendance.Stay;
import app.lectern.attendance.Told;
import app.lectern.attendance.Who;
import app.lectern.meetings.MeetingKind;
import app.lectern.tables.Sheet;
import app.lectern.tables.Workbook;
import app.lectern.words.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceExportTest {
    private static final Instant NINE = Instant.parse("2026-11-18T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private final AttendanceExport export = new AttendanceExport(
            new Words(Locale.UK, ZoneId.of("Europe/London"), Clock.fixed(TEN, ZoneOffset.UTC)));

    private static MeetingAttendance meeting(String name, AttendanceSource source) {
        var told = List.of(new Told(new Report(1, source, "r", NINE, TEN, 1, TEN, new Report.Origin("R. Okafor", "why")),
                List.of(new Presence(new Who("id", "omar@x.example", name), "Attendee", Duration.ofSeconds(1009), List.of(new Stay(NINE, NINE.plusSeconds(1009))), true))));
        var invited = List.of(new Invitee("omar@x.example", "Omar", true), new Invitee("mei@x.example", "Mei Chen", true));
        var roll = RollCall.of(new RollCall.Asked(NINE, TEN, "marta@x.example", invited, AttendanceRules.USUAL), told);
        var line = new MeetingLine(1, 1, "Rates", "marta@x.example", "Marta", NINE, TEN, "", MeetingKind.SCHEDULED, "", Standing.KNOWN, true, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(source), MeetingLine.Figures.NONE);
        return new MeetingAttendance(line, roll, invited, told, AttendanceRules.USUAL);
    }

    private String csv(MeetingAttendance meeting, ExportColumn first, ExportColumn... others) {
        return new String(export.of(List.of(meeting), EnumSet.of(first, others), ExportFormat.CSV, false), StandardCharsets.UTF_8);
    }

    private static Map<String, String> parts(byte[] zip) throws Exception {
        var parts = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void secondsAreKeptAndTheChosenColumnsStandInOrder() {
        assertThat(csv(meeting("Omar", AttendanceSource.API), ExportColumn.SECONDS, ExportColumn.PARTICIPANT, ExportColumn.TIME))
                .contains("Participant,Time,Seconds\r\nOmar,16 min 49 s,1009\r\nMei Chen,No-show,0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"})
    void whatASpreadsheetWouldRunIsDefused(String name) throws Exception {
        assertThat(Sheet.defused(name)).isEqualTo("'" + name);
        var shown = new Who("", "", name).name();
        assertThat(csv(meeting(name, AttendanceSource.API), ExportColumn.PARTICIPANT)).contains("'" + shown.replace("\"", "\"\""));
        var sheet = parts(export.of(List.of(meeting(name, AttendanceSource.API)), Set.of(ExportColumn.PARTICIPANT), ExportFormat.XLSX, false)).get("xl/worksheets/sheet1.xml");
        assertThat(sheet).contains(">'" + Workbook.escaped(shown)).doesNotContain("<f>");
    }

    @Test
    void anHarmlessNameStaysAsItIsAndANumberANumber() throws Exception {
        assertThat(Sheet.defused("Omar Haddad")).isEqualTo("Omar Haddad");
        var sheet = parts(export.of(List.of(meeting("Omar", AttendanceSource.API)), Set.of(ExportColumn.SECONDS), ExportFormat.XLSX, false)).get("xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("<v>1009</v>");
    }

    @Test
    void theWorkbookIsWellFormedXmlThroughout() throws Exception {
        var parts = parts(export.of(List.of(meeting("<Omar> & \"co\" \u0001", AttendanceSource.API)), AttendanceExport.USUAL, ExportFormat.XLSX, true));
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml");
        for (var part : parts.values()) {
            assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)))).isNotNull();
        }
    }

    @Test
    void thePageEscapesNamesAndRepeatsItsHeadings() {
        var page = new String(export.of(List.of(meeting("<script>alert(1)</script>", AttendanceSource.API)), Set.of(), ExportFormat.HTML, false), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>").contains("table-header-group").contains("<h1>Rates</h1>");
    }

    @Test
    void simulatedDataAndEntriesByHandAreSaid() {
        var text = new String(export.of(List.of(meeting("Omar", AttendanceSource.MANUAL)), Set.of(ExportColumn.PARTICIPANT, ExportColumn.SOURCE,
                ExportColumn.ENTERED_BY, ExportColumn.REASON), ExportFormat.CSV, true), StandardCharsets.UTF_8);
        assertThat(text).contains("Simulated data").contains("1 row was entered by hand").contains("Omar,By hand,R. Okafor,why");
    }
}
