package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static List<Identities.Person<Who>> merge(Who... entries) {
        return Identities.merge(List.of(entries), Function.identity());
    }

    @Test
    void theSameObjectIdIsOnePersonWhateverTheNameAndAddress() {
        var people = merge(new Who("A1", "mei@x.example", "Mei Chen"), new Who("a1", "mei.chen@x.example", "Mei Chen-Wu"));
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().rule()).isEqualTo(MatchRule.OBJECT_ID);
    }

    @Test
    void withoutAnIdTheAddressDecides() {
        var people = merge(new Who("a1", "Mei@X.example", "Mei Chen"), new Who("", "mei@x.example ", "M. Chen"), new Who("", "", "Mei Chen"));
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().rule()).isEqualTo(MatchRule.NAME);
        assertThat(people.getFirst().who()).isEqualTo(new Who("a1", "mei@x.example", "M. Chen"));
    }

    @Test
    void anonymousPeopleOfOneNameAreOneThoughEachJoinGaveThemAnotherId() {
        var people = merge(new Who("x1", "", "Mrs Haddad (Guest)"), new Who("x2", "", "mrs  haddad (guest)"));
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().rule()).isEqualTo(MatchRule.NAME);
    }

    @Test
    void twoPeopleOfOneNameStayTwoAndNobodyIsGuessed() {
        var people = merge(new Who("a1", "alex.s@x.example", "Alex Smith"), new Who("a2", "alex.smith@x.example", "Alex Smith"),
                new Who("", "", "Alex Smith"));
        assertThat(people).hasSize(3);
        assertThat(people).extracting(Identities.Person::rule).containsOnly(MatchRule.SINGLE);
    }

    @Test
    void noNameIsNobodysName() {
        assertThat(merge(new Who("", "", ""), new Who("", "", ""), new Who("a1", "", ""))).hasSize(3);
    }

    @Test
    void theOrderOfEntriesDoesNotMatter() {
        var ids = List.of("", "", "a", "b", "c");
        var emails = List.of("", "", "one@x.example", "two@x.example", "three@x.example");
        var names = List.of("", "Ann", "Ben", "Cy");
        for (int seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var entries = new ArrayList<Who>();
            for (int at = 0; at < 9; at++) {
                entries.add(new Who(pick(ids, random), pick(emails, random), pick(names, random)));
            }
            var distinct = new ArrayList<>(Set.copyOf(entries));
            var before = groups(distinct);
            Collections.shuffle(distinct, random);
            assertThat(groups(distinct)).as("seed " + seed).isEqualTo(before);
        }
    }

    private static Set<Set<Who>> groups(List<Who> entries) {
        return Identities.merge(entries, Function.identity()).stream().map(person -> Set.copyOf(person.entries())).collect(Collectors.toSet());
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
