package app.lectern.accounts;

import com.microsoft.graph.models.Drive;
import com.microsoft.graph.models.LicenseDetails;
import com.microsoft.graph.models.LicenseDetailsCollectionResponse;
import com.microsoft.graph.models.MailboxSettings;
import com.microsoft.graph.models.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the SDK's objects into this room's own records. Every property may be missing: Graph leaves out what the
/// permission does not cover, without a word.
final class AccountAnswersGraph {
    private AccountAnswersGraph() {}

    static Account account(User user) {
        var plans = new ArrayList<Account.AssignedPlan>();
        for (var plan : orEmpty(user.getAssignedPlans())) {
            if (plan.getServicePlanId() != null) {
                var status = text(plan.getCapabilityStatus());
                plans.add(new Account.AssignedPlan(
                        plan.getServicePlanId().toString(),
                        status.equals("Enabled") || status.equals("Warning"),
                        Optional.ofNullable(plan.getAssignedDateTime()).map(java.time.OffsetDateTime::toInstant)));
            }
        }
        return new Account(
                text(user.getId()),
                text(user.getDisplayName()),
                text(user.getUserPrincipalName()),
                text(user.getMail()),
                text(user.getJobTitle()),
                text(user.getDepartment()),
                Optional.ofNullable(user.getAccountEnabled()),
                text(user.getUserType()),
                Boolean.TRUE.equals(user.getOnPremisesSyncEnabled()),
                orEmpty(user.getProxyAddresses()).stream().map(AccountAnswersGraph::address).toList(),
                plans);
    }

    /// `SMTP:` marks the primary address and `smtp:` the others; other kinds are no mail addresses.
    private static String address(String proxy) {
        return proxy.toLowerCase(Locale.ROOT).startsWith("smtp:") ? proxy.substring(5).toLowerCase(Locale.ROOT) : proxy;
    }

    static Probes.Mailbox mailbox(MailboxSettings settings) {
        var purpose = settings.getUserPurpose();
        return new Probes.Mailbox(text(settings.getTimeZone()), purpose == null ? "" : purpose.getValue());
    }

    static List<ServicePlans.Row> plans(LicenseDetailsCollectionResponse licences) {
        var rows = new ArrayList<ServicePlans.Row>();
        for (LicenseDetails licence : orEmpty(licences.getValue())) {
            for (var plan : orEmpty(licence.getServicePlans())) {
                rows.add(new ServicePlans.Row(
                        text(licence.getSkuPartNumber()),
                        String.valueOf(plan.getServicePlanId()),
                        text(plan.getServicePlanName()),
                        text(plan.getProvisioningStatus()),
                        // absent on old answers, and then it is the user's own
                        plan.getAppliesTo() == null || plan.getAppliesTo().equals("User")));
            }
        }
        return rows;
    }

    static Probes.Quota quota(Drive drive) {
        var quota = drive.getQuota();
        if (quota == null) {
            return new Probes.Quota(0, 0, 1, "");
        }
        long total = number(quota.getTotal());
        long used = number(quota.getUsed());
        return new Probes.Quota(total, used, quota.getRemaining() == null ? total - used : quota.getRemaining(), text(quota.getState()));
    }

    private static long number(Long value) {
        return value == null ? 0 : value;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
