package app.lectern.integrations.health;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;

/// Reads how full a OneDrive is.
final class QuotaGraph {
    /// @param total 0 where Microsoft does not say
    record Quota(long used, long total, String state) {}

    private final GraphSession session;

    QuotaGraph(GraphSession session) {
        this.session = session;
    }

    Quota quota(String account) {
        var about = About.of("Integrations: check OneDrive quota").account(account).permission("Files.Read.All");
        var drive = session.ask(about, client -> session.connection().appOnly()
                ? client.users().byUserId(account).drive().get(with -> with.queryParameters.select = new String[] {"id", "quota"})
                : client.users().byUserId("me").drive().withUrl(session.connection().cloud().apiRoot() + "/me/drive?$select=id,quota").get());
        var quota = drive.getQuota();
        return quota == null
                ? new Quota(0, 0, "")
                : new Quota(orZero(quota.getUsed()), orZero(quota.getTotal()), quota.getState() == null ? "" : quota.getState());
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }
}
