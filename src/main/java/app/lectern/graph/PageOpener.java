package app.lectern.graph;

import java.net.URI;

/// Opens a page in the person's browser. Throws BROWSER_UNAVAILABLE, or anything else, when that cannot be done.
@FunctionalInterface
public interface PageOpener {
    void open(URI page);
}
