package app.lectern.updates;

import app.lectern.problems.Problem;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads the list of releases that GitHub's API answers with (`/repos/OWNER/NAME/releases`); a file of that form on any web
/// server does as well. Drafts, and tags that are no version, are passed over.
final class ReleaseFeed {
    private final JsonMapper json = new JsonMapper();

    /// Those newer than `own`, newest first. A version that is only tried out is offered to those who run such a one.
    List<Release> newer(String feed, String answer, VersionNumber own) {
        record Numbered(VersionNumber number, Release release) {}
        var found = new ArrayList<Numbered>();
        for (var each : read(feed, answer)) {
            boolean forTrial = each.path("prerelease").asBoolean(false);
            if (each.path("draft").asBoolean(false) || (forTrial && own.suffix().isEmpty())) {
                continue;
            }
            VersionNumber.parse(each.path("tag_name").asText(""))
                    .filter(number -> number.compareTo(own) > 0)
                    .ifPresent(number -> found.add(new Numbered(number, release(each))));
        }
        found.sort(Comparator.comparing(Numbered::number).reversed());
        return found.stream().map(Numbered::release).toList();
    }

    private JsonNode read(String feed, String answer) {
        try {
            var root = json.readTree(answer);
            if (root.isArray()) {
                return root;
            }
        } catch (JacksonException noJson) {
            throw unreadable(feed).raise(noJson);
        }
        throw unreadable(feed).raise();
    }

    private static Problem unreadable(String feed) {
        return Problem.of(Problem.Code.PAGE_UNREADABLE).with("host", feed);
    }

    /// The page is opened in a browser on a click, so it must be one that a browser shows.
    private static Release release(JsonNode of) {
        var page = of.path("html_url").asText("");
        return new Release(of.path("tag_name").asText("").replaceFirst("^[vV]", ""), of.path("body").asText("").strip(),
                page.startsWith("https://") ? page : "");
    }
}
