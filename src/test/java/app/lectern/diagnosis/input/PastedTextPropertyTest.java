package app.lectern.diagnosis.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.meetings.link.Scan;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A million damaged links and errors: no exception, and no more work than the length of the text calls for.
class PastedTextPropertyTest {
    private static final int ROUNDS = 1_000_000;
    private static final int PARTS = 8;
    private static final List<String> SEEDS = List.of(
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmFi%40thread.v2/0?context=%7b%22Tid%22%3a%2272f988bf-86f1-41af-91ab-2d7cd011db47%22%2c%22Oid%22%3a%229f583ce9-5500-4abe-bfab-f57a77cf54f4%22%7d",
            "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F2345678901234%3Fp%3DaB&data=x",
            "Meeting ID: 234 567 890 123 4 Passcode: aB3xY9 <https://teams.microsoft.com/meet/2345678901234?p=aB>",
            "MSo5ZjU4M2NlOS01NTAwLTRhYmUtYmZhYi1mNTdhNzdjZjU0ZjQqMCoqMTk6bWVldGluZ19ObUZpQHRocmVhZC52Mg==",
            "{\"error\":{\"code\":\"Forbidden\",\"message\":\"No application access policy found for this app\",\"innerError\":{\"request-id\":\"9f583ce9-5500-4abe-bfab-f57a77cf54f4\",\"code\":\"x\"}}}",
            "AADSTS7000215: Invalid client secret provided. Trace ID: 9f583ce9-5500-4abe-bfab-f57a77cf54f4",
            "HTTP/1.1 429 Too Many Requests ApplicationThrottled &amp;&#x26;&#38; %25%7b%7");
    private static final String SPICE = "%%%<>\"'{}[]&;#=?/\\:@ \n\r\t\u0000\u200b\ud83d\udcf7\ud800zé0123456789abcABC_-.*+~^|";

    @Test
    void noDamagedTextBreaksTheParsersOrMakesThemSlow() {
        IntStream.range(0, PARTS).parallel().forEach(PastedTextPropertyTest::damage);
    }

    private static void damage(int part) {
        var random = new Random(20261121 + part);
        var explainer = new ErrorExplainer();
        for (int i = 0; i < ROUNDS / PARTS; i++) {
            var text = damaged(random);
            var scan = Scan.begin();
            var input = new DiagnosisInput.Classifier(scan).classify(text);
            if (input == null || scan.read() > 400L * (text.length() + 16)) {
                throw new AssertionError("read " + scan.read() + " characters of " + text.length() + ": " + text);
            }
            if (input instanceof DiagnosisInput.ErrorText || i % 16 == 0) {
                explainer.explain(text).known().ifPresent(known -> java.util.Objects.requireNonNull(known.id()));
            }
        }
    }

    @Test
    void workGrowsWithTheLengthOnly() {
        for (var part : List.of("https://", "<", ">\n", "%25", "&amp;", "{\"error\":", "[", "teams.microsoft.com/", "tid", "19:", "meeting id ",
                "https://nam02.safelinks.protection.outlook.com/?url=", "1", "=\n", "a\n", "context=%257b")) {
            long few = cost(part.repeat(400));
            long many = cost(part.repeat(3200));
            assertThat(many).as(part).isLessThan(8 * few * 2 + 10_000);
        }
    }

    private static long cost(String text) {
        var scan = Scan.begin();
        new DiagnosisInput.Classifier(scan).classify(text);
        return scan.read();
    }

    private static String damaged(Random random) {
        var text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 2 -> text.insert(at, SEEDS.get(random.nextInt(SEEDS.size())), 0, 1 + random.nextInt(30));
                default -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf(SPICE.charAt(random.nextInt(SPICE.length()))));
            }
        }
        return text.toString();
    }
}
