package app.lectern.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountReason;
import app.lectern.accounts.Check;
import app.lectern.accounts.EmailChain;
import app.lectern.accounts.Outcome;
import app.lectern.accounts.Verdict;
import app.lectern.home.Settings;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.JobState;
import app.lectern.meetings.InvitationAnswer;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Repeat;
import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.bulk.TermPattern;
import app.lectern.meetings.planning.bulk.RowNote;
import app.lectern.meetings.planning.bulk.TermPattern;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.deliverables.RollOut;
import app.lectern.overview.Span;
import app.lectern.deliverables.RollOutStep;
import app.lectern.sync.alerts.AlertCause;
import app.lectern.sync.health.screen.HealthViewModel;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.SettingsGroup;
import app.lectern.shell.tasks.TaskLine;
import app.lectern.sync.expiry.ExpiryKind;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The message bundle against everything that reads it: no key is missing, none is left over, each fits its use.
class MessagesTest {
    private static final Path BUNDLE = Path.of("resources/app/lectern/messages.properties");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.?)\"");
    /// A fact that is itself a sentence is given by its key. Not looked for in the demo tenant, which writes Graph's own annotations.
    private static final Pattern FACT = Pattern.compile("\"@([a-z][a-z0-9.-]*)\"");
    /// The second half of a key that is put together.
    private static final Pattern ENDING = Pattern.compile("\"(\\.[a-z][a-z0-9-]*)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern TEXT_CALL = Pattern.compile("words(?:\\(\\))?\\.text\\(\\s*\"([a-z][a-z0-9.-]*)\"");
    private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z]*)\\}");
    private static final Pattern NUMBERED = Pattern.compile("\\{\\d");

    private final Properties bundle = load();
    private final String java = read(Path.of("src/main/java"), ".java");
    private final String javaOfRooms = read(Path.of("src/main/java"), ".java", Path.of("src/main/java/app/lectern/demo"));
    private final String fxml = read(Path.of("resources"), ".fxml");

    @Test
    void eachKeyThatJavaNamesIsThere() {
        var named = FACT.matcher(javaOfRooms).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        var matcher = TEXT_CALL.matcher(java);
        while (matcher.find()) {
            if (!matcher.group(1).endsWith(".")) {
                named.add(matcher.group(1));
            }
        }
        // "tasks.count." + state and the like are beginnings; they are covered by the enums below.
        named.removeIf(key -> java.contains("\"" + key + "\" +"));

        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(bundle).containsKey(key));
    }

    @Test
    void eachKeyThatFxmlNamesIsThere() {
        var named = IN_FXML.matcher(fxml).results().map(found -> found.group(1)).toList();

        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(bundle).containsKey(key));
    }

    @Test
    void eachKeyMadeFromAnEnumIsThere() {
        assertThat(byEnum()).isNotEmpty().allSatisfy(key -> assertThat(bundle).containsKey(key));
    }

    @Test
    void noKeyIsLeftOver() {
        var used = new TreeSet<>(byEnum());
        LITERAL.matcher(java).results().map(found -> found.group(1)).forEach(used::add);
        IN_FXML.matcher(fxml).results().map(found -> found.group(1)).forEach(used::add);
        used.addAll(gallery());
        used.addAll(help());
        used.addAll(membersOfEveryEnum());
        FACT.matcher(javaOfRooms).results().map(found -> found.group(1)).forEach(used::add);
        var endings = ENDING.matcher(java).results().map(found -> found.group(1)).collect(Collectors.toSet());
        for (var key : List.copyOf(used)) {
            endings.forEach(ending -> used.add(key + ending));
        }

        var leftOver = new TreeSet<>(bundle.stringPropertyNames());
        leftOver.removeAll(used);
        leftOver.removeIf(this::describesACommand);
        leftOver.removeIf(key -> key.startsWith("default.") && java.contains("\"" + key.substring("default.".length()) + "\""));
        leftOver.removeIf(key -> key.startsWith("default.") && bundle.values().stream()
                .anyMatch(text -> text.toString().contains("{" + key.substring("default.".length()) + "}")));

        assertThat(leftOver).as("keys that nothing uses").isEmpty();
    }

    @Test
    void factsThatNobodyKnewHaveWords() {
        var facts = bundle.stringPropertyNames().stream()
                .filter(key -> key.startsWith("problem."))
                .flatMap(key -> NAMED.matcher(bundle.getProperty(key)).results().map(found -> "default." + found.group(1)))
                .collect(Collectors.toSet());

        assertThat(facts).isNotEmpty().allSatisfy(key -> assertThat(bundle).containsKey(key));
    }

    @Test
    void apostrophesAreTypographic() {
        bundle.forEach((key, text) -> assertThat(text.toString()).as(key.toString()).doesNotContain("'"));
    }

    @Test
    void bracesAreBalancedAndPatternsWellFormed() {
        bundle.forEach((key, value) -> {
            var text = value.toString();
            assertThat(text.chars().filter(c -> c == '{').count()).as(key.toString()).isEqualTo(text.chars().filter(c -> c == '}').count());
            if (!NAMED.matcher(text).find()) {
                assertThat(new MessageFormat(text, Locale.UK)).as(key.toString()).isNotNull();
            }
        });
    }

    @Test
    void placeholdersFitTheNumberOfArguments() {
        var call = Pattern.compile("words(?:\\(\\))?\\.text\\(\"([a-z][a-z0-9.-]*)\"(\\)|,)");
        var matcher = call.matcher(java);
        var wrong = new ArrayList<String>();
        while (matcher.find()) {
            var text = bundle.getProperty(matcher.group(1), "");
            boolean filled = matcher.group(2).equals(",");
            boolean wants = NUMBERED.matcher(text).find();
            if (filled != wants && !text.isEmpty()) {
                wrong.add(matcher.group(1));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        var keys = Files.readAllLines(BUNDLE).stream()
                .filter(line -> line.matches("[a-z].*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));

        assertThat(keys).allSatisfy((key, times) -> assertThat(times).as(key).isEqualTo(1));
    }

    @Test
    void anEnumMemberIsFoundByWords() {
        var words = new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());

        Stream.of(Place.values(), SettingsGroup.values(), Settings.Theme.values(), Settings.ProxyMode.values(), JobState.values())
                .flatMap(Stream::of)
                .forEach(member -> assertThat(words.of(member)).isNotBlank());
    }

    /// picocli looks these up by the command's own path.
    private boolean describesACommand(String key) {
        if (!key.startsWith("lectern.") || !key.endsWith(".usage.description")) {
            return false;
        }
        var path = key.substring("lectern.".length(), Math.max("lectern.".length(), key.length() - ".usage.description".length()));
        return key.equals("lectern.usage.description")
                || Stream.of(path.split("\\.")).allMatch(name -> java.contains("@Command(name = \"" + name + "\""));
    }

    /// What `Words.of` would ask for; not every enum is shown, so these need not all be there.
    private static Set<String> membersOfEveryEnum() {
        var classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("app.lectern");
        var keys = new TreeSet<String>();
        classes.stream().filter(JavaClass::isEnum).forEach(type -> type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                .forEach(field -> keys.add(type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                        + "." + field.getName().toLowerCase(Locale.ROOT).replace('_', '-'))));
        return keys;
    }

    private static Set<String> byEnum() {
        var keys = new TreeSet<String>();
        for (var code : Problem.Code.values()) {
            Stream.of("what", "why", "next").forEach(part -> keys.add("problem." + code.id() + "." + part));
        }
        add(keys, "acceptance.", app.lectern.attendance.Acceptance.Await.values());
        add(keys, "account-reason.", AccountReason.values());
        add(keys, "account-service.", Check.EXCHANGE_PLAN, Check.TEAMS_PLAN, Check.FILES_PLAN);
        add(keys, "account-verdict.", Verdict.Kind.values());
        add(keys, "check.", Check.values());
        add(keys, "meetings.answered.", InvitationAnswer.values());
        add(keys, "meetings.count.", MeetingState.values());
        add(keys, "meetings.option.", MeetingOptions.Part.values());
        add(keys, "meetings.term.fault.", TermPattern.Fault.values());
        add(keys, "organiser-role.", EmailChain.Role.values());
        add(keys, "organiser-standing.", EmailChain.Standing.values());
        add(keys, "organiser.not-set.", EmailChain.Role.values());
        add(keys, "outcome.", Outcome.values());
        add(keys, "remedy.", Remedy.Kind.values());
        add(keys, "job-state.", JobState.values());
        add(keys, "tasks.count.", JobState.values());
        keys.addAll(List.of("tasks.ended.done", "tasks.ended.failed", "tasks.ended.cancelled"));
        add(keys, "tasks.kind.", JobInfo.Kind.values());
        add(keys, "tasks.step.", TaskLine.Step.PAUSE, TaskLine.Step.RESUME, TaskLine.Step.RETRY);
        add(keys, "place.", Place.values());
        add(keys, "palette.verb.", Screen.Verb.values());
        add(keys, "overview.calls.", Span.values());
        add(keys, "overview.creation.", Span.values());
        for (var kind : ExpiryKind.values()) {
            keys.add("expiry." + kind.name().toLowerCase(Locale.ROOT) + ".text");
        }
        for (var step : RollOutStep.values()) {
            Stream.of("", ".text", ".do").forEach(part -> keys.add("roll-out-step." + step.name().toLowerCase(Locale.ROOT) + part));
        }
        add(keys, "deliverables.roll-out.", RollOut.State.values());
        for (var cause : AlertCause.values()) {
            Stream.of(".title", ".text").forEach(part -> keys.add("alert." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-') + part));
        }
        add(keys, "sync-health.shown.", HealthViewModel.Shown.values());
        add(keys, "settings-group.", SettingsGroup.values());
        add(keys, "settings.keys.title.", KeyStorage.Kind.values());
        add(keys, "theme.", Settings.Theme.values());
        add(keys, "proxy-mode.", Settings.ProxyMode.values());
        Stream.of(RowNote.What.values()).filter(what -> what != RowNote.What.PLAN).forEach(what -> add(keys, "row-note.", what));
        add(keys, "term-fault.", TermPattern.Fault.values());
        add(keys, "slot-fault.", SlotFault.What.values());
        add(keys, "repeat.", Repeat.Unit.values());
        PermissionCatalogue.load().least(new AppJobs(Set.of(Capability.values())), true).forEach(each -> add(keys, "power.", each.permission().probe()));
        for (var place : Place.values()) {
            keys.add("place." + place.id() + ".about");
        }
        return keys;
    }

    private static void add(Set<String> keys, String begin, Enum<?>... members) {
        for (var member : members) {
            keys.add(begin + member.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private Collection<String> gallery() {
        var file = readOne(Path.of("src/main/java/app/lectern/shell/StateGallery.java"));
        var keys = LITERAL.matcher(file).results().map(found -> "states." + found.group(1)).collect(Collectors.toSet());
        Stream.of("neutral", "accent", "success", "warning", "danger").forEach(tone -> keys.add("states.chip." + tone));
        return keys;
    }

    private Collection<String> help() {
        var file = readOne(Path.of("src/main/java/app/lectern/shell/HelpBox.java"));
        return LITERAL.matcher(file).results().map(found -> "help.key." + found.group(1)).collect(Collectors.toSet());
    }

    private static Properties load() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLE)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    private static String read(Path root, String ending) {
        return read(root, ending, Path.of("nothing left out"));
    }

    private static String read(Path root, String ending, Path without) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending) && !file.startsWith(without)).map(MessagesTest::readOne).collect(Collectors.joining("\n"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String readOne(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
