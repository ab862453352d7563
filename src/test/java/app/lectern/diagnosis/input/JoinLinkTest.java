package app.lectern.diagnosis.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.meetings.link.JoinLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Join links as they are seen in mails, chats, tickets and scripts.
class JoinLinkTest {
    private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private static final String OID = "9f583ce9-5500-4abe-bfab-f57a77cf54f4";
    private static final String THREAD = "19:meeting_NmFiMjQ0ZTUtYjQ0@thread.v2";
    private static final String CHANNEL = "19:cbe3683f25094106b826c9cada3afbe0@thread.tacv2";
    private static final String LOWER = "%7b%22Tid%22%3a%22" + TENANT + "%22%2c%22Oid%22%3a%22" + OID + "%22%7d";
    private static final String JSON = "{\"Tid\":\"" + TENANT + "\",\"Oid\":\"" + OID + "\"}";
    private static final String HEAD = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0";
    private static final String LONG = HEAD + "?context=" + LOWER;
    private static final String SHORT = "https://teams.microsoft.com/meet/2345678901234?p=aB3xY9kLmN";

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String safe(String region, String link) {
        return "https://" + region + ".safelinks.protection.outlook.com/?url=" + escaped(link) + "&data=05%7C02%7Cm%40x.example%7C&sdata=aB%3D&reserved=0";
    }

    /// Each of these is the same private meeting with tenant and organiser.
    static Stream<String> longLinks() {
        return Stream.of(
                LONG,
                "  " + LONG + "  ",
                "<" + LONG + ">",
                "\"" + LONG + "\"",
                "'" + LONG + "'",
                "(" + LONG + ")",
                LONG + ".",
                "Join: " + LONG + ", see you",
                "[Join](" + LONG + ")",
                "HTTPS://TEAMS.MICROSOFT.COM" + LONG.substring("https://teams.microsoft.com".length()),
                "http://" + LONG.substring(8),
                LONG.substring(8),
                HEAD + "?context=" + LOWER.replace("%7b", "%7B").replace("%3a", "%3A").replace("%2c", "%2C").replace("%7d", "%7D"),
                HEAD + "?context=" + escaped(escaped(JSON)),
                HEAD + "?context=" + escaped(escaped(escaped(JSON))),
                HEAD + "?context=" + JSON,
                HEAD + "?context=" + JSON.replace('"', '\''),
                HEAD + "?context=" + escaped("{\"Oid\":\"" + OID + "\",\"Tid\":\"" + TENANT + "\"}"),
                HEAD + "?context=" + escaped("{ \"Tid\" : \"" + TENANT + "\" , \"Oid\" : \"" + OID + "\" }"),
                HEAD + "?context=" + escaped("{\"Tid\":\"" + TENANT + "\",\"Oid\":\"" + OID + "\",\"MessageId\":\"0\"}"),
                HEAD + "?lang=en&context=" + LOWER,
                HEAD + "?context=" + LOWER + "&anon=true&deeplinkId=1",
                HEAD + "?context=" + LOWER + "#fragment",
                "https://teams.microsoft.com/l/meetup-join/" + THREAD + "/0?context=" + LOWER,
                "https://teams.microsoft.com/l/meetup-join/19%253ameeting_NmFiMjQ0ZTUtYjQ0%2540thread.v2/0?context=" + LOWER,
                "https://teams.microsoft.com/_#/l/meetup-join/19:meeting_NmFiMjQ0ZTUtYjQ0@thread.v2/0?context=" + LOWER,
                "https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_NmFiMjQ0ZTUtYjQ0@thread.v2/0?context=" + LOWER,
                "https://teams.microsoft.com/dl/launcher/launcher.html?url=" + escaped("/_#" + LONG.substring("https://teams.microsoft.com".length())) + "&type=meetup-join",
                "msteams:/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                "https://teams.cloud.microsoft/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                "https://gov.teams.microsoft.us/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                "https://dod.teams.microsoft.us/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                "https://teams.microsoftonline.cn/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                safe("nam02", LONG),
                safe("eur01", LONG),
                safe("gbr01", LONG),
                safe("emea01", LONG),
                safe("apc01", safe("aus01", LONG)),
                safe("nam10", LONG).replace("&", "&amp;"),
                "https://gcc02.safelinks.protection.office365.us/?url=" + escaped(LONG) + "&data=x",
                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=" + escaped(LONG) + "&locale=en-gb",
                "https://urldefense.com/v3/__" + LONG + "__;JSUl!!abc$",
                "https://urldefense.proofpoint.com/v2/url?u=" + LONG.replace("-", "-2D").replace("%", "-25").replace(":", "-3A").replace("?", "-3F").replace("=", "-3D").replace("_", "-5F").replace("/", "_") + "&d=DwMF",
                "https://www.google.com/url?q=" + escaped(LONG) + "&sa=D",
                LONG.substring(0, 60) + "\n" + LONG.substring(60),
                LONG.substring(0, 60) + "\r\n" + LONG.substring(60, 140) + "\r\n" + LONG.substring(140) + "\r\nMeeting notes follow",
                "<" + LONG.substring(0, 75) + "\n  " + LONG.substring(75) + ">",
                "> " + LONG.substring(0, 70) + "\n> " + LONG.substring(70),
                LONG.substring(0, 70) + "=\r\n" + LONG.substring(70),
                LONG.substring(0, 40) + "\u200b" + LONG.substring(40),
                "<a href=\"" + LONG + "\">Join</a>",
                "<a href=&quot;" + LONG + "&quot;>Join</a>",
                "https://outlook.office.com/calendar then " + LONG,
                "https://aka.ms/JoinTeamsMeeting?omkt=en-GB " + LONG,
                escaped(LONG),
                "Microsoft Teams Need help?\nJoin the meeting now<" + LONG + ">\nMeeting ID: 234 567 890 12\nPasscode: aB3",
                "https://user:pass@teams.microsoft.com/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                "https://teams.microsoft.com:443/l/meetup-join/19%3ameeting_NmFiMjQ0ZTUtYjQ0%40thread.v2/0?context=" + LOWER,
                "https://teams.microsoft.com/l/meetingrecap?driveId=b%21x&threadId=" + escaped(THREAD) + "&organizerId=" + OID + "&tenantId=" + TENANT + "&callId=1");
    }

