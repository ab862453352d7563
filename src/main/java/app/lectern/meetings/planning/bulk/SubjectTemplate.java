package app.lectern.meetings.planning.bulk;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A subject with places to fill in, such as `Tipu: {subject} {level} Lesson`. Square brackets mean a place as well where there is a value
/// of that name, and stay as they are where there is none: `[Draft]` is a word that people write.
public record SubjectTemplate(String text) {
    /// Stands for a bracket that was not closed.
    static final String OPEN = "{";
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}|\\[([^\\[\\]]*)]");

    public SubjectTemplate {
        text = text == null ? "" : text.strip();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// The names in curly brackets that nobody can fill in, in the order in which they stand; a bracket that was not closed is one by itself.
    public Set<String> unknown(Set<String> names) {
        var known = names.stream().map(SubjectTemplate::plain).collect(Collectors.toSet());
        var unknown = new LinkedHashSet<String>();
        var places = PLACE.matcher(text);
        while (places.find()) {
            if (places.group(1) != null && !known.contains(plain(places.group(1)))) {
                unknown.add(places.group(1).strip());
            }
        }
        if (PLACE.matcher(text).replaceAll("").matches(".*[{}].*")) {
            unknown.add(OPEN);
        }
        return unknown;
    }

    /// Upper and lower case, blanks and underscores in names make no difference. What is left empty leaves no gap behind.
    public String filled(Map<String, String> values) {
        var known = values.entrySet().stream().collect(Collectors.toMap(value -> plain(value.getKey()), Map.Entry::getValue, (one, other) -> one));
        var filled = new StringBuilder();
        var places = PLACE.matcher(text);
        while (places.find()) {
            var value = known.get(plain(places.group(1) != null ? places.group(1) : places.group(2)));
            places.appendReplacement(filled, java.util.regex.Matcher.quoteReplacement(value == null ? places.group() : value.strip()));
        }
        return places.appendTail(filled).toString().replaceAll("\\s+", " ").strip();
    }

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
