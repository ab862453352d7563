package app.lectern.meetings.planning;

import app.lectern.accounts.AccountReport;
import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.MailAddress;
import app.lectern.accounts.Organisers;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out whose meetings slots will be: the organiser that was named, or whoever the order of organisers finds. Each account is
/// asked for once.
final class SlotOrganisers {
    private final AccountVerifier accounts;
    private final Organisers organisers;

    SlotOrganisers(AccountVerifier accounts, Organisers organisers) {
        this.accounts = accounts;
        this.organisers = organisers;
    }

    /// An account that can organise, or why it cannot.
    private record Judged(Optional<AccountReport> report, Optional<Problem> problem) {}

    /// The slots with their organisers; those that have none are failed, with the reason.
    List<Slot> found(Integration of, List<Slot> slots, Progress progress) throws InterruptedException {
        var open = slots.stream().filter(slot -> slot.organiserId().isEmpty()).toList();
        if (open.isEmpty()) {
            return slots;
        }
        var named = open.stream().map(slot -> MailAddress.normalised(slot.planned().organiser())).filter(each -> !each.isEmpty()).distinct().toList();
        var judged = new HashMap<String, Judged>();
        var reports = accounts.fresh(of, named, progress);
        for (int at = 0; at < named.size(); at++) {
            judged.put(named.get(at), judged(reports.get(at)));
        }
        if (open.stream().anyMatch(slot -> slot.planned().organiser().isEmpty())) {
            judged.put("", usual(of, progress));
        }
        var found = new ArrayList<Slot>();
        for (var slot : slots) {
            found.add(slot.organiserId().isEmpty() ? with(slot, judged) : slot);
        }
        return found;
    }

    private static Slot with(Slot slot, Map<String, Judged> judged) {
        var organiser = judged.get(MailAddress.normalised(slot.planned().organiser()));
        return organiser.report().map(report -> slot.organisedBy(report.address(), report.objectId()))
                .orElseGet(() -> slot.in(MeetingState.FAILED).with(organiser.problem()));
    }

    private Judged judged(AccountReport report) {
        try {
            var obstacle = accounts.obstacle(report);
            return obstacle.isPresent() ? new Judged(Optional.empty(), obstacle) : new Judged(Optional.of(report), Optional.empty());
        } catch (ProblemException unknown) {
            return new Judged(Optional.empty(), Optional.of(unknown.problem()));
        }
    }

    private Judged usual(Integration of, Progress progress) throws InterruptedException {
        try {
            return new Judged(Optional.of(organisers.resolve(of, progress).organiser()), Optional.empty());
        } catch (ProblemException nobody) {
            return new Judged(Optional.empty(), Optional.of(nobody.problem()));
        }
    }

    /// The name under which somebody is known, else the address.
    String name(Integration of, String address) {
        return accounts.known(of, address).map(AccountReport::displayName).orElse(address);
    }

    /// What is wrong with the organiser of a plan.
    Optional<SlotFault> fault(Integration of, Planned planned, Progress progress) throws InterruptedException {
        var address = MailAddress.normalised(planned.organiser());
        if (!address.isEmpty() && !MailAddress.isWellFormed(address)) {
            return Optional.empty();
        }
        var judged = address.isEmpty() ? usual(of, progress) : judged(accounts.fresh(of, address, progress));
        return judged.problem().map(problem -> new SlotFault(SlotField.ORGANISER,
                address.isEmpty() ? SlotFault.What.ORGANISER_NONE
                        : problem.code() == Problem.Code.USER_UNKNOWN ? SlotFault.What.ORGANISER_UNKNOWN : SlotFault.What.ORGANISER_CANNOT, address));
    }
}
