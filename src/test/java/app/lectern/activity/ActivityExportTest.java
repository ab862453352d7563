package app.lectern.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.Progress;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityExportTest {
    @TempDir
    private Path folder;

    private ActivityFixture fixture;
    private ActivityExport export;

    @BeforeEach
    void open() {
        fixture = new ActivityFixture(folder);
        export = new ActivityExport(fixture.audit, fixture.calls, fixture.words);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void csvBeginsWithTheMarkThatSpreadsheetsNeedAndRunsNoFormula() throws Exception {
        fixture.audit.note(AuditNote.of(AuditDeed.MEETING_CREATED, "=HYPERLINK(\"x\")").outcome("Passé, composé"));
        var file = folder.resolve("out.csv");

        assertThat(export.audit(LogFilter.ALL, ActivityExport.Format.CSV, file, Progress.NONE)).isEqualTo(1);

        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readString(file)).contains("Number,Time,Level,Who").contains("\"'=HYPERLINK(\"\"x\"\")\"").contains("\"Passé, composé\"");
    }

    @Test
    void jsonHoldsWhatTheFilterAdmitsAcrossPages() throws Exception {
        fixture.manyCalls(1_000);
        var file = folder.resolve("out.json");

        assertThat(export.calls(LogFilter.ALL.level(LogLevel.ERROR), ActivityExport.Format.JSON, file, Progress.NONE)).isEqualTo(10);
        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(10).allSatisfy(row -> {
            assertThat(row.path("level").asText()).isEqualTo("error");
            assertThat(row.path("status").asInt()).isEqualTo(403);
        });
        assertThat(export.calls(LogFilter.ALL, ActivityExport.Format.JSON, file, Progress.NONE)).isEqualTo(1_000);
    }
}