    @ParameterizedTest
    @MethodSource("longLinks")
    void theSameMeetingIsReadOutOfEveryForm(String pasted) {
        assertThat(JoinLink.parse(pasted)).isInstanceOfSatisfying(JoinLink.Found.class, found -> {
            assertThat(found.link().threadId()).isEqualTo(THREAD);
            assertThat(found.link().messageId()).isEqualTo("0");
            assertThat(found.link().tenantId()).isEqualTo(TENANT);
            assertThat(found.link().organiserId()).isEqualTo(OID);
            assertThat(found.link().privateThread()).isTrue();
        });
    }

    static Stream<Arguments> otherLinks() {
        return Stream.of(
                Arguments.of(SHORT, JoinLink.Form.SHORT, "2345678901234"),
                Arguments.of("https://teams.microsoft.com/meet/234567890123", JoinLink.Form.SHORT, "234567890123"),
                Arguments.of(safe("nam02", SHORT), JoinLink.Form.SHORT, "2345678901234"),
                Arguments.of("teams.microsoft.com/meet/2345678901234?p=x", JoinLink.Form.SHORT, "2345678901234"),
                Arguments.of("<https://gov.teams.microsoft.us/meet/2345678901234?p=aB>", JoinLink.Form.SHORT, "2345678901234"),
                Arguments.of("https://teams.cloud.microsoft/meet/2345678901234?p=aB", JoinLink.Form.SHORT, "2345678901234"),
                Arguments.of("https://teams.live.com/meet/9312345678901?p=abc", JoinLink.Form.CONSUMER, "9312345678901"),
                Arguments.of("https://teams.live.com/meet/9312345678901", JoinLink.Form.CONSUMER, "9312345678901"),
                Arguments.of("https://teams.microsoft.com/meet/23456\n78901234?p=aB", JoinLink.Form.SHORT, "2345678901234"));
    }

    @ParameterizedTest
    @MethodSource("otherLinks")
    void shortLinksGiveTheirNumberAndNothingElse(String pasted, JoinLink.Form form, String number) {
        assertThat(JoinLink.parse(pasted)).isInstanceOfSatisfying(JoinLink.Found.class, found -> {
            assertThat(found.link().form()).isEqualTo(form);
            assertThat(found.link().meetingNumber()).isEqualTo(number);
            assertThat(found.link().tenantId() + found.link().organiserId() + found.link().threadId()).isEmpty();
        });
    }

