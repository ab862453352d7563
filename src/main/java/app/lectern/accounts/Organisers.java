package app.lectern.accounts;

import app.lectern.accounts.EmailChain.Candidate;
import app.lectern.accounts.EmailChain.Role;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Resolves as whom meetings are created: gathers the candidates of an integration, has them checked where no fresh result
/// is at hand, and lets the [EmailChain] decide. Meetings, deliverables and the command line all ask here.
public final class Organisers {
    private final AccountVerifier verifier;
    private final AccountsStore store;

    public Organisers(AccountVerifier verifier, Store store) {
        this.verifier = verifier;
        this.store = new AccountsStore(store);
    }

    /// The chain with every candidate that matters checked within the last quarter of an hour.
    public EmailChain resolve(Integration integration, Progress progress) throws InterruptedException {
        return resolve(integration, order(integration), progress);
    }

    /// The same under an order that is not saved.
    public EmailChain resolve(Integration integration, OrganiserOrder order, Progress progress) throws InterruptedException {
        var candidates = candidates(integration, order);
        var set = candidates.stream().filter(Candidate::isSet).map(Candidate::address).distinct().toList();
        var reports = verifier.fresh(integration, set, progress);
        var judged = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            judged.add(candidate.isSet()
                    ? new Candidate(candidate.role(), candidate.address(), Optional.ofNullable(reports.get(set.indexOf(candidate.address()))))
                    : candidate);
        }
        return EmailChain.of(judged);
    }

    /// The chain as past results show it, without asking Microsoft.
    public EmailChain known(Integration integration) {
        var candidates = new ArrayList<Candidate>();
        for (var candidate : candidates(integration, order(integration))) {
            var report = candidate.isSet() ? verifier.known(integration, candidate.address()) : Optional.<AccountReport>empty();
            candidates.add(new Candidate(candidate.role(), candidate.address(), report));
        }
        return EmailChain.of(candidates);
    }

    public OrganiserOrder order(Integration integration) {
        return store.order(integration.id());
    }

    public void keep(Integration integration, OrganiserOrder order) {
        store.keep(integration.id(), order);
    }

    private List<Candidate> candidates(Integration integration, OrganiserOrder order) {
        return order.roles().stream().map(role -> new Candidate(role, address(integration, order, role), Optional.empty())).toList();
    }

    private String address(Integration integration, OrganiserOrder order, Role role) {
        return MailAddress.normalised(switch (role) {
            case SIGNED_IN_USER -> integration.signInMethod().isUnattended() ? order.ownAddress() : verifier.signedIn(integration);
            case INTEGRATION_OWNER -> integration.owner();
            case SERVICE_ACCOUNT -> integration.serviceAccount();
        });
    }
}
