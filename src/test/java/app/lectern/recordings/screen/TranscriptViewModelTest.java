package app.lectern.recordings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.recordings.TranscriptCue;
import app.lectern.recordings.screen.TranscriptViewModel.Jump;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptViewModelTest {
    private final TranscriptViewModel model = new TranscriptViewModel(List.of(
            said(Duration.ofSeconds(4), "Marta Kowalska", "Good morning. Today: reaction rates."),
            said(Duration.ofSeconds(70), "Omar Haddad", "Is that the rate law?"),
            said(Duration.ofMinutes(6), "Marta Kowalska", "The passé method, yes. A rate is a rate."),
            said(Duration.ofMinutes(7), "", "Silence"),
            said(Duration.ofMinutes(65), "Omar Haddad", "Goodbye.")));

    private static TranscriptCue said(Duration from, String speaker, String text) {
        return new TranscriptCue(from, from.plusSeconds(4), speaker, text);
    }

    @Test
    void beforeASearchTheJumpsAreALineEveryFewMinutes() {
        assertThat(model.jumps()).extracting(Jump::line).containsExactly(0, 2, 4);
        assertThat(model.at().get()).isEqualTo(-1);
        model.previous();
        assertThat(model.at().get()).isEqualTo(2);
        model.next();
        assertThat(model.at().get()).isZero();
    }

    @Test
    void aSearchJumpsToEachLineThatSaysItAndAroundTheEnd() {
        model.wanted().set("RATE");
        assertThat(model.jumps()).extracting(Jump::line).containsExactly(0, 1, 2);
        assertThat(model.at().get()).as("the first at once").isZero();
        model.next();
        model.next();
        model.next();
        assertThat(model.at().get()).isZero();
        model.wanted().set("nobody said this");
        assertThat(model.jumps()).isEmpty();
        model.next();
        assertThat(model.at().get()).isEqualTo(-1);
    }

    @Test
    void accentsAndSpeakersAreFoundAndEachPlaceInALineIsMarked() {
        model.wanted().set("passe");
        assertThat(model.jumps()).extracting(Jump::line).containsExactly(2);
        model.wanted().set("omar");
        assertThat(model.jumps()).extracting(Jump::line).containsExactly(1, 4);
        model.wanted().set("rate");
        assertThat(model.found("The passé method, yes. A rate is a rate.")).containsExactly(new int[] {25, 29}, new int[] {35, 39});
    }

    @Test
    void timesCountHoursOnlyWhereThereAreAny() {
        assertThat(TranscriptViewModel.time(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(TranscriptViewModel.time(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
        assertThat(model.text()).startsWith("0:04  Marta Kowalska: Good morning.").contains("7:00  Silence");
    }
}
