package app.lectern.recordings.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Year 11 Chemistry: Rates.mp4 | Year 11 Chemistry_ Rates.mp4
            ../../etc/passwd             | _.._etc_passwd
            ..                           | _
            CON                          | _CON
            con.mp4                      | _con.mp4
            LPT1.tar.gz                  | _LPT1.tar.gz
            COM¹                         | _COM1
            a．．／b                      | a.._b
            one∕two⁄three                | one_two_three
            safe\u202Eexe.4pm                 | safeexe.4pm
            zero\u200Bwidth                   | zerowidth
            trailing. .                  | trailing
            .hidden                      | hidden
            Le passé composé.mp4         | Le passé composé.mp4
            """)
    void namesAreMadeSafe(String wanted, String safe) {
        assertThat(FileNames.safe(wanted)).isEqualTo(safe);
    }

    @Test
    void composedAndDecomposedAreOneName() {
        assertThat(FileNames.safe("Re\u0301vision")).isEqualTo(FileNames.safe("R\u00e9vision"));
    }

    @Test
    void longNamesKeepTheirEndingAndStayWithinTheBytes() {
        var name = FileNames.safe("会議".repeat(200) + ".mp4");
        assertThat(name).endsWith(".mp4");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(180);
        assertThat(FileNames.safe("\uD83D\uDE00".repeat(100))).doesNotContain("\uFFFD").matches("(\uD83D\uDE00)+");
    }

    @Test
    void aPatternMakesFoldersButAFieldDoesNot() {
        var place = FileNames.place("{month}/{date} {title}", Map.of("month", "2026-11", "date", "2026-11-18", "title", "a/../../b"), ".mp4");
        assertThat(place).isEqualTo(Path.of("2026-11", "2026-11-18 a_.._.._b.mp4"));
        assertThat(FileNames.place("../{title}/{unknown}", Map.of("title", "x"), ".mp4").normalize().startsWith("..")).isFalse();
    }
}