    static Stream<Arguments> channels() {
        return Stream.of(
                Arguments.of("https://teams.microsoft.com/l/meetup-join/" + escaped(CHANNEL) + "/1700000000000?context=" + LOWER, CHANNEL),
                Arguments.of("https://teams.microsoft.com/l/meetup-join/19%3acbe3683f25094106b826c9cada3afbe0%40thread.skype/1700000000000?context=" + LOWER,
                        "19:cbe3683f25094106b826c9cada3afbe0@thread.skype"),
                Arguments.of("https://teams.microsoft.com/l/meetup-join/" + CHANNEL + "/0", CHANNEL));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void channelsAreKnownByThreadOrPost(String pasted, String thread) {
        assertThat(JoinLink.parse(pasted)).isInstanceOfSatisfying(JoinLink.Found.class, found -> {
            assertThat(found.link().inChannel()).isTrue();
            assertThat(found.link().threadId()).isEqualTo(thread);
        });
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", JoinLink.Refusal.EMPTY),
                Arguments.of(" \n\t ", JoinLink.Refusal.EMPTY),
                Arguments.of("hello", JoinLink.Refusal.NO_LINK),
                Arguments.of("https://", JoinLink.Refusal.NO_LINK),
                Arguments.of("https://zoom.us/j/123456789", JoinLink.Refusal.NOT_TEAMS),
                Arguments.of("https://teams.microsoft.com.evil.example/l/meetup-join/19%3ameeting_x%40thread.v2/0", JoinLink.Refusal.NOT_TEAMS),
                Arguments.of("https://teams.microsoft.com@evil.example/l/meetup-join/19%3ameeting_x%40thread.v2/0", JoinLink.Refusal.NOT_TEAMS),
                Arguments.of("https://notteams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0", JoinLink.Refusal.NOT_TEAMS),
                Arguments.of("https://teams.microsoft.com/l/chat/19:abc@thread.v2/0", JoinLink.Refusal.NOT_A_MEETING),
                Arguments.of("https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2/General", JoinLink.Refusal.NOT_A_MEETING),
                Arguments.of("https://teams.microsoft.com/", JoinLink.Refusal.NOT_A_MEETING),
                Arguments.of("https://teams.microsoft.com/l/meetup-join/", JoinLink.Refusal.THREAD_MISSING),
                Arguments.of("https://teams.microsoft.com/l/meetup-join/19", JoinLink.Refusal.THREAD_MISSING),
                Arguments.of("https://teams.microsoft.com/meet/12345", JoinLink.Refusal.NUMBER_MALFORMED),
                Arguments.of("https://teams.microsoft.com/meet/abc?p=1", JoinLink.Refusal.NUMBER_MALFORMED),
                Arguments.of("x".repeat(70_000), JoinLink.Refusal.TOO_LONG),
                Arguments.of(nested(9), JoinLink.Refusal.WRAPPED_TOO_OFTEN));
    }

    private static String nested(int times) {
        var link = "https://teams.microsoft.com/meet/2345678901234";
        for (int i = 0; i < times; i++) {
            link = safe("nam02", link);
        }
        return link;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoJoinLinkIsRefusedWithItsReason(String pasted, JoinLink.Refusal reason) {
        assertThat(JoinLink.parse(pasted)).isEqualTo(new JoinLink.Refused(reason));
    }

    @Test
    void linkKeepsItsOwnEscapesBecauseGraphFindsNoOtherSpelling() {
        assertThat(((JoinLink.Found) JoinLink.parse(safe("nam02", LONG))).link().url()).isEqualTo(LONG);
        assertThat(((JoinLink.Found) JoinLink.parse(HEAD + "?context=" + JSON)).link().asIssued()).isEqualTo(LONG);
    }

    @Test
    void linkOfTheConferenceWithABareGuidHasNoThread() {
        var parsed = JoinLink.parse("https://teams.microsoft.com/l/meetup-join/" + OID + "/0");
        assertThat(parsed).isInstanceOfSatisfying(JoinLink.Found.class, found -> {
            assertThat(found.link().threadId()).isEqualTo(OID);
            assertThat(found.link().inChannel()).isFalse();
            assertThat(found.link().privateThread()).isFalse();
        });
    }

    static Stream<Arguments> inputs() {
        var meetingId = java.util.Base64.getEncoder().encodeToString(("1*" + OID + "*0**" + THREAD).getBytes(StandardCharsets.US_ASCII));
        return Stream.of(
                Arguments.of(LONG, DiagnosisInput.Link.class),
                Arguments.of("234 567 890 123 4", DiagnosisInput.Number.class),
                Arguments.of("Meeting ID: 234 567 890 123 4\nPasscode: aB3xY9", DiagnosisInput.Number.class),
                Arguments.of(meetingId, DiagnosisInput.MeetingId.class),
                Arguments.of(OID, DiagnosisInput.MeetingId.class),
                Arguments.of(OID + "_" + THREAD, DiagnosisInput.Thread.class),
                Arguments.of("AAMkAGI2TAAA" + "x".repeat(60) + "=", DiagnosisInput.EventId.class),
                Arguments.of("https://teams.microsoft.com/l/meeting/details?eventId=AAMkAGI2TAAA" + "x".repeat(60) + "%3d", DiagnosisInput.EventId.class),
                Arguments.of(THREAD, DiagnosisInput.Thread.class),
                Arguments.of("https://teams.microsoft.com/l/message/" + escaped(THREAD) + "/1700000", DiagnosisInput.Thread.class),
                Arguments.of("{\"error\":{\"code\":\"Forbidden\"}}", DiagnosisInput.ErrorText.class),
                Arguments.of("AADSTS7000215: Invalid client secret provided.", DiagnosisInput.ErrorText.class),
                Arguments.of("404 Not Found", DiagnosisInput.ErrorText.class),
                Arguments.of("lunch?", DiagnosisInput.Refused.class));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whateverIsPastedIsRecognised(String pasted, Class<?> as) {
        assertThat(DiagnosisInput.of(pasted)).isInstanceOf(as);
    }

    @Test
    void numberBringsItsPasscode() {
        assertThat(DiagnosisInput.of("Meeting ID: 234 567 890 123 4\nPasscode: aB3xY9")).isEqualTo(new DiagnosisInput.Number("2345678901234", "aB3xY9"));
    }
}
