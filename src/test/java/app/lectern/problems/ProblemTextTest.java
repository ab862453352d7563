package app.lectern.problems;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.words.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextTest {
    private final ProblemText text = new ProblemText(new Words(Locale.UK, ZoneId.of("UTC"), Clock.systemUTC()));

    @ParameterizedTest
    @EnumSource(Problem.Code.class)
    void everyProblemSaysWhatWhyAndNextEvenWhenNoFactIsKnown(Problem.Code code) {
        var problem = Problem.of(code);
        assertThat(text.what(problem)).endsWith(".").doesNotContain("{");
        assertThat(text.why(problem)).isNotBlank().doesNotContain("{");
        assertThat(text.next(problem)).endsWith(".").doesNotContain("{");
        assertThat(text.paragraph(problem)).doesNotContainIgnoringCase("please").doesNotContain("!");
    }

    @ParameterizedTest
    @EnumSource(Remedy.Kind.class)
    void everyRemedyHasALabel(Remedy.Kind kind) {
        assertThat(text.remedy(Remedy.of(kind))).isNotBlank();
    }

    @Test
    void aKnownProblemIsFoundUnderWrappersAndAnUnknownOneGetsAStableCode() {
        var known = Problem.of(Problem.Code.DISK_FULL).raise();
        assertThat(Unexpected.from(new RuntimeException(new IllegalStateException(known))).code()).isEqualTo(Problem.Code.DISK_FULL);
        assertThat(Unexpected.from(fault()).facts().get("code")).isEqualTo(Unexpected.from(fault()).facts().get("code"));
        assertThat(Unexpected.from(fault()).facts().get("code"))
                .isNotEqualTo(Unexpected.from(new IllegalArgumentException()).facts().get("code"));
    }

    @Test
    void anExceptionsMessageHoldsCodeAndEvidenceButNoFacts() {
        var thrown = Problem.of(Problem.Code.USER_UNKNOWN)
                .with("account", "someone@school.example")
                .seen(new Evidence("Graph", 404, "Request_ResourceNotFound", "text", "abc"))
                .raise();
        assertThat(thrown).hasMessage("USER_UNKNOWN (404 · Request_ResourceNotFound · request abc)");
    }

    private static RuntimeException fault() {
        return new IllegalStateException("x");
    }
}
