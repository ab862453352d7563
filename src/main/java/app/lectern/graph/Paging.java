package app.lectern.graph;

import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.models.BaseDeltaFunctionResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/// Follows next links byte for byte until there is none. A page may be empty and still have one. To be used inside
/// [GraphSession#ask], with `link -> client.users().withUrl(link).get()` as the way to the next page.
public final class Paging {
    private Paging() {}

    /// Hands over page after page. Cancelling ends it between two pages with a CancellationException.
    public static <P extends BaseCollectionPaginationCountResponse> void walk(
            P first, Function<String, P> next, Consumer<? super P> page, Progress progress) {
        var at = first;
        while (at != null) {
            page.accept(at);
            at = follow(at.getOdataNextLink(), next, progress);
        }
    }

    /// All items of all pages, in order.
    public static <P extends BaseCollectionPaginationCountResponse, T> List<T> all(
            P first, Function<String, P> next, Function<? super P, List<T>> items, Progress progress) {
        var found = new ArrayList<T>();
        walk(first, next, page -> {
            var some = items.apply(page);
            if (some != null) {
                found.addAll(some);
            }
        }, progress);
        return found;
    }

    /// The same for a delta. Returns the delta link, to be kept by [GraphUrls#kept] and asked next time; when Graph no longer knows it,
    /// the call ends in SYNC_RESTART.
    public static <P extends BaseDeltaFunctionResponse> String walkDelta(
            P first, Function<String, P> next, Consumer<? super P> page, Progress progress) {
        var at = first;
        while (at != null) {
            page.accept(at);
            if (at.getOdataDeltaLink() != null) {
                return at.getOdataDeltaLink();
            }
            at = follow(at.getOdataNextLink(), next, progress);
        }
        throw Problem.of(Problem.Code.SYNC_RESTART).raise();
    }

    private static <P> P follow(String link, Function<String, P> next, Progress progress) {
        if (link == null || link.isEmpty()) {
            return null;
        }
        try {
            progress.checkpoint();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException();
            cancelled.initCause(interrupted);
            throw cancelled;
        }
        return next.apply(link);
    }
}
