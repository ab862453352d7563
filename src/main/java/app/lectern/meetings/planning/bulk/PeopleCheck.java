package app.lectern.meetings.planning.bulk;

import app.lectern.accounts.AccountReport;
import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.AddressLookup;
import app.lectern.accounts.MailAddress;
import app.lectern.accounts.Organisers;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.SlotField;
import app.lectern.meetings.planning.bulk.RowNote.What;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Looks everybody of a list up: organisers whether they can organise, attendees whether the directory knows them. Each address is asked
/// about once, however many rows name it. What cannot be asked is said, and keeps nobody from rehearsing.
final class PeopleCheck {
    private final Organisers order;
    private final AccountVerifier verifier;
    private final AddressLookup lookup;

    PeopleCheck(Organisers order, AccountVerifier verifier, AddressLookup lookup) {
        this.order = order;
        this.verifier = verifier;
        this.lookup = lookup;
    }

    /// What is known about the people of a list.
    ///
    /// @param usual    who organises where a row names nobody, or why nobody does
    /// @param obstacle by organiser; absent for one who can
    record People(Set<String> domains, Optional<String> usual, Optional<Problem> nobody, Map<String, RowNote> obstacle, Map<String, AddressLookup.Standing> standing,
            Optional<Problem> unchecked) {
        /// The plan with its organiser named, so that clashes are seen.
        Planned organised(Planned plan) {
            return plan.organiser().isEmpty() ? usual.map(plan::withOrganiser).orElse(plan) : plan.withOrganiser(MailAddress.normalised(plan.organiser()));
        }

        List<RowNote> notes(Planned plan) {
            var notes = new ArrayList<RowNote>();
            if (plan.organiser().isEmpty()) {
                notes.add(nobody.map(why -> RowNote.at(SlotColumn.ORGANIZER, What.ORGANISER_NOT_CHECKED, "", why))
                        .orElseGet(() -> RowNote.of(new SlotFault(SlotField.ORGANISER, SlotFault.What.ORGANISER_NONE, ""))));
            } else {
                Optional.ofNullable(obstacle.get(plan.organiser())).ifPresent(notes::add);
            }
            var unanswered = new TreeSet<String>();
            for (var person : plan.attendees()) {
                var address = MailAddress.normalised(person.address());
                switch (standing.getOrDefault(address, AddressLookup.Standing.UNANSWERED)) {
                    case UNKNOWN -> notes.add(RowNote.at(person.required() ? SlotColumn.ATTENDEES : SlotColumn.OPTIONAL, What.ATTENDEE_UNKNOWN, address));
                    case UNANSWERED -> unanswered.add(address);
                    case KNOWN, ELSEWHERE, MALFORMED -> {
                        // nothing that the plan itself does not say
                    }
                }
            }
            if (!unanswered.isEmpty()) {
                notes.add(RowNote.at(SlotColumn.ATTENDEES, What.ATTENDEES_NOT_CHECKED, String.join(", ", unanswered)));
            }
            return notes;
        }
    }

    People look(Integration in, List<Planned> plans, Progress progress) throws InterruptedException {
        var usual = Optional.<String>empty();
        var nobody = Optional.<Problem>empty();
        var unchecked = Optional.<Problem>empty();
        var obstacles = new HashMap<String, RowNote>();
        var found = new AddressLookup.Found(Set.of(), Map.of(), Optional.empty());
        try {
            if (plans.stream().anyMatch(plan -> plan.organiser().isEmpty())) {
                var chain = order.resolve(in, progress);
                usual = chain.winner().map(link -> link.address());
                nobody = usual.isPresent() || chain.problem().code() != Problem.Code.ORGANISER_UNDECIDED ? Optional.empty() : Optional.of(chain.problem());
            }
            var named = plans.stream().map(Planned::organiser).filter(address -> !address.isEmpty()).map(MailAddress::normalised)
                    .filter(MailAddress::isWellFormed).distinct().toList();
            for (var report : verifier.fresh(in, named, progress)) {
                if (report != null) {
                    obstacle(report).ifPresent(note -> obstacles.put(report.address(), note));
                }
            }
            found = lookup.look(in, plans.stream().flatMap(plan -> plan.attendees().stream()).map(person -> person.address()).toList(), progress);
            unchecked = found.refused();
        } catch (ProblemException refused) {
            unchecked = Optional.of(refused.problem());
            nobody = usual.isPresent() ? Optional.empty() : unchecked;
        }
        return new People(found.domains(), usual, nobody, obstacles, found.standing(), unchecked);
    }

    private Optional<RowNote> obstacle(AccountReport report) {
        try {
            return verifier.obstacle(report).map(why -> why.code() == Problem.Code.USER_UNKNOWN
                    ? RowNote.of(new SlotFault(SlotField.ORGANISER, SlotFault.What.ORGANISER_UNKNOWN, report.address()))
                    : RowNote.at(SlotColumn.ORGANIZER, What.ORGANISER_CANNOT, report.address(), why));
        } catch (ProblemException undecided) {
            return Optional.of(RowNote.at(SlotColumn.ORGANIZER, What.ORGANISER_NOT_CHECKED, report.address(), undecided.problem()));
        }
    }
}
