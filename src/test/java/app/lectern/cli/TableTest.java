package app.lectern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirLongestCell() {
        var table = new Table("Id", "Name").row(1, "Northfield College").row(12, "Harbour");
        assertThat(table.lines(false)).containsExactly("Id  Name", "1   Northfield College", "12  Harbour");
    }

    @Test
    void colourDoesNotShiftColumns() {
        var table = new Table("State", "Of").row(new Table.Cell("ok", Tone.GOOD), "x");
        assertThat(table.lines(true).get(1)).isEqualTo("\u001B[32mok\u001B[0m     x");
    }

    @Test
    void aTitleCannotSteerTheTerminal() {
        var table = new Table("Title").row("a\u001B[2Jb\nc");
        assertThat(table.lines(false).get(1)).isEqualTo("a [2Jb c");
    }

    @Test
    void aRowMustFitTheHeadings() {
        assertThatThrownBy(() -> new Table("One").row("a", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
