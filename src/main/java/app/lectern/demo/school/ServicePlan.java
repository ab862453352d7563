package app.lectern.demo.school;

import java.util.Locale;

/// The service plans that the school's licences contain, with Microsoft's ids.
public enum ServicePlan {
    EXCHANGE_S_ENTERPRISE("efb87545-963c-4e0d-99df-69c6916d9eb0", "exchange"),
    EXCHANGE_S_STANDARD("9aaf7827-d63c-4b61-89c3-182f06f82e5c", "exchange"),
    /// Part of every licence and no mailbox: the classic trap.
    EXCHANGE_S_FOUNDATION("113feb6c-3fe4-4440-bddc-54d774bf0318", "exchange"),
    TEAMS1("57ff2da0-773e-42df-b2af-ffb7a2317929", "TeamspaceAPI"),
    SHAREPOINTENTERPRISE_EDU("63038b2c-28d0-45f6-bc36-33062963b498", "SharePoint"),
    SHAREPOINTSTANDARD_EDU("0a4983bb-d3e5-4a09-95d8-b2d0127b3df5", "SharePoint"),
    SHAREPOINTWAC_EDU("e03c7e47-402c-463c-ab25-949079bedb21", "MicrosoftOffice"),
    MCOSTANDARD("0feaeb32-d00e-4d66-bd5a-43b5b83db82c", "MicrosoftCommunicationsOnline"),
    MCOMEETADV("3e26ee1f-8a5f-4d52-aee2-b81ce45c8f40", "MicrosoftCommunicationsOnline");

    private final String id;
    private final String service;

    ServicePlan(String id, String service) {
        this.id = id;
        this.service = service;
    }

    public String id() {
        return id;
    }

    public String service() {
        return service;
    }

    /// The plan belongs to the tenant rather than to a person.
    public String appliesTo() {
        return this == EXCHANGE_S_FOUNDATION ? "Company" : "User";
    }

    public boolean gives(String wanted) {
        return name().toLowerCase(Locale.ROOT).startsWith(wanted);
    }
}
