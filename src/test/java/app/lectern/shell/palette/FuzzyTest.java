package app.lectern.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FuzzyTest {
    @Test
    void anEmptyTextFitsAllInTheirOrder() {
        assertThat(rank("  ", "Recordings", "Accounts")).containsExactly("Recordings", "Accounts");
    }

    @Test
    void wholeWordsBeatScatteredLetters() {
        assertThat(rank("set", "Show the list", "Go to Settings")).first().isEqualTo("Go to Settings");
    }

    @Test
    void beginningsOfWordsFit() {
        assertThat(Fuzzy.fits("gts", "Go to Settings")).isTrue();
    }

    @Test
    void lettersInTheWrongOrderDoNotFit() {
        assertThat(Fuzzy.fits("gnittes", "Go to Settings")).isFalse();
    }

    @Test
    void lettersFarApartDoNotFit() {
        assertThat(Fuzzy.fits("chm", "Collapse or expand the whole main navigation")).isFalse();
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(Fuzzy.fits("PASSE", "Le passé composé")).isTrue();
    }

    private static List<String> rank(String typed, String... texts) {
        return Fuzzy.rank(typed, List.of(texts), Function.identity());
    }
}
