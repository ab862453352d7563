package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.Room;
import app.lectern.problems.ProblemException;
import app.lectern.tables.TableFile;
import app.lectern.words.BodyText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists in files: read, previewed, imported and written.
class DeliverableFilesTest {
    private static final String HEADINGS = "project,client,description,percentage,date,notes,assignees,link,key\n";

    @TempDir
    Path folder;
    private CalendarBench bench;
    private DeliverableImport imports;

    @BeforeEach
    void open() {
        bench = new CalendarBench(new Room(folder.resolve("home")), null);
        imports = new DeliverableImport(bench.deliverables, TableFile::cells);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ImportPreview preview(String csv) throws IOException {
        var file = Files.writeString(folder.resolve("list.csv"), csv);
        var sheet = imports.read(file);
        return imports.preview(bench.integration, sheet, DeliverableImport.guess(sheet));
    }

    private List<Deliverable> list() {
        return bench.deliverables.list(bench.integration);
    }

    @Test
    void ownHeadingsNeedNoMapping() throws Exception {
        var preview = preview(HEADINGS
                + "Coastal Library,Harbour Council,\"Planning, part \"\"one\"\"\",,2026-11-27,\"two\nlines\",AH@x.example; tn@x.example,https://p.example/1,K1\n"
                + "Coastal Library,Internal,,65 %,19/11/2026,,,,K2\n");
        imports.apply(bench.integration, preview);
        assertThat(list()).containsExactlyInAnyOrder(
                new Deliverable("K1", "Coastal Library", "Harbour Council", "Planning, part \"one\"", OptionalInt.empty(),
                        Optional.of(LocalDate.of(2026, 11, 27)), "two\nlines", List.of("ah@x.example", "tn@x.example"), "https://p.example/1", Optional.empty()),
                new Deliverable("K2", "Coastal Library", "", "", OptionalInt.of(65), Optional.of(LocalDate.of(2026, 11, 19)), "", List.of(), "",
                        Optional.empty()));
        assertThat(list().stream().map(Deliverable::subject)).contains("Coastal Library: 65%");
    }

    @Test
    void headingsAsTheScreenAndPeopleWriteThemNeedNoMappingEither() throws Exception {
        var file = Files.writeString(folder.resolve("people.csv"), "Project,Deliverable,Due date,Assigned to,%\nA,one,27 Nov 2026,amina.hassan@northfield.example,30\n");
        assertThat(DeliverableImport.guess(imports.read(file))).isEqualTo(Map.of(Column.PROJECT, 0, Column.DESCRIPTION, 1, Column.DATE, 2, Column.ASSIGNEES, 3,
                Column.PERCENTAGE, 4));
    }

    @Test
    void whatIsWrongIsNamedByLineAndTheRestGoesIn() throws Exception {
        var preview = preview(HEADINGS + "A,,ok,,2026-11-19,,,,1\nA,,twice,,,,,,1\nA,,late,,2150-01-01,,,,2\nA,,date,,soon,,,,3\nA,,who,,,,nobody,,4\n"
                + "A,,,,,,,,5\n,,x,,,,,,6\nA,,p,130,,,,,7\nA,,l,,,,,ftp://x,8\n");
        assertThat(preview.rows()).extracting(ImportRow::state).containsExactly(ImportRow.State.NEW, ImportRow.State.WRONG, ImportRow.State.WRONG,
                ImportRow.State.WRONG, ImportRow.State.WRONG, ImportRow.State.WRONG, ImportRow.State.WRONG, ImportRow.State.WRONG, ImportRow.State.WRONG);
        assertThat(preview.rows().stream().flatMap(row -> row.fault().stream()).map(fault -> fault.facts().get("reason"))).containsExactly(
                "@deliverables.fault.duplicate", "@deliverables.fault.date-range", "@deliverables.fault.date", "@deliverables.fault.assignee",
                "@deliverables.fault.description", "@deliverables.fault.project", "@deliverables.fault.percentage", "@deliverables.fault.link");
        assertThat(imports.apply(bench.integration, preview)).isEqualTo(1);
    }

    @Test
    void theSameFileAgainChangesNothingAndAnEditedOneShowsTheDifference() throws Exception {
        var first = HEADINGS + "A,,one,,2026-11-19,,,,K1\nA,,without key,,2026-11-20,,,,\n";
        imports.apply(bench.integration, preview(first));
        assertThat(preview(first).rows()).allSatisfy(row -> assertThat(row.state()).isEqualTo(ImportRow.State.UNCHANGED));

        var second = preview(HEADINGS + "A,,one,,2026-11-24,,,,K1\nA,,without key,,2026-11-20,,,,\n");
        assertThat(second.rows().getFirst().changes()).containsExactly(new ImportRow.Difference(Column.DATE, "2026-11-19", "2026-11-24"));
        imports.apply(bench.integration, second);
        assertThat(list()).hasSize(2);
    }

    @Test
    void otherHeadingsAreMappedAndWhatIsNotMappedStays() throws Exception {
        bench.add("K1", LocalDate.of(2026, 11, 19), CalendarBench.AMINA);
        var file = Files.write(folder.resolve("f.csv"), "Vorhaben;Fällig;Nr\nKüstenbibliothek;27.11.2026;K1\n".getBytes(Charset.forName("windows-1252")));
        var sheet = imports.read(file);
        assertThat(DeliverableImport.guess(sheet)).isEmpty();
        var preview = imports.preview(bench.integration, sheet, Map.of(Column.PROJECT, 0, Column.DATE, 1, Column.KEY, 2));
        imports.apply(bench.integration, preview);
        assertThat(list()).singleElement().satisfies(each -> {
            assertThat(each.project()).isEqualTo("Küstenbibliothek");
            assertThat(each.date()).contains(LocalDate.of(2026, 11, 27));
            assertThat(each.assignees()).containsExactly(CalendarBench.AMINA);
        });
    }

    @Test
    void excelFilesAreReadWithDatesAndPercentages() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            entry(zip, "xl/sharedStrings.xml", "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>project</t></si>"
                    + "<si><r><t>Coastal </t></r><r><t>Library</t></r></si></sst>");
            entry(zip, "xl/styles.xml", "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><cellXfs><xf numFmtId='0'/>"
                    + "<xf numFmtId='14'/></cellXfs></styleSheet>");
            entry(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                    + "<row><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>percentage</t></is></c><c r='D1' t='str'><v>date</v></c></row>"
                    + "<row><c r='A2' t='s'><v>1</v></c><c r='B2'><v>0.65</v></c><c r='D2' s='1'><v>46345</v></c></row></sheetData></worksheet>");
        }
        var file = Files.write(folder.resolve("list.xlsx"), out.toByteArray());
        var sheet = imports.read(file);
        imports.apply(bench.integration, imports.preview(bench.integration, sheet, DeliverableImport.guess(sheet)));
        assertThat(list()).singleElement().satisfies(each -> {
            assertThat(each.project()).isEqualTo("Coastal Library");
            assertThat(each.percentage()).hasValue(65);
            assertThat(each.date()).contains(LocalDate.of(2026, 11, 19));
        });
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatIsNoTableIsNamed() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.csv"), "\n\n");
        assertThatThrownBy(() -> imports.read(empty)).isInstanceOf(ProblemException.class);
        var broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> imports.read(broken)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anExportReadsBackAsItWas() throws Exception {
        bench.add("=SUM(A1)", LocalDate.of(2026, 11, 19), CalendarBench.AMINA, CalendarBench.TOMASZ);
        var before = list();
        var exports = new DeliverableExport(bench.deliverables, bench.room.words, bench.room.clock);
        exports.write(bench.integration, folder.resolve("out.csv"));
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("'=SUM(A1)");
        bench.deliverables.delete(bench.integration, before);
        imports.apply(bench.integration, preview(Files.readString(folder.resolve("out.csv"))));
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void iCalendarHasWholeDaysWithAnExclusiveEndAndFoldedLines() throws Exception {
        bench.add("k, with; signs", LocalDate.of(2026, 12, 31), CalendarBench.AMINA);
        bench.add("undated", null);
        var exports = new DeliverableExport(bench.deliverables, bench.room.words, bench.room.clock);
        assertThat(exports.write(bench.integration, folder.resolve("out.ics"))).isEqualTo(1);
        var text = Files.readString(folder.resolve("out.ics"));
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n").contains("DTSTART;VALUE=DATE:20261231\r\n",
                "DTEND;VALUE=DATE:20270101\r\n", "UID:k\\, with\\; signs@lectern\r\n", "SUMMARY:Coastal Library: Item k\\, with\\; signs\r\n");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("Client: Harbour Council\\nDeliverable: Item k\\, with\\; signs\\nNotes: Bring the plans.\\nhttps://");
    }

