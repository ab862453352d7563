package app.lectern.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.diagnosis.verdict.Judgement;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.graph.Cloud;
import app.lectern.graph.Connection;
import app.lectern.graph.Credential;
import app.lectern.graph.EntraPages;
import app.lectern.vault.Secret;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
    private static final String ORGANISER = "7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d941";

    @Test
    void theGrantForEveryoneIsGlobalAndTheOneForTheOrganiserIsNot() {
        var command = new EntraPages(new Connection("x", Cloud.GLOBAL, "contoso.example", "11111111-2222-3333-4444-555555555555",
                new Credential.ClientSecret(Secret.of("s")))).accessPolicyCommand(ORGANISER);
        var done = new Diagnosis("", Question.ATTENDANCE, Instant.EPOCH, Duration.ZERO, List.of(), MeetingFacts.NONE,
                new Judgement(Verdict.POLICY_MISSING, 0.95, List.of(), List.of(), Optional.empty()), new Diagnosis.Help("", command, "", ""));
        var texts = new DiagnosisText(new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC()));

        assertThat(texts.payload(Advice.RUN_POLICY_SCRIPT, done)).isEqualTo(command).contains(ORGANISER);
        assertThat(texts.payload(Advice.GRANT_FOR_ALL, done)).contains("New-CsApplicationAccessPolicy -Identity Lectern", "-PolicyName Lectern -Global")
                .doesNotContain(ORGANISER);
    }
}
