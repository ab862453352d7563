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

    @Test
    void theWordsAroundALinkSayWhatIsMissed() {
        var link = " https://teams.microsoft.com/l/meetup-join/recording/no/attendance";
        assertThat(Question.in("The recording is missing:" + link)).contains(Question.RECORDING);
        assertThat(Question.in("Total time shows 0" + link)).contains(Question.ATTENDANCE);
        assertThat(Question.in("Why is there no transcript?" + link)).contains(Question.TRANSCRIPT);
        assertThat(Question.in("The link does not work" + link)).contains(Question.LINK);
        assertThat(Question.in("Parents cannot join" + link)).contains(Question.LINK);
        assertThat(Question.in("Microsoft Teams meeting. Join the meeting now. This meeting is recorded." + link)).as("an invitation misses nothing").isEmpty();
        assertThat(Question.in(link)).isEmpty();
    }
}
