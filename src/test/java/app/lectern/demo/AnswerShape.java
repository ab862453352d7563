package app.lectern.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares an answer with a documented sample: equal names must have equal JSON types, and every name must be
/// known to the metadata or to the samples.
final class AnswerShape {
    /// Undeclared by the metadata, absent from the samples, and yet sent: the meeting's thread on a recording's file.
    private static final Set<String> SEEN_IN_THE_WILD = Set.of("/source");

    private static final Set<String> DOCUMENTED_NAMES = documentedNames();

    private final Csdl csdl = new Csdl();
    private final List<String> wrong;

    AnswerShape(List<String> wrong) {
        this.wrong = wrong;
    }

    /// Every name of every sample: open types such as identities carry names that only some samples show.
    private static Set<String> documentedNames() {
        var names = new TreeSet<String>();
        GraphExample.all().forEach(example -> collect(example.response(), names));
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.properties().forEach(entry -> {
            names.add(entry.getKey());
            collect(entry.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, names));
        }
    }

    void sameTypes(JsonNode sample, JsonNode answer, String path) {
        if (sample.isNull() || answer.isNull() || answer.isMissingNode()) {
            return;
        }
        if (sample.getNodeType() != answer.getNodeType()) {
            wrong.add(path + " is " + answer.getNodeType() + " and was documented as " + sample.getNodeType());
        } else if (sample.isObject()) {
            sample.properties().stream().filter(entry -> !entry.getKey().contains("@"))
                    .forEach(entry -> sameTypes(entry.getValue(), answer.path(entry.getKey()), path + "/" + entry.getKey()));
        } else if (sample.isArray() && !sample.isEmpty()) {
            answer.forEach(item -> sameTypes(sample.get(0), item, path));
        }
    }

    void known(JsonNode answer, String type, JsonNode sample, String path) {
        if (answer.isArray()) {
            answer.forEach(item -> known(item, type, sample.path(0), path));
            return;
        }
        var actual = answer.path("@odata.type").isTextual() ? answer.path("@odata.type").asText().substring(1) : type;
        var declared = csdl.properties(actual);
        if (!answer.isObject() || declared.isEmpty()) {
            return;
        }
        for (var entry : answer.properties()) {
            var name = entry.getKey();
            var here = path + "/" + name;
            if (name.contains("@") || SEEN_IN_THE_WILD.contains(here)) {
                continue;
            }
            if (!declared.get().containsKey(name) && !sample.has(name) && !DOCUMENTED_NAMES.contains(name)) {
                wrong.add(here + " is unknown to " + actual);
            } else {
                known(entry.getValue(), declared.get().getOrDefault(name, ""), sample.path(name), here);
            }
        }
    }
}
