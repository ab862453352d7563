package app.lectern.demo.graph;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the tenant's administrators decided outside Entra: Teams application access policies, mailboxes closed to an
/// application, and the switch for transcripts. Routes ask it, tests and demonstrations turn it.
public final class TenantRules {

    private final Set<String> globalApps = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> userPolicies = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> closedMailboxes = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutTranscripts = ConcurrentHashMap.newKeySet();
    private volatile boolean transcriptsAllowed = true;
    private volatile boolean attributionAllowed = true;

    /// `Grant-CsApplicationAccessPolicy -Global`: holds for users without a policy of their own.
    public void grantAccessPolicyGlobally(String appId) {
        globalApps.add(appId);
    }

    /// Gives a user a policy of their own with exactly these applications; an empty list shadows the global policy.
    public void setAccessPolicy(String userId, Set<String> appIds) {
        userPolicies.put(userId, Set.copyOf(appIds));
    }

    public void withdrawGlobalAccessPolicy(String appId) {
        globalApps.remove(appId);
    }

    /// Exchange keeps the application out of this mailbox.
    public void closeMailbox(String userId, String appId) {
        closedMailboxes.computeIfAbsent(userId, key -> ConcurrentHashMap.newKeySet()).add(appId);
    }

    public void openMailbox(String userId, String appId) {
        closedMailboxes.getOrDefault(userId, ConcurrentHashMap.newKeySet()).remove(appId);
    }

    /// A policy on its way: the user's meetings are open already, their recordings and transcripts not yet.
    public void letPolicyWait(String userId) {
        waiting.add(userId);
    }

    /// The switch as it looks when it is off, for one organiser only: Teams has it for the whole tenant.
    public void keepTranscriptsOf(String userId) {
        withoutTranscripts.add(userId);
    }

    public void allowTranscripts(boolean allowed) {
        transcriptsAllowed = allowed;
    }

    public void allowSpeakerAttribution(boolean allowed) {
        attributionAllowed = allowed;
    }

    public boolean hasAccessPolicy(String appId, String userId) {
        return userPolicies.getOrDefault(userId, globalApps).contains(appId);
    }

    /// Refuses an application that calls for itself on the meetings of a user who has not granted it access.
    public void requireAccessPolicy(GraphCall call, String userId) {
        if (lacksPolicy(call, userId)) {
            throw GraphRefusals.noAccessPolicy(call.caller().appId(), userId);
        }
    }

    /// The same check as recordings and transcripts word it.
    public void requireArtifactAccess(GraphCall call, String userId) {
        if (lacksPolicy(call, userId) || call.caller().isAppOnly() && waiting.contains(userId)) {
            throw GraphRefusal.of(403, "Forbidden", "Application is not allowed to perform operations on the user '"
                    + userId + "', neither is allowed access through RSC permission evaluation.");
        }
    }

    public void requireMailboxOpen(GraphCall call, String userId) {
        var closed = closedMailboxes.getOrDefault(userId, Set.of()).contains(call.caller().appId());
        if (closed && call.caller().isAppOnly()) {
            throw GraphRefusals.mailboxClosed();
        }
    }

    public void requireTranscripts(String userId) {
        if (!transcriptsAllowed || withoutTranscripts.contains(userId)) {
            throw GraphRefusal.of(403, "Forbidden", "Graph API access to transcripts is disabled for this tenant.")
                    .withInnerCode("GraphAccessToTranscriptsDisabled");
        }
    }

    /// Refuses a transcript that names its speakers where the tenant keeps them anonymous.
    public void requireSpeakerAttribution() {
        if (!attributionAllowed) {
            throw GraphRefusal.of(403, "Forbidden", "Speaker attribution in transcripts is not allowed for this tenant.")
                    .withInnerCode("SpeakerAttributionNotAllowed");
        }
    }

    private boolean lacksPolicy(GraphCall call, String userId) {
        return call.caller().isAppOnly() && !hasAccessPolicy(call.caller().appId(), userId);
    }
}
