package app.lectern.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoveryKeyTest {
    private static String written(MasterKey key) {
        return new String(key.text().copyChars());
    }

    private static MasterKey read(String text) {
        return RecoveryKey.parse(Secret.of(text)).masterKey();
    }

    private static Problem refusal(String text) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> read(text));
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.problem().code()).isEqualTo(Problem.Code.KEY_MALFORMED);
        assertThat(thrown.toString() + thrown.problem()).doesNotContain(text);
        return thrown.problem();
    }

    @Test
    void isWrittenInEightGroupsOfSevenAfterItsPrefix() {
        assertThat(written(MasterKey.random())).matches("LK1(-[0-9A-HJKMNP-TV-Z]{7}){8}");
    }

    @Test
    void anyKeyIsReadBackAsItWasWritten() {
        var random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            var bytes = new byte[MasterKey.BYTES];
            random.nextBytes(bytes);
            var key = new MasterKey(bytes);
            assertThat(read(written(key)).sameAs(key)).isTrue();
            assertThat(read(Base64.getEncoder().encodeToString(bytes)).sameAs(key)).isTrue();
        }
    }

    @Test
    void forgivesCaseBlanksMissingDashesAndLookAlikes() {
        var key = new MasterKey(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
            24, 25, 26, 27, 28, 29, 30, 31});
        var text = written(key);
        assertThat(read(text.toLowerCase(Locale.ROOT)).sameAs(key)).isTrue();
        assertThat(read(" " + text.replace("-", "  ") + "\n").sameAs(key)).isTrue();
        assertThat(read(text.replace("-", "")).sameAs(key)).isTrue();
        assertThat(read("LK1" + text.substring(3).replace('0', 'O').replace('1', 'l')).sameAs(key)).isTrue();
    }

    @Test
    void everySingleSlipIsNoticed() {
        var text = written(MasterKey.random());
        for (int at = 4; at < text.length(); at++) {
            if (text.charAt(at) != '-') {
                var slip = text.substring(0, at) + (text.charAt(at) == '7' ? '8' : '7') + text.substring(at + 1);
                assertThat(refusal(slip).facts().get("reason")).contains("checksum");
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        var text = written(MasterKey.random());
        assertThat(refusal(text.substring(0, text.length() - 2)).facts()).containsEntry("reason", "@recovery-key.wrong-length").containsEntry("number", "54");
        assertThat(refusal(text + "A").facts()).containsEntry("number", "57");
        assertThat(refusal(text.substring(0, 14) + "*" + text.substring(15)).facts()).containsEntry("reason", "@recovery-key.foreign-sign").containsEntry("number", "2");
        assertThat(refusal("correct horse battery staple").facts()).containsEntry("reason", "@recovery-key.unknown-form");
        assertThat(refusal(Base64.getEncoder().encodeToString(new byte[31])).facts()).containsEntry("reason", "@recovery-key.unknown-form");
    }
}
