package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.School;
import app.lectern.demo.school.Sku;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// The organisation and the licences that it has bought.
final class TenantOperations {
    private static final Paging PAGES = new Paging(100, 999);

    private final School school;

    TenantOperations(School school) {
        this.school = school;
    }

    void register(LockedRoutes routes) {
        routes.get("/organization", Right.READ_ORGANISATION,
                call -> PAGES.answer(call, "organization", List.of(school), this::organisation));
        routes.get("/organization/{organization}", Right.READ_ORGANISATION, this::single);
        routes.get("/subscribedSkus", Right.READ_SKUS,
                call -> PAGES.answer(call, "subscribedSkus", List.of(Sku.values()), this::sku));
    }

    private GraphAnswer single(GraphCall call) {
        if (!call.variable("organization").equalsIgnoreCase(school.identity().tenantId())) {
            throw GraphRefusal.directoryNotFound(call.variable("organization"));
        }
        return GraphAnswer.ok(Projection.apply(call, organisation(school)));
    }

    private ObjectNode organisation(School college) {
        var identity = college.identity();
        var json = Json.object().put("id", identity.tenantId()).put("displayName", identity.displayName()).put("city", "Norwich")
                .put("country", "United Kingdom").put("countryLetterCode", "GB").put("postalCode", "NR1 1AA")
                .put("preferredLanguage", "en")
                .putNull("state").put("street", "1 Northfield Road").put("tenantType", "AAD").put("defaultUsageLocation", "GB")
                .putNull("onPremisesSyncEnabled").put("createdDateTime", Json.seconds(Instant.parse("2019-09-02T08:00:00Z")));
        json.set("businessPhones", Json.array(List.of("+44 1632 960100")));
        json.set("technicalNotificationMails", Json.array(List.of("hannah.ivers@" + identity.defaultDomain())));
        var plans = json.putArray("assignedPlans");
        for (var plan : Sku.M365EDU_A3_FACULTY.plans()) {
            plans.addObject().put("assignedDateTime", "2019-09-02T08:05:00Z").put("capabilityStatus", "Enabled")
                    .put("service", plan.service()).put("servicePlanId", plan.id());
        }
        var domains = json.putArray("verifiedDomains");
        for (int i = 0; i < identity.domains().size(); i++) {
            domains.addObject().put("capabilities", "Email, OfficeCommunicationsOnline").put("isDefault", i == 0)
                    .put("isInitial", i == identity.domains().size() - 1).put("name", identity.domains().get(i))
                    .put("type", "Managed");
        }
        return json;
    }

    private ObjectNode sku(Sku sku) {
        var used = school.people().all().stream().filter(person -> person.licences().containsKey(sku)).count();
        var json = Json.object().put("capabilityStatus", "Enabled").put("consumedUnits", (int) used)
                .put("id", school.identity().tenantId() + "_" + sku.id());
        json.putObject("prepaidUnits").put("enabled", Math.max(sku.bought(), (int) used)).put("suspended", 0).put("warning", 0)
                .put("lockedOut", 0);
        var plans = json.putArray("servicePlans");
        sku.plans().forEach(plan -> plans.add(PersonJson.plan(plan, "Success")));
        return json.put("skuId", sku.id()).put("skuPartNumber", sku.name()).put("appliesTo", "User");
    }
}
