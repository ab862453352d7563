package app.lectern.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.problems.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of files, with the lines on which they stand and the formulas among their cells.
class TableFileTest {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    Path folder;

    @Test
    void rowsKnowTheirLinesWhereCellsReachOverSeveral() throws Exception {
        var rows = TableFile.rows("a,b\r\n\"one\r\ntwo\",x\n\nlast,y\rend".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(TableRow::line).containsExactly(1, 2, 4, 5, 6);
        assertThat(rows.get(2).isBlank()).isTrue();
    }

    @Test
    void aFilePutTogetherFromSeveralIsReadLineByLine() throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes("\uFEFFname\nZoë\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes("Café\r\n".getBytes(Charset.forName("windows-1252")));
        file.writeBytes("\uFEFFŁódź\r".getBytes(StandardCharsets.UTF_8));
        file.writeBytes("Jürgen".getBytes(Charset.forName("windows-1252")));
        assertThat(TableFile.rows(file.toByteArray())).extracting(row -> row.cells().getFirst()).containsExactly("name", "Zoë", "Café", "Łódź", "Jürgen");
    }

    @Test
    void formulasAreMarkedAndGuardedTextIsText() throws Exception {
        var rows = TableFile.rows("=1+1,'=SUM(A1),'-5,'tis,+44 20 7946\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).containsExactly(new TableRow(1, List.of("=1+1", "=SUM(A1)", "-5", "'tis", "+44 20 7946"), java.util.Set.of(0)));
    }

    @Test
    void aWorkbookTellsTimesResultsOfFormulasAndWhichHaveNone() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            entry(zip, "xl/styles.xml", "<styleSheet xmlns='" + NAMESPACE + "'><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd hh:mm'/></numFmts><cellXfs>"
                    + "<xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='20'/></cellXfs></styleSheet>");
            entry(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns='" + NAMESPACE + "'><sheetData><row r='4'>"
                    + "<c r='A4' s='1'><v>46345.375</v></c><c r='B4' s='2'><v>0.41666666666666669</v></c><c r='C4' s='1'><f>A4+1/24</f><v>46345.416666666664</v></c>"
                    + "<c r='D4'><f>SUM(A1)</f></c><c r='E4' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='F4' s='1'><v>46345</v></c></row></sheetData></worksheet>");
        }
        assertThat(TableFile.rows(out.toByteArray())).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.cells()).startsWith("2026-11-19T09:00", "10:00", "2026-11-19T10:00").endsWith("2026-11-19");
            assertThat(row.formulas()).containsExactlyInAnyOrder(3, 4);
        });
    }

    @Test
    void whatWasWrittenAsAWorkbookIsReadBack() throws Exception {
        var sheet = new Sheet("List", List.of(), List.of("name", "count"), List.of(false, true), List.of(List.of("=1+1", "7"), List.of("<Zoë> & \"co\"", "-3")));
        var file = Files.write(folder.resolve("list.xlsx"), Workbook.of(sheet));
        assertThat(TableFile.cells(file)).containsExactly(List.of("name", "count"), List.of("=1+1", "7"), List.of("<Zoë> & \"co\"", "-3"));
    }

    @Test
    void whatIsNoTableIsNamedByItsFile() throws Exception {
        var broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> TableFile.rows(broken)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().facts()).containsEntry("field", "broken.xlsx"));
        assertThatThrownBy(() -> TableFile.rows(folder.resolve("none.csv"))).isInstanceOf(ProblemException.class);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
