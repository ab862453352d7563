package app.lectern.meetings.planning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectTemplateTest {
    private static String filled(String text, Map<String, String> values) {
        return new SubjectTemplate(text).filled(values);
    }

    @Test
    void placesAreFilledByNameWhateverItsCase() {
        var lesson = Map.of("Subject", "Maths", "Level of study", "A2");
        assertThat(filled("Tipu: {subject} {level_of_study} Lesson", lesson)).isEqualTo("Tipu: Maths A2 Lesson");
        assertThat(filled("Tipu: [Subject] [LEVEL of study] Lesson", lesson)).isEqualTo("Tipu: Maths A2 Lesson");
    }

    @Test
    void anEmptyValueLeavesNoGapAndSignsOfPatternsAreText() {
        assertThat(filled("Tipu: {subject} {level} Lesson", Map.of("subject", "Maths", "level", " "))).isEqualTo("Tipu: Maths Lesson");
        assertThat(filled("{a} costs {b}", Map.of("a", "$1", "b", "\\d{2}"))).isEqualTo("$1 costs \\d{2}");
        assertThat(filled("  plain  ", Map.of())).isEqualTo("plain");
    }

    @Test
    void whatNobodyCanFillInIsNamedAndSquareBracketsMayBeWords() {
        var names = Set.of("Number", "Week");
        assertThat(new SubjectTemplate("[Draft] {week} {Group} {number} {room}").unknown(names)).containsExactly("Group", "room");
        assertThat(new SubjectTemplate("[Draft] Lesson {NUMBER}").unknown(names)).isEmpty();
        assertThat(new SubjectTemplate("Lesson {number").unknown(names)).containsExactly("{");
        assertThat(filled("[Draft] {number}", Map.of("number", "3"))).isEqualTo("[Draft] 3");
    }
}
