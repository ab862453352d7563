package app.lectern.meetings;

import app.lectern.accounts.Account;
import app.lectern.accounts.OrganiserDirectory;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.jobs.Progress;
import app.lectern.store.Store;
import java.util.List;

/// Whose calendars are read: those that were chosen; else everybody's who can organise meetings; for a signed-in person the own.
public final class CalendarOwners {
    private final OrganiserDirectory directory;
    private final IntegrationAccess access;
    private final CalendarStore store;

    public CalendarOwners(OrganiserDirectory directory, IntegrationAccess access, Store store) {
        this.directory = directory;
        this.access = access;
        this.store = new CalendarStore(store);
    }

    public List<Organiser> of(Integration integration, Progress progress) {
        if (!access.isAppOnly(integration)) {
            return List.of(organiser(directory.signedIn(integration)));
        }
        var chosen = store.chosen(integration.id());
        return chosen.isEmpty() ? directory.everybody(integration, progress).stream().map(CalendarOwners::organiser).toList() : chosen;
    }

    /// Empty when everybody's calendar is read.
    public List<Organiser> chosen(Integration integration) {
        return store.chosen(integration.id());
    }

    public void choose(Integration integration, List<Organiser> owners) {
        store.choose(integration.id(), owners);
    }

    private static Organiser organiser(Account account) {
        return new Organiser(account.objectId(), account.mail().isEmpty() ? account.userPrincipalName() : account.mail(), account.displayName());
    }
}
