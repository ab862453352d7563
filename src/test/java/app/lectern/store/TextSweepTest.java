package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Home;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSweepTest {
    private Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        var home = new Home(folder).prepare();
        store = Store.open(home, Vault.unlock(home, Map.of(), Keychain.none()), Clock.systemUTC());
        store.change(handle -> handle.execute("CREATE TABLE note (id INT PRIMARY KEY, short VARCHAR(200), long CHARACTER LARGE OBJECT, number INT)"));
        store.change(handle -> handle.execute("CREATE TABLE kept (text VARCHAR(200))"));
        store.change(handle -> handle.execute("CREATE TABLE once (address VARCHAR(200) PRIMARY KEY)"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> texts(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private int sweep() {
        return new TextSweep(store, List.of("kept")).replace(List.of("Zoë Müller", "zoe.mueller@x.example", ""), "erased");
    }

    @Test
    void everyTextOfEveryTableLosesTheNameInWhateverCase() {
        store.change(handle -> handle.execute("INSERT INTO note VALUES (1, 'talk with zoë MÜLLER (11K)', '{\"to\":\"Zoe.Mueller@X.example\"}', 3)"));
        store.change(handle -> handle.execute("INSERT INTO kept VALUES ('Zoë Müller')"));

        assertThat(sweep()).isEqualTo(2);
        assertThat(texts("SELECT short FROM note")).containsExactly("talk with erased (11K)");
        assertThat(texts("SELECT long FROM note")).containsExactly("{\"to\":\"erased\"}");
        assertThat(texts("SELECT text FROM kept")).containsExactly("Zoë Müller");
    }

    @Test
    void otherPeopleWhoseNamesBeginAlikeStay() {
        store.change(handle -> handle.execute("INSERT INTO note VALUES (1, 'Zoë Müllerová and Anazoë Müller', 'a.zoe.mueller@x.examples', 3)"));

        assertThat(sweep()).isZero();
    }

    @Test
    void whereTwoWouldBecomeTheSameTheRowGoes() {
        store.change(handle -> handle.execute("INSERT INTO once VALUES ('zoe.mueller@x.example'), ('Zoë Müller'), ('other@x.example')"));

        sweep();
        assertThat(texts("SELECT address FROM once")).contains("other@x.example").noneMatch(text -> text.toLowerCase().contains("müller") || text.contains("zoe"));
    }
}
