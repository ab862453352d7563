package app.lectern;

import app.lectern.accounts.AccountsViewModel;
import app.lectern.activity.ActivityViewModel;
import app.lectern.activity.CallRows;
import app.lectern.activity.LogViewModel;
import app.lectern.diagnosis.DiagnoseViewModel;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.integrations.screen.IntegrationsViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.screen.MeetingsViewModel;
import app.lectern.overview.OverviewViewModel;
import app.lectern.recordings.screen.RecordingsViewModel;
import app.lectern.shell.Place;
import app.lectern.shell.Shell;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.expiry.ExpiringPane;
import app.lectern.sync.expiry.ExpiringViewModel;
import app.lectern.sync.health.screen.HealthPane;
import app.lectern.sync.health.screen.HealthViewModel;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Carries out the steps that Overview, the health list and the alerts offer: at the chosen integration, on the screen where the
/// thing is mended.
final class WindowFixes {
    /// The view models of the screens that a step may lead to.
    record Screens(OverviewViewModel overview, IntegrationsViewModel integrations, AccountsViewModel accounts, DiagnoseViewModel diagnose,
            HealthViewModel health, ExpiringViewModel expiring, MeetingsViewModel meetings, RecordingsViewModel recordings, Supplier<ActivityViewModel> activity) {}

    private final Wiring wiring;
    private final Jobs jobs;
    private final SwitcherViewModel switcher;
    private final Consumer<SyncOrder> sync;
    private final Screens screens;

    WindowFixes(Wiring wiring, Jobs jobs, SwitcherViewModel switcher, Consumer<SyncOrder> sync, Screens screens) {
        this.wiring = wiring;
        this.jobs = jobs;
        this.switcher = switcher;
        this.sync = sync;
        this.screens = screens;
    }

    void run(Fix fix, Shell shell) {
        switch (fix.kind()) {
            case OPEN_PAGE -> shell.outside().openPage(fix.target());
            case COPY_SCRIPT -> shell.copy(fix.target());
            case OPEN_SETTINGS -> shell.go(Place.SETTINGS);
            case SIGN_IN -> integration(shell, IntegrationsViewModel.Errand.SIGN_IN);
            case ROTATE_SECRET -> rotate(fix.target(), shell);
            case CHOOSE_ACCOUNT -> integration(shell, IntegrationsViewModel.Errand.EDIT);
            case CHECK_ACCOUNT -> account(fix.target(), shell);
            case CHECK_AGAIN -> screens.overview().checkNow();
            case SYNC_NOW -> chosen(shell, of -> sync.accept(SyncOrder.everything(of)));
            case SYNC_MEETING -> chosen(shell, of -> sync.accept(new SyncOrder(of, new SyncScope.Meetings(fix.meetings()), false)));
            case DIAGNOSE_MEETING -> diagnose(fix, shell);
            case REVIEW_PERMISSIONS -> integration(shell, IntegrationsViewModel.Errand.REVIEW);
            case SHOW_RECORDINGS -> recordings(fix, shell);
            case SHOW_CALLS -> calls(fix, shell);
            case SHOW_MEETING -> meeting(fix, shell);
            case SHOW_EXPIRING -> ExpiringPane.open(shell, screens.expiring(), each -> run(each, shell));
            case SHOW_HEALTH -> HealthPane.open(shell, screens.health(), each -> run(each, shell));
        }
    }

    private void chosen(Shell shell, Consumer<Integration> then) {
        var choice = switcher.selected().get();
        if (choice != null) {
            jobs.start(progress -> wiring.integrations.find(choice.id()), then, shell.notifications()::failed);
        }
    }

    /// Of the integration that the step names, else of the chosen one.
    private void rotate(String key, Shell shell) {
        if (key.isEmpty()) {
            integration(shell, IntegrationsViewModel.Errand.ROTATE);
            return;
        }
        jobs.start(progress -> wiring.integrations.find(key), of -> {
            shell.go(Place.INTEGRATIONS);
            screens.integrations().ask(of, IntegrationsViewModel.Errand.ROTATE);
        }, shell.notifications()::failed);
    }

    /// Leads to the choice of what the chosen integration is for.
    void chooseJobs(Shell shell) {
        integration(shell, IntegrationsViewModel.Errand.JOBS);
    }

    private void integration(Shell shell, IntegrationsViewModel.Errand errand) {
        chosen(shell, of -> {
            shell.go(Place.INTEGRATIONS);
            screens.integrations().ask(of, errand);
        });
    }

    private void account(String address, Shell shell) {
        shell.go(Place.ACCOUNTS);
        screens.accounts().inputProperty().set(address);
        screens.accounts().verify();
    }

    private void calls(Fix fix, Shell shell) {
        var activity = screens.activity().get();
        activity.tab.set(ActivityViewModel.Tab.CALLS);
        shell.go(Place.ACTIVITY);
        var choice = switcher.selected().get();
        if (choice != null && !fix.target().isEmpty()) {
            var parts = fix.target().split(" ");
            activity.calls.showBehind(new LogViewModel.Behind(CallRows.valueOf(parts[0]), Duration.parse(parts[1])), choice.id());
        } else {
            activity.calls.clearFilters();
        }
    }

    private void recordings(Fix fix, Shell shell) {
        if (fix.equals(Fix.RECORDINGS_AT_RISK)) {
            screens.recordings().showAtRisk();
        } else {
            screens.recordings().showWaiting();
        }
        shell.go(Place.RECORDINGS);
    }

    private void meeting(Fix fix, Shell shell) {
        shell.go(Place.MEETINGS);
        if (fix.plan().isPresent()) {
            jobs.start(progress -> wiring.meetings.scheduler.find(fix.plan().getAsLong()), found -> found.ifPresent(screens.meetings()::lookAt),
                    shell.notifications()::failed);
        } else {
            jobs.start(progress -> fix.meetings().stream().findFirst().flatMap(wiring.meetings.known::find), found -> found.ifPresent(screens.meetings()::lookAt),
                    shell.notifications()::failed);
        }
    }

    private void diagnose(Fix fix, Shell shell) {
        jobs.start(progress -> fix.meetings().stream().findFirst().flatMap(wiring.meetings.known::find), found -> {
            shell.go(Place.DIAGNOSE);
            found.ifPresent(this::diagnose);
        }, shell.notifications()::failed);
    }

    private void diagnose(Meeting meeting) {
        screens.diagnose().input().set(meeting.joinUrl());
        screens.diagnose().organiser().set(meeting.organiser().address());
        screens.diagnose().diagnose();
    }
}
