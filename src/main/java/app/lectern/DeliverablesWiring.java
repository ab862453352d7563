package app.lectern;

import app.lectern.accounts.AccountVerifier;
import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.activity.AuditTrail;
import app.lectern.activity.LogLevel;
import app.lectern.deliverables.CalendarSharing;
import app.lectern.deliverables.Deliverable;
import app.lectern.deliverables.DeliverableExport;
import app.lectern.deliverables.DeliverableImport;
import app.lectern.deliverables.DeliverableSync;
import app.lectern.deliverables.Deliverables;
import app.lectern.deliverables.DeliverablesCommand;
import app.lectern.deliverables.DeliverablesDesk;
import app.lectern.deliverables.ReviewDraft;
import app.lectern.deliverables.RollOut;
import app.lectern.deliverables.RollingOut;
import app.lectern.deliverables.TestDate;
import app.lectern.deliverables.SyncReport;
import app.lectern.demo.DemoHost;
import app.lectern.demo.TenantIdentity;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.store.Store;
import app.lectern.tables.TableFile;
import app.lectern.sync.Checkpoints;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The services of the room `deliverables`, constructed and connected.
final class DeliverablesWiring {
    /// The demo tenant's integration begins without a service account; this mailbox is there for one.
    private static final String SIMULATED_MAILBOX = "lms-teams-service@" + TenantIdentity.NORTHFIELD.defaultDomain();

    final Deliverables list;
    final DeliverableSync sync;
    final CalendarSharing sharing;
    final DeliverableImport imports;
    final DeliverableExport exports;
    final RollingOut rollOut;
    private final AccountVerifier accounts;
    private final Integrations integrations;
    private final DemoHost demo;
    private final Words words;

    DeliverablesWiring(
            Home home, AccountVerifier accounts, Store store, Integrations integrations, IntegrationAccess access, DemoHost demo, AuditTrail audit, Checkpoints checkpoints,
            Words words, Clock clock) {
        this.accounts = accounts;
        this.integrations = integrations;
        this.demo = demo;
        this.words = words;
        list = new Deliverables(store, of -> of.isSimulated() ? SIMULATED_MAILBOX : "", words, clock);
        sync = new DeliverableSync(list, access::session, home, store, words, clock);
        sharing = new CalendarSharing(list, access::session);
        imports = new DeliverableImport(list, TableFile::cells);
        exports = new DeliverableExport(list, words, clock);
        var test = new TestDate(list, access::session, home, checkpoints, words, clock);
        rollOut = new RollingOut(new RollOut(list, test, sharing), test);
        integrations.keeps(list);
        sync.onApplied((of, report) -> audit.note(note(of, report)));
    }

    private AuditNote note(Integration of, SyncReport report) {
        return AuditNote.of(AuditDeed.DELIVERABLES_APPLIED, list.settings(of).calendarName()).in(of.key())
                .level(report.failures().isEmpty() ? LogLevel.INFO : LogLevel.WARNING)
                .outcome(words.text("deliverables.done", report.done(), report.failures().size()));
    }

    DeliverablesCommand.Parts forCommand(Integration of) {
        return new DeliverablesCommand.Parts(list, sync, imports, exports, rollOut, of);
    }

    DeliverablesDesk desk(Optional<Consumer<ReviewDraft>> review) {
        return new DeliverablesDesk(list, sync, sharing, imports, exports, integrations::find, this::samples, accounts::search, review, Optional.of(rollOut));
    }

    /// For the pictures of the tour.
    void showSamples(Integration of) {
        list.restore(of, samples(of));
    }

    /// The project list of the demo tenant's college; a real tenant has none to offer.
    private List<Deliverable> samples(Integration of) {
        if (!of.isSimulated()) {
            return List.of();
        }
        return demo.projects().stream().map(each -> new Deliverable(each.id(), each.project(), each.client().equals("Internal") ? "" : each.client(),
                each.title(), OptionalInt.empty(), Optional.ofNullable(each.due()), "", each.owners(), "", Optional.empty())).toList();
    }
}
