package app.lectern.sync.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The files against what the schedulers' own readers demand, with a data folder whose name is as awkward as names can be.
class ScheduleFilesTest {
    private static final Path AWKWARD = Path.of("/home/ann/My data, 100% $HOME \"x\" & <y> it's");

    private static ScheduledRun run(Interval interval) {
        return new ScheduledRun(List.of("/opt/lectern app/bin/lectern"), AWKWARD, true, interval);
    }

    @ParameterizedTest
    @EnumSource(Interval.class)
    void systemdTakesServiceAndTimer(Interval interval, @TempDir Path folder) throws Exception {
        var plain = new ScheduledRun(List.of("/bin/echo"), AWKWARD, true, interval);
        var service = Files.writeString(folder.resolve("lectern-sync.service"), ScheduleFiles.systemdService(plain));
        var timer = Files.writeString(folder.resolve("lectern-sync.timer"), ScheduleFiles.systemdTimer(plain));

        var verified = command("systemd-analyze", "verify", "--man=no", service.toString(), timer.toString());

        assertThat(verified.out).doesNotContain("lectern-sync").as(verified.out);
        assertThat(verified.status).isZero();
    }

    @ParameterizedTest
    @EnumSource(Interval.class)
    void systemdStartsAsOftenAsWasChosen(Interval interval) throws Exception {
        var calendar = command("systemd-analyze", "calendar", "--iterations=3", interval.onCalendar());

        assertThat(calendar.status).as(calendar.out).isZero();
        var times = calendar.out.lines().filter(line -> line.contains("Next elapse") || line.contains("Iter. #"))
                .filter(line -> !line.contains("(in UTC)"))
                .map(line -> line.replaceAll(".*?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d).*", "$1"))
                .map(text -> java.time.LocalDateTime.parse(text.replace(' ', 'T'))).toList();
        assertThat(times).hasSize(3);
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(interval.length());
        assertThat(Duration.between(times.get(1), times.get(2))).isEqualTo(interval.length());
    }

    @Test
    void systemdSeesTheWordsThatWereMeant() {
        var line = ScheduleFiles.systemdService(run(Interval.HOUR)).lines().filter(each -> each.startsWith("ExecStart=")).findFirst().orElseThrow();

        assertThat(line).contains("\"--home\" \"/home/ann/My data, 100%% $$HOME \\\"x\\\" & <y> it's\" \"sync\"");
    }

    @Test
    void theShellThatCronStartsSeesTheWordsThatWereMeant() throws Exception {
        var line = ScheduleFiles.cronLine(new ScheduledRun(List.of("/usr/bin/printf", "%s\\n"), AWKWARD, true, Interval.HOUR));

        assertThat(line).startsWith("7 * * * * ").endsWith("# lectern-sync");
        // cron itself takes the backslash before a percent sign away
        var shell = line.substring("7 * * * * ".length()).replace("\\%", "%").replace(" >/dev/null 2>&1 # lectern-sync", "");
        assertThat(command("/bin/sh", "-c", shell).out.lines())
                .containsExactly("--home", AWKWARD.toString(), "sync", "--all", "--status", "ended", "--scheduled");
    }

    @Test
    void theLaunchAgentIsAPropertyListWithTheRightTypes() throws Exception {
        var agent = plist(ScheduleFiles.launchAgent(run(Interval.TWO_HOURS)));

        assertThat(agent).containsEntry("Label", "app.lectern.lectern-sync").containsEntry("StartInterval", 7200L)
                .containsEntry("RunAtLoad", false).containsEntry("ProcessType", "Background");
        assertThat(agent.get("ProgramArguments")).isEqualTo(List.of("/opt/lectern app/bin/lectern", "--home", AWKWARD.toString(), "sync", "--all",
                "--status", "ended", "--scheduled"));
    }

    @ParameterizedTest
    @EnumSource(Interval.class)
    void theWindowsTaskFitsItsSchema(Interval interval) throws Exception {
        validate(ScheduleFiles.windowsTask(run(interval), "2026-11-21T00:07:00"));
    }

    @Test
    void theSchemaRefusesWhatTaskSchedulerWould() {
        var task = ScheduleFiles.windowsTask(run(Interval.HOUR), "2026-11-21T00:07:00");

        assertThatThrownBy(() -> validate(task.replace("PT1H<", "one hour<"))).isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(task.replace("<Command>", "<Program>").replace("</Command>", "</Program>")))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(task.replace("2026-11-21T00:07:00", "midnight"))).isInstanceOf(SAXException.class);
    }

    @Test
    void windowsProgramsSeeTheWordsThatWereMeant() {
        assertThat(ScheduleFiles.windowsQuoted("C:\\Lectern\\home")).isEqualTo("C:\\Lectern\\home");
        assertThat(ScheduleFiles.windowsQuoted("C:\\My data\\")).isEqualTo("\"C:\\My data\\\\\"");
        assertThat(ScheduleFiles.windowsQuoted("say \"hi\"")).isEqualTo("\"say \\\"hi\\\"\"");
        assertThat(ScheduleFiles.windowsQuoted("a\\\"b c")).isEqualTo("\"a\\\\\\\"b c\"");
        assertThat(ScheduleFiles.windowsQuoted("")).isEqualTo("\"\"");
    }

    @Test
    void anotherDataFolderHasAScheduleOfItsOwn() {
        var other = new ScheduledRun(List.of("lectern"), AWKWARD, false, Interval.HOUR);

        assertThat(other.name()).startsWith("lectern-sync-").isNotEqualTo(run(Interval.HOUR).name());
        assertThat(ScheduleFiles.cronMark(other)).isNotEqualTo(ScheduleFiles.cronMark(run(Interval.HOUR)));
    }

    private static void validate(String task) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ScheduleFilesTest.class.getResource("/app/lectern/sync/schedule/windows-task.xsd"));
        // a reader of characters ignores the declared encoding, as Task Scheduler does with the bytes it was given in UTF-16
        schema.newValidator().validate(new StreamSource(new StringReader(task)));
    }

    /// What `plutil -lint` looks at: dictionaries of alternating keys and values, and values of known types.
    private static Map<String, Object> plist(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("plist");
        assertThat(root.getAttribute("version")).isEqualTo("1.0");
        var content = elements(root);
        assertThat(content).hasSize(1);
        @SuppressWarnings("unchecked")
        var dictionary = (Map<String, Object>) value(content.getFirst());
        return dictionary;
    }

    private static Object value(Element element) {
        return switch (element.getTagName()) {
            case "string" -> element.getTextContent();
            case "integer" -> Long.valueOf(element.getTextContent());
            case "true", "false" -> Boolean.valueOf(element.getTagName());
            case "array" -> elements(element).stream().map(ScheduleFilesTest::value).toList();
            case "dict" -> {
                var members = elements(element);
                assertThat(members.size() % 2).as("keys and values take turns").isZero();
                var found = new LinkedHashMap<String, Object>();
                for (int at = 0; at < members.size(); at += 2) {
                    assertThat(members.get(at).getTagName()).isEqualTo("key");
                    assertThat(found.put(members.get(at).getTextContent(), value(members.get(at + 1)))).as("a key once").isNull();
                }
                yield found;
            }
            default -> throw new AssertionError("no property list value: " + element.getTagName());
        };
    }

    private static List<Element> elements(Element of) {
        var found = new ArrayList<Element>();
        for (Node at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private record Ended(int status, String out) {}

    private static Ended command(String... words) throws Exception {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out);
    }
}
