package app.lectern.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-19T09:42:00Z"), ZoneOffset.UTC);
    private final Words words = new Words(Locale.UK, ZoneId.of("Europe/London"), clock);

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1 KB", "18400,18 KB", "999499,999 KB", "999600,1 MB", "742000000,742 MB", "1200000000,1.2 GB", "9960000000000,10 TB"})
    void sizesReadAsInTheFileManager(long bytes, String text) {
        assertThat(words.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"850,850 ms", "1800,1.8 s", "35000,35 s", "360000,6 min", "7500000,2 h 5 min", "259200000,3 days"})
    void spansUseTheUnitsThatMatter(long millis, String text) {
        assertThat(words.span(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void theYearIsNamedOnlyWhenItIsAnother() {
        assertThat(words.when(Instant.parse("2026-07-18T09:00:00Z"))).isEqualTo("18 Jul 10:00");
        assertThat(words.when(Instant.parse("2027-01-17T09:00:00Z"))).isEqualTo("17 Jan 2027 09:00");
        assertThat(words.day(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("31 Dec");
    }

    @Test
    void aFactNobodyKnewIsSaidInGeneralWords() {
        assertThat(words.named("problem.timed-out.what", Map.of())).isEqualTo("the server did not answer in time.");
        assertThat(words.named("problem.timed-out.what", Map.of("host", "a$b\\c"))).isEqualTo("a$b\\c did not answer in time.");
    }

    @Test
    void anotherLanguageWithoutABundleFallsBackToEnglishWords() {
        var french = new Words(Locale.FRANCE, ZoneId.of("Europe/Paris"), clock);
        assertThat(french.text("job-state.running")).isEqualTo("Running");
        assertThat(french.size(1_200_000_000)).isEqualTo("1,2 GB");
    }
}
