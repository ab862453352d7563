package app.lectern.demo.entra;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// What the people of the tenant and its sign-in policies do: who approves a device code, who sits at the browser,
/// whom Conditional Access stops. Demonstrations and tests turn it.
public final class SignInControl {

    /// What happens to a device code.
    ///
    /// @param polls how often the client hears "pending" before it happens
    /// @param user  who approves, for [Kind#APPROVED]
    record Decision(Kind kind, int polls, String user) {
    }

    enum Kind { PENDING, APPROVED, DECLINED, EXPIRED, BLOCKED, MFA }

    private final AtomicReference<Decision> standing = new AtomicReference<>(new Decision(Kind.PENDING, 0, null));
    private final Map<String, Decision> byUserCode = new ConcurrentHashMap<>();
    private final Map<String, EntraRefusal> refusedUsers = new ConcurrentHashMap<>();
    private final Set<String> revokedUsers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<EntraRefusal> browserRefusal = new AtomicReference<>();
    private final AtomicLong tokens = new AtomicLong();
    private final AtomicLong expiredUpTo = new AtomicLong();
    private volatile String browserUser;
    private volatile Duration pollInterval = Duration.ofSeconds(1);

    /// Every device code is approved by this person after some polls.
    public void approveDeviceCodes(String user, int afterPolls) {
        standing.set(new Decision(Kind.APPROVED, afterPolls, user));
    }

    public void leaveDeviceCodesPending() {
        standing.set(new Decision(Kind.PENDING, 0, null));
    }

    public void declineDeviceCodes() {
        standing.set(new Decision(Kind.DECLINED, 0, null));
    }

    public void expireDeviceCodes() {
        standing.set(new Decision(Kind.EXPIRED, 0, null));
    }

    /// Conditional Access blocks signing in by device code (AADSTS53003); the browser still works.
    public void blockDeviceCodes() {
        standing.set(new Decision(Kind.BLOCKED, 0, null));
    }

    public void requireMfaOnDeviceCodes() {
        standing.set(new Decision(Kind.MFA, 0, null));
    }

    /// This person types this code and approves.
    public void approve(String userCode, String user) {
        byUserCode.put(upper(userCode), new Decision(Kind.APPROVED, 0, user));
    }

    public void decline(String userCode) {
        byUserCode.put(upper(userCode), new Decision(Kind.DECLINED, 0, null));
    }

    /// Who is signed in at the browser that opens the authorize page.
    public void browserUser(String user) {
        browserUser = user;
        browserRefusal.set(null);
    }

    /// The person at the browser presses "Cancel" when asked for consent.
    public void declineInBrowser() {
        browserRefusal.set(EntraRefusals.declinedInBrowser());
    }

    public void blockInBrowser() {
        browserRefusal.set(EntraRefusals.blockedByConditionalAccess());
    }

    /// Silent renewal for this person (by user principal name) is refused, for example with [EntraRefusals#mfaRequired].
    public void refuseRenewal(String user, EntraRefusal refusal) {
        refusedUsers.put(key(user), refusal);
    }

    public void allowRenewal(String user) {
        refusedUsers.remove(key(user));
        revokedUsers.remove(key(user));
    }

    /// Ends all sessions of the person: refresh tokens no longer work.
    public void revokeSessions(String user) {
        revokedUsers.add(key(user));
    }

    /// Every access token that was issued until now counts as expired.
    public void expireAccessTokens() {
        expiredUpTo.set(tokens.get());
    }

    /// How long clients are told to wait between two polls; Entra itself says 5 seconds.
    public void pollInterval(Duration interval) {
        pollInterval = interval;
    }

    long nextToken() {
        return tokens.incrementAndGet();
    }

    boolean isExpired(long token) {
        return token <= expiredUpTo.get();
    }

    Decision decisionFor(String userCode) {
        return byUserCode.getOrDefault(upper(userCode), standing.get());
    }

    Duration pollInterval() {
        return pollInterval;
    }

    String browserUser() {
        return browserUser;
    }

    EntraRefusal browserRefusal() {
        return browserRefusal.get();
    }

    EntraRefusal renewalRefusal(String user) {
        return refusedUsers.get(key(user));
    }

    boolean isRevoked(String user) {
        return revokedUsers.contains(key(user));
    }

    private static String upper(String userCode) {
        return userCode.toUpperCase(java.util.Locale.ROOT);
    }

    private static String key(String user) {
        return user.toLowerCase(java.util.Locale.ROOT);
    }
}
