package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.ServicePlans.Row;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePlansTest {
    private static final String EXCHANGE = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    private static final String TEAMS = "57ff2da0-773e-42df-b2af-ffb7a2317929";

    private static Row row(String plan, String status) {
        return new Row("A3", plan, "PLAN", status, true);
    }

    @ParameterizedTest
    @CsvSource({"Success, PLAN_READY", "PendingInput, PLAN_PENDING", "PendingActivation, PLAN_PENDING", "PendingProvisioning, PLAN_PENDING",
        "Disabled, PLAN_OFF", "Error, PLAN_FAULTY", "SomethingNew, PLAN_OFF"})
    void provisioningStatesAreToldApart(String status, AccountReason reason) {
        assertThat(ServicePlans.standing(Check.EXCHANGE_PLAN, List.of(row(EXCHANGE, status))).reason()).isEqualTo(reason);
    }

    @Test
    void theBestOfSeveralLicencesCounts() {
        var rows = List.of(row(TEAMS, "Disabled"), row(TEAMS, "PendingProvisioning"), new Row("E5", TEAMS, "TEAMS1", "Success", true));
        assertThat(ServicePlans.standing(Check.TEAMS_PLAN, rows))
                .isEqualTo(new ServicePlans.Standing(AccountReason.PLAN_READY, "TEAMS1", "E5"));
    }

    @ParameterizedTest
    @CsvSource({"EXCHANGE_PLAN, 113feb6c-3fe4-4440-bddc-54d774bf0318, PLAN_FOUNDATION_ONLY", "TEAMS_PLAN, 0feaeb32-d00e-4d66-bd5a-43b5b83db82c, PLAN_SKYPE_ONLY",
        "FILES_PLAN, e03c7e47-402c-463c-ab25-949079bedb21, PLAN_WEB_APPS_ONLY", "FILES_PLAN, e95bec33-7c88-4a70-8e19-b10bd9d0c014, PLAN_WEB_APPS_ONLY",
        "TEAMS_PLAN, 113feb6c-3fe4-4440-bddc-54d774bf0318, PLAN_NONE"})
    void plansThatOnlySoundRightDoNotCount(Check check, String plan, AccountReason reason) {
        assertThat(ServicePlans.standing(check, List.of(row(plan, "Success"))).reason()).isEqualTo(reason);
    }

    @Test
    void aPlanOfTheCompanyIsNobodysOwn() {
        var company = new Row("A3", EXCHANGE, "EXCHANGE_S_ENTERPRISE", "Success", false);
        assertThat(ServicePlans.standing(Check.EXCHANGE_PLAN, List.of(company)).reason()).isEqualTo(AccountReason.PLAN_NONE);
    }

    @Test
    void noPlanGivesTwoThings() {
        var all = new HashSet<>(ServicePlans.EXCHANGE);
        assertThat(all.addAll(ServicePlans.TEAMS)).isTrue();
        all.addAll(ServicePlans.FILES);
        assertThat(all).hasSize(ServicePlans.EXCHANGE.size() + ServicePlans.TEAMS.size() + ServicePlans.FILES.size())
                .doesNotContain(ServicePlans.EXCHANGE_FOUNDATION, ServicePlans.SKYPE)
                .allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }
}
