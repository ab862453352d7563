package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// An icon that the pack lacks fails only when it is shown, and then takes the whole pane with it.
class IconsTest {
    private static final Pattern NAME = Pattern.compile("\"(bi-[a-z0-9-]+)\"");

    @Test
    void everyIconThatIsNamedIsInThePack() throws Exception {
        var named = new TreeSet<String>();
        for (var root : new String[] {"src/main/java", "resources"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(each -> each.toString().matches(".*\\.(java|fxml)")).toList()) {
                    NAME.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(named::add);
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(BootstrapIcons.findByDescription(name)).isNotNull());
    }
}
