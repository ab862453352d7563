package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameCommandTest {
    @Test
    void plainArgumentsStandAsTheyAre() {
        assertThat(SameCommand.of("sync", "--integration", "northfield.example").line())
                .isEqualTo("lectern sync --integration northfield.example");
    }

    @Test
    void argumentsWithSpacesOrQuotesAreQuoted() {
        assertThat(SameCommand.of("meetings", "create", "Year 9 “French” \"B\"").line())
                .isEqualTo("lectern meetings create \"Year 9 “French” \\\"B\\\"\"");
    }
}
