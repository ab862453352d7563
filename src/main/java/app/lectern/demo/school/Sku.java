package app.lectern.demo.school;

import java.util.List;

/// The licences that the school has bought.
public enum Sku {
    M365EDU_A3_FACULTY("4b590615-0888-425a-a965-b3bf7789848d", 50, ServicePlan.EXCHANGE_S_ENTERPRISE, ServicePlan.TEAMS1,
            ServicePlan.SHAREPOINTENTERPRISE_EDU, ServicePlan.SHAREPOINTWAC_EDU, ServicePlan.MCOSTANDARD,
            ServicePlan.EXCHANGE_S_FOUNDATION),
    STANDARDWOFFPACK_STUDENT("314c4481-f395-4525-be8b-2ec4bb1e9d91", 500_000, ServicePlan.EXCHANGE_S_STANDARD, ServicePlan.TEAMS1,
            ServicePlan.SHAREPOINTSTANDARD_EDU, ServicePlan.SHAREPOINTWAC_EDU, ServicePlan.MCOSTANDARD,
            ServicePlan.EXCHANGE_S_FOUNDATION),
    MCOMEETADV_FACULTY("4ffb6f37-8a9b-4b9f-8b8a-3e7f3f4f0d4c", 20, ServicePlan.MCOMEETADV),
    EXCHANGESTANDARD("4b9405b0-7788-4568-add1-99614e613b69", 25, ServicePlan.EXCHANGE_S_STANDARD,
    ServicePlan.EXCHANGE_S_FOUNDATION);

    private final String id;
    private final int bought;
    private final List<ServicePlan> plans;

    Sku(String id, int bought, ServicePlan... plans) {
        this.id = id;
        this.bought = bought;
        this.plans = List.of(plans);
    }

    public String id() {
        return id;
    }

    public int bought() {
        return bought;
    }

    public List<ServicePlan> plans() {
        return plans;
    }
}
