package app.lectern.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of Microsoft's service plans give a mailbox, Teams, or OneDrive; and the ones whose names only sound like it.
/// Ids, not names: names repeat between clouds and languages.
final class ServicePlans {
    /// In nearly every licence, company-wide, and no mailbox.
    static final String EXCHANGE_FOUNDATION = "113feb6c-3fe4-4440-bddc-54d774bf0318";
    /// Skype for Business, which has outlived its product as part of licences.
    static final String SKYPE = "0feaeb32-d00e-4d66-bd5a-43b5b83db82c";
    /// Office for the web: opens documents, stores none. Commercial and school edition.
    static final Set<String> WEB_APPS = Set.of("e95bec33-7c88-4a70-8e19-b10bd9d0c014", "e03c7e47-402c-463c-ab25-949079bedb21");

    static final Set<String> EXCHANGE = Set.of(
            "9aaf7827-d63c-4b61-89c3-182f06f82e5c", // EXCHANGE_S_STANDARD
            "efb87545-963c-4e0d-99df-69c6916d9eb0", // EXCHANGE_S_ENTERPRISE
            "4a82b400-a79f-41a4-b4e2-e94f5787b113", // EXCHANGE_S_DESKLESS
            "90927877-dcff-4af6-b346-2332c0b15bb7", // EXCHANGE_B_STANDARD
            "d42bdbd6-c335-4231-ab3d-c8f348d5aff5", // EXCHANGE_L_STANDARD
            "1126bef5-da20-4f07-b45e-ad25d2581aa8", // EXCHANGE_S_ESSENTIALS
            "e9b4930a-925f-45e2-ac2a-3f7788ca6fdd", // government, plan 1
            "8c3069c0-ccdb-44be-ab77-986203a67df2", // government, plan 2
            "88f4d7ef-a73b-4246-8047-516022144c9f"); // government, kiosk
    static final Set<String> TEAMS = Set.of(
            "57ff2da0-773e-42df-b2af-ffb7a2317929", // TEAMS1
            "42a3ec34-28ba-46b6-992f-db53a675ac5b", // MCO_TEAMS_IW
            "304767db-7d23-49e8-a945-4a7eb65f9f28", // TEAMS_GOV
            "9953b155-8aef-4c56-92f3-72b0487fce41", // TEAMS_AR_GCCHIGH
            "fd500458-c24c-478e-856c-a6067a8376cd", // TEAMS_AR_DOD
            "4fa4026d-ce74-4962-a151-8e96d57ea8e4"); // TEAMS_FREE
    static final Set<String> FILES = Set.of(
            "c7699d2e-19aa-44de-8edf-1736da088ca1", // SHAREPOINTSTANDARD
            "5dbe027f-2339-4123-9542-606e4d348a72", // SHAREPOINTENTERPRISE
            "902b47e5-dcb2-4fdc-858b-c63a90a2bdb9", // SHAREPOINTDESKLESS
            "0a4983bb-d3e5-4a09-95d8-b2d0127b3df5", // SHAREPOINTSTANDARD_EDU
            "63038b2c-28d0-45f6-bc36-33062963b498", // SHAREPOINTENTERPRISE_EDU
            "153f85dd-d912-4762-af6c-d6e0fb4f6692", // SHAREPOINTENTERPRISE_GOV
            "6b5b6a67-fc72-4a1f-a2b5-beecf05de761", // SHAREPOINTENTERPRISE_MIDMARKET
            "13696edf-5a08-49f6-8134-03083ed8ba30", // ONEDRIVESTANDARD
            "afcafa6a-d966-4462-918c-ec0b4e0fe642", // ONEDRIVEENTERPRISE
            "da792a53-cbc0-4184-a10d-e544dd34b3c1", // ONEDRIVE_BASIC
            "4495894f-534f-41ca-9d3b-0ebf1220a423"); // ONEDRIVE_BASIC_P2

    private static final Map<Check, Set<String>> GIVING =
            Map.of(Check.EXCHANGE_PLAN, EXCHANGE, Check.TEAMS_PLAN, TEAMS, Check.FILES_PLAN, FILES);

    private ServicePlans() {}

    /// One plan within one licence of an account, as `licenseDetails` tells it.
    ///
    /// @param status `Success`, `Disabled`, `Error`, `PendingInput`, `PendingActivation` or `PendingProvisioning`
    record Row(String licence, String planId, String planName, String status, boolean ofUser) {
        boolean isReady() {
            return status.equals("Success");
        }

        boolean isPending() {
            return status.startsWith("Pending");
        }
    }

    /// The best plan for a check and what it means: licences add up, so one that is ready outweighs all others.
    record Standing(AccountReason reason, String plan, String licence) {
        boolean gives() {
            return reason == AccountReason.PLAN_READY || reason == AccountReason.PLAN_ASSIGNED || reason == AccountReason.PLAN_PENDING;
        }
    }

    static Set<String> giving(Check check) {
        return GIVING.get(check);
    }

    static Standing standing(Check check, Collection<Row> rows) {
        var mine = rows.stream().filter(row -> row.ofUser() && GIVING.get(check).contains(row.planId())).toList();
        return first(mine.stream().filter(Row::isReady).toList(), AccountReason.PLAN_READY)
                .or(() -> first(mine.stream().filter(Row::isPending).toList(), AccountReason.PLAN_PENDING))
                .or(() -> first(mine.stream().filter(row -> row.status().equals("Error")).toList(), AccountReason.PLAN_FAULTY))
                .or(() -> first(mine, AccountReason.PLAN_OFF))
                .orElseGet(() -> none(check, rows));
    }

    private static java.util.Optional<Standing> first(List<Row> rows, AccountReason reason) {
        return rows.stream().findFirst().map(row -> new Standing(reason, row.planName(), row.licence()));
    }

    private static Standing none(Check check, Collection<Row> rows) {
        var trap = rows.stream().filter(row -> isTrap(check, row.planId())).findFirst();
        var reason = trap.isEmpty() ? AccountReason.PLAN_NONE : switch (check) {
            case EXCHANGE_PLAN -> AccountReason.PLAN_FOUNDATION_ONLY;
            case TEAMS_PLAN -> AccountReason.PLAN_SKYPE_ONLY;
            default -> AccountReason.PLAN_WEB_APPS_ONLY;
        };
        return new Standing(reason, trap.map(Row::planName).orElse(""), trap.map(Row::licence).orElse(""));
    }

    private static boolean isTrap(Check check, String planId) {
        return switch (check) {
            case EXCHANGE_PLAN -> planId.equals(EXCHANGE_FOUNDATION);
            case TEAMS_PLAN -> planId.equals(SKYPE);
            default -> WEB_APPS.contains(planId);
        };
    }

    /// The same from the directory's own list, for who may not read licences: assigned or not, and nothing of provisioning.
    static Standing assigned(Check check, Account account) {
        var mine = account.plans().stream().filter(plan -> GIVING.get(check).contains(plan.planId())).toList();
        var reason = mine.isEmpty()
                ? AccountReason.PLAN_NONE
                : mine.stream().anyMatch(Account.AssignedPlan::active) ? AccountReason.PLAN_ASSIGNED : AccountReason.PLAN_OFF;
        return new Standing(reason, "", "");
    }
}
