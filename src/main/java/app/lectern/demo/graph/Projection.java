package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// `$select`: leaves of an item what was asked for. Exchange always adds the id, OData annotations always stay.
public final class Projection {

    private Projection() {
    }

    /// A copy of the item with only the selected properties, or the item itself when everything is wanted.
    public static ObjectNode apply(GraphCall call, ObjectNode item) {
        var select = call.query().select();
        if (select.isEmpty() || call.query().expand().isEmpty()) {
            return apply(select, call.service(), item);
        }
        // what is expanded comes although it was not selected
        var wanted = new ArrayList<>(select);
        for (var part : call.query().expand().get().split(",")) {
            wanted.add(part.replaceFirst("\\(.*", "").strip());
        }
        return apply(wanted, call.service(), item);
    }

    static ObjectNode apply(List<String> select, GraphService service, ObjectNode item) {
        if (select.isEmpty() || select.contains("*")) {
            return item;
        }
        var wanted = new HashSet<String>();
        select.forEach(name -> wanted.add(firstStep(name)));
        var result = item.objectNode();
        item.properties().forEach(entry -> {
            var name = entry.getKey();
            var stays = name.startsWith("@odata.") || name.equals("@removed")
                    || service == GraphService.EXCHANGE && name.equals("id")
                    || wanted.contains(name.toLowerCase(Locale.ROOT));
            if (stays) {
                result.set(name, entry.getValue());
            }
        });
        return result;
    }

    private static String firstStep(String name) {
        var slash = name.indexOf('/');
        return (slash < 0 ? name : name.substring(0, slash)).toLowerCase(Locale.ROOT);
    }
}
