package app.lectern.attendance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Takes several entries for one person: by object id, then by e-mail, then by name. A name joins entries that have no e-mail
/// to the one person who is called so; where two people with an e-mail share it, nobody is guessed. The order does not matter.
final class Identities<T> {
    private final List<T> entries;
    private final Function<T, Who> who;
    private final int[] parent;
    private final MatchRule[] rules;
    /// By root: whether the person has an e-mail.
    private final boolean[] emailed;

    /// Entries of one person.
    record Person<T>(Who who, MatchRule rule, List<T> entries) {}

    private Identities(Collection<T> entries, Function<T, Who> who) {
        this.entries = List.copyOf(entries);
        this.who = who;
        this.parent = new int[entries.size()];
        this.rules = new MatchRule[entries.size()];
        this.emailed = new boolean[entries.size()];
        for (int at = 0; at < parent.length; at++) {
            parent[at] = at;
            emailed[at] = who.apply(this.entries.get(at)).hasEmail();
        }
        Arrays.fill(rules, MatchRule.SINGLE);
    }

    static <T> List<Person<T>> merge(Collection<T> entries, Function<T, Who> who) {
        var all = new Identities<>(entries, who);
        all.join(Who::objectId, MatchRule.OBJECT_ID);
        all.join(Who::email, MatchRule.EMAIL);
        all.joinByName();
        return all.people();
    }

    private void join(Function<Who, String> key, MatchRule rule) {
        var first = new HashMap<String, Integer>();
        for (int at = 0; at < entries.size(); at++) {
            var value = key.apply(who.apply(entries.get(at)));
            if (!value.isEmpty()) {
                var before = first.putIfAbsent(value, at);
                if (before != null) {
                    unite(before, at, rule);
                }
            }
        }
    }

    private void joinByName() {
        var byName = new TreeMap<String, TreeSet<Integer>>();
        for (int at = 0; at < entries.size(); at++) {
            var name = who.apply(entries.get(at)).nameKey();
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, key -> new TreeSet<>()).add(at);
            }
        }
        byName.values().forEach(this::joinNamesakes);
    }

    private void joinNamesakes(TreeSet<Integer> sharing) {
        var people = new TreeSet<Integer>();
        var others = new ArrayList<Integer>();
        for (int at : sharing) {
            if (emailed[root(at)]) {
                people.add(root(at));
            } else {
                others.add(at);
            }
        }
        if (people.size() <= 1 && !others.isEmpty()) {
            int target = people.isEmpty() ? others.getFirst() : people.first();
            others.forEach(at -> unite(target, at, MatchRule.NAME));
        }
    }

    private int root(int at) {
        int up = at;
        while (parent[up] != up) {
            parent[up] = parent[parent[up]];
            up = parent[up];
        }
        return up;
    }

    private void unite(int one, int other, MatchRule rule) {
        int low = Math.min(root(one), root(other));
        int high = Math.max(root(one), root(other));
        if (low == high) {
            return;
        }
        parent[high] = low;
        emailed[low] |= emailed[high];
        var weaker = rules[low].compareTo(rules[high]) > 0 ? rules[low] : rules[high];
        rules[low] = weaker.compareTo(rule) > 0 ? weaker : rule;
    }

    private List<Person<T>> people() {
        var groups = new TreeMap<Integer, List<T>>();
        for (int at = 0; at < entries.size(); at++) {
            groups.computeIfAbsent(root(at), root -> new ArrayList<>()).add(entries.get(at));
        }
        return groups.entrySet().stream().map(group -> new Person<>(best(group.getValue()), rules[group.getKey()], group.getValue()))
                .sorted(Comparator.comparing((Person<T> person) -> person.who().nameKey()).thenComparing(person -> person.who().email())
                        .thenComparing(person -> person.who().objectId())).toList();
    }

    /// The fullest of what is known, the same whatever the order: of several the first in the alphabet.
    private Who best(List<T> same) {
        return new Who(first(same, Who::objectId), first(same, Who::email), nameOf(same));
    }

    private String first(List<T> same, Function<Who, String> part) {
        return same.stream().map(who).map(part).filter(value -> !value.isEmpty()).min(Comparator.naturalOrder()).orElse("");
    }

    /// A name that came with an e-mail is the directory's own, another was typed at the door.
    private String nameOf(List<T> same) {
        return same.stream().map(who).filter(each -> !each.name().isEmpty())
                .min(Comparator.comparing((Who each) -> !each.hasEmail()).thenComparing(Who::name)).map(Who::name).orElse("");
    }
}