    @Test
    void completionIsCountedByProjectMonthAndPerson() {
        var a = bench.add("a", bench.deliverables.today(bench.integration).minusDays(3), CalendarBench.AMINA);
        bench.add("b", bench.deliverables.today(bench.integration).minusDays(1), CalendarBench.AMINA, CalendarBench.TOMASZ);
        bench.add("c", null, CalendarBench.TOMASZ);
        bench.deliverables.done(bench.integration, a, true);
        var figures = bench.deliverables.completion(bench.integration);
        assertThat(figures.projects()).containsExactly(Map.entry("Coastal Library", new Completion.Figures(3, 1, 1, 1, 1)));
        assertThat(figures.people().get(CalendarBench.TOMASZ)).isEqualTo(new Completion.Figures(2, 0, 0, 1, 1));
        assertThat(figures.months().values().stream().mapToInt(Completion.Figures::total).sum()).isEqualTo(2);
    }

    @Test
    void aBodyIsTheSameTextAfterItsWayThroughHtml() {
        var text = "Project: A & B <C>\nhttps://x.example/?a=1&b=\"2\"\nUmlauts: ä 漢";
        assertThat(BodyText.ofHtml("<html><head><style>p {}</style></head><body>" + BodyText.toHtml(text) + "</body></html>")).isEqualTo(text);
        assertThat(BodyText.ofHtml("<p>One&nbsp;&#x41;&#66;</p>\r\n<p>two<br>three</p>")).isEqualTo("One AB\ntwo\nthree");
    }
}
