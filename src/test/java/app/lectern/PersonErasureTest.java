package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.diagnosis.MeetingDiagnosis;
import app.lectern.diagnosis.Question;
import app.lectern.jobs.Progress;
import app.lectern.store.ReadyStore;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Keychain;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person who asks for it is gone from the whole store, read here table by table and column by column.
class PersonErasureTest {
    private static final String NAME = "Mei Chen";
    private static final String ADDRESS = "mei.chen@northfield.example";
    /// What Lectern did is told in a trail that no one may change.
    private static final List<String> TRAIL = List.of("audit_entry", "graph_call");

    private Wiring wiring;

    @BeforeEach
    void open(@TempDir Path folder) {
        var start = Start.of(ReadyStore.in(folder), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void noTableKeepsTheNameOrTheAddress() throws Exception {
        var in = wiring.demoIntegration();
        wiring.sync.engine.run(SyncOrder.everything(in), Progress.NONE);
        wiring.accounts.check(in, List.of(ADDRESS, "marta.kowalska@northfield.example"), report -> {}, Progress.NONE);
        var thread = wiring.demo.cases().getFirst().paste();
        wiring.past().diagnoses().keep(in, wiring.diagnosis.diagnose(in, new MeetingDiagnosis.Request(thread, ADDRESS, Question.ATTENDANCE), Progress.NONE, probe -> {}));
        // subjects and remarks name people too
        wiring.store.change(handle -> handle.execute("UPDATE meeting SET subject = 'Talk with Mei Chen' WHERE id = (SELECT MIN(id) FROM meeting)"));
        assertThat(traces().keySet()).as("before").contains("meeting_attendee", "attendance_person", "account_check", "meeting");

        var who = wiring.attendance.attendance.find(in, "mei chen").getFirst();
        wiring.attendance.erasure.erase(in, who, "R. Okafor", "asked for by Mei Chen herself");

        assertThat(traces()).isEmpty();
        assertThat(wiring.attendance.erasure.done(in)).singleElement().satisfies(done -> assertThat(done.reason()).isEqualTo("asked for by erased herself"));
        assertThat(wiring.attendance.attendance.find(in, "kowalska")).as("others stay").isNotEmpty();
        assertThat(wiring.accounts.known(in, "marta.kowalska@northfield.example")).isPresent();
    }

    /// Where the name or the address stands: by table, the column and the text.
    private Map<String, List<String>> traces() {
        return wiring.store.read(handle -> {
            var found = new TreeMap<String, List<String>>();
            var tables = handle.createQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA").mapTo(String.class).list();
            for (var table : tables) {
                var named = table.toLowerCase(Locale.ROOT);
                if (!TRAIL.contains(named)) {
                    handle.createQuery("SELECT * FROM \"" + table + "\"").map((row, context) -> texts(row)).forEach(texts -> texts.stream().filter(PersonErasureTest::names)
                            .forEach(text -> found.computeIfAbsent(named, key -> new ArrayList<>()).add(text)));
                }
            }
            return found;
        });
    }

    private static List<String> texts(java.sql.ResultSet row) throws SQLException {
        var texts = new ArrayList<String>();
        var about = row.getMetaData();
        for (int at = 1; at <= about.getColumnCount(); at++) {
            var text = row.getString(at);
            if (text != null) {
                texts.add(about.getColumnName(at) + ": " + text);
            }
        }
        return texts;
    }

    private static boolean names(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(NAME.toLowerCase(Locale.ROOT)) || lower.contains(ADDRESS);
    }
}
