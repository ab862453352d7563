package app.lectern.demo.operations;

import app.lectern.demo.school.MailboxState;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.School;
import app.lectern.demo.school.ServicePlan;
import app.lectern.demo.school.Sku;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/// A person as Graph's `user`: the eleven properties that come unasked, and those that must be selected.
final class PersonJson {
    private final School school;

    PersonJson(School school) {
        this.school = school;
    }

    ObjectNode defaults(Person person) {
        var card = person.card();
        var json = Json.object();
        json.putArray("businessPhones");
        json.put("displayName", card.displayName()).put("givenName", card.givenName()).put("jobTitle", card.jobTitle())
                .put("mail", card.mail()).putNull("mobilePhone").putNull("officeLocation")
                .put("preferredLanguage", person.isGuest() ? null : "en-GB").put("surname", card.surname())
                .put("userPrincipalName", card.userPrincipalName()).put("id", card.id());
        return json;
    }

    ObjectNode everything(Person person, Instant now) {
        var card = person.card();
        var json = defaults(person);
        var name = card.userPrincipalName();
        json.put("accountEnabled", person.enabled()).put("userType", card.kind()).put("department", card.department())
                .put("usageLocation", person.licences().isEmpty() ? null : "GB")
                .put("companyName", person.isGuest() ? null : school.identity().displayName())
                .put("mailNickname", name.substring(0, name.indexOf('@'))).put("createdDateTime", Json.seconds(card.created()))
                .put("externalUserState", person.isGuest() ? "Accepted" : null)
                .put("creationType", person.isGuest() ? "Invitation" : null)
                .put("onPremisesSyncEnabled", person.mailbox() == MailboxState.ON_PREMISES ? Boolean.TRUE
                : null);
        json.set("otherMails", Json.array(card.otherMails()));
        var addresses = json.putArray("proxyAddresses");
        if (card.mail() != null) {
            addresses.add("SMTP:" + card.mail());
            if (!person.isGuest()) {
                addresses.add("smtp:" + name.substring(0, name.indexOf('@')) + "@" + school.identity().domains().getLast());
            }
        }
        json.set("assignedLicenses", assignedLicenses(person));
        json.set("assignedPlans", assignedPlans(person));
        json.set("provisionedPlans", provisionedPlans(person, now));
        return json;
    }

    private static ArrayNode assignedLicenses(Person person) {
        var list = Json.object().putArray("list");
        person.licences().forEach((sku, off) -> {
            var licence = list.addObject();
            licence.set("disabledPlans", Json.array(off.stream().map(ServicePlan::id).toList()));
            licence.put("skuId", sku.id());
        });
        return list;
    }

    private static ArrayNode assignedPlans(Person person) {
        var list = Json.object().putArray("list");
        person.licences().forEach((sku, off) -> sku.plans().forEach(plan -> list.addObject()
                .put("assignedDateTime", Json.seconds(person.licensedAt()))
                .put("capabilityStatus", off.contains(plan) ? "Deleted" : "Enabled")
                .put("service", plan.service()).put("servicePlanId", plan.id())));
        return list;
    }

    private static ArrayNode provisionedPlans(Person person, Instant now) {
        var list = Json.object().putArray("list");
        person.licences().forEach((sku, off) -> sku.plans().stream().filter(plan -> !off.contains(plan))
                .forEach(plan -> list.addObject()
                .put("capabilityStatus", "Enabled")
                .put("provisioningStatus", person.isPending(now) ? "PendingProvisioning" : "Success")
                .put("service", plan.service())));
        return list;
    }

    ObjectNode licence(Person person, Sku sku, Set<ServicePlan> off, Instant now) {
        var json = Json.object().put("id", school.ids().letters("licence" + sku.name(), person.number(), 43))
                .put("skuId", sku.id()).put("skuPartNumber", sku.name());
        var plans = json.putArray("servicePlans");
        for (var plan : sku.plans()) {
            var status = off.contains(plan) ? "Disabled" : person.isPending(now) && plan.appliesTo().equals("User")
                    ? "PendingProvisioning" : "Success";
            plans.add(plan(plan, status));
        }
        return json;
    }

    static ObjectNode plan(ServicePlan plan, String status) {
        return Json.object().put("servicePlanId", plan.id()).put("servicePlanName", plan.name())
                .put("provisioningStatus", status).put("appliesTo", plan.appliesTo());
    }
}
