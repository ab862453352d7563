package app.lectern.demo.school;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One account of the directory with its licences, mailbox and drive. Changed by [SchoolControl] only.
public final class Person {

    /// What is known from the day on which the account was made.
    ///
    /// @param kind "Member" or "Guest"
    public record Card(String id, String givenName, String surname, String displayName, String userPrincipalName, String mail,
                       String jobTitle, String department, String kind, List<String> otherMails, Instant created) {
    }

    private final int number;
    private final Card card;
    private final Map<Sku, Set<ServicePlan>> licences = new LinkedHashMap<>();
    private boolean enabled = true;
    private MailboxState mailbox = MailboxState.CLOUD;
    private boolean hasDrive = true;
    private Instant licensedAt = Instant.EPOCH;
    private Instant servicesReadyAt = Instant.EPOCH;

    Person(int number, Card card) {
        this.number = number;
        this.card = card;
    }

    /// The position in the directory, from which the person's other ids are derived.
    public int number() {
        return number;
    }

    public String id() {
        return card.id();
    }

    public String userPrincipalName() {
        return card.userPrincipalName();
    }

    public String displayName() {
        return card.displayName();
    }

    /// The address under which the person gets mail, or null.
    public String mail() {
        return card.mail();
    }

    public Card card() {
        return card;
    }

    public boolean isGuest() {
        return card.kind().equals("Guest");
    }

    public boolean enabled() {
        return enabled;
    }

    void enable(boolean value) {
        enabled = value;
    }

    public MailboxState mailbox() {
        return mailbox;
    }

    /// Whether Exchange Online answers for the person at this time: a new licence takes a while to become a mailbox.
    public boolean hasMailbox(Instant now) {
        var inCloud = mailbox == MailboxState.SHARED || mailbox == MailboxState.CLOUD && isLicensedFor("exchange_s_");
        return inCloud && !now.isBefore(servicesReadyAt);
    }

    public boolean hasTeams(Instant now) {
        return isLicensedFor("teams") && !now.isBefore(servicesReadyAt);
    }

    public boolean hasDrive(Instant now) {
        return hasDrive && isLicensedFor("sharepoint") && !now.isBefore(servicesReadyAt);
    }

    /// Whether the licences contain a plan whose name starts so, leaving out the two that only sound like a service.
    private boolean isLicensedFor(String prefix) {
        return licences.entrySet().stream().flatMap(entry -> entry.getKey().plans().stream()
                        .filter(plan -> !entry.getValue().contains(plan)))
                .anyMatch(plan -> plan != ServicePlan.EXCHANGE_S_FOUNDATION && plan != ServicePlan.SHAREPOINTWAC_EDU
                && plan.gives(prefix));
    }

    /// The licences with the plans that are switched off in each.
    public Map<Sku, Set<ServicePlan>> licences() {
        return licences;
    }

    public Instant licensedAt() {
        return licensedAt;
    }

    /// Whether the licence is still being turned into services.
    public boolean isPending(Instant now) {
        return now.isBefore(servicesReadyAt);
    }

    Person license(Sku sku, ServicePlan... switchedOff) {
        var off = EnumSet.noneOf(ServicePlan.class);
        off.addAll(List.of(switchedOff));
        licences.put(sku, off);
        licensedAt = card.created();
        return this;
    }

    void licenceAssigned(Instant at, Instant ready) {
        licensedAt = at;
        servicesReadyAt = ready;
    }

    void withdrawLicences() {
        licences.clear();
    }

    Person mailbox(MailboxState state) {
        mailbox = state;
        return this;
    }

    Person withoutDrive() {
        hasDrive = false;
        return this;
    }

    void provisionDrive() {
        hasDrive = true;
    }
}
