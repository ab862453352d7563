package app.lectern.integrations;

import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices;
import app.lectern.shell.Place;
import app.lectern.words.Words;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The tenants in the top bar and how each stands. Signs in to the one that is chosen, in the background, so that the
/// first screen already knows whether it works.
public final class SwitcherViewModel implements IntegrationChoices {
    private final Supplier<Integrations> integrations;
    private final Supplier<IntegrationAccess> access;
    private final TaskRunner tasks;
    private final Words words;
    private final Runnable manage;
    private final Runnable add;
    private final Consumer<Problem> failed;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Choice> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper person = new ReadOnlyStringWrapper(System.getProperty("user.name", ""));
    private final Map<String, Standing> standings = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Integration>> integration = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Integration> known = List.of();
    private Job signingIn = Job.NONE;

    private record Standing(Health health, String state) {}

    /// The services are asked for in the background: the switcher is on the screen before there is a store.
    public SwitcherViewModel(
            Supplier<Integrations> integrations,
            Supplier<IntegrationAccess> access,
            TaskRunner tasks,
            Words words,
            Runnable manage,
            Runnable add,
            Consumer<Problem> failed) {
        this.integrations = integrations;
        this.access = access;
        this.tasks = tasks;
        this.words = words;
        this.manage = manage;
        this.add = add;
        this.failed = failed;
        selected.addListener((observed, before, now) -> {
            tell();
            if (now != null && (before == null || !before.id().equals(now.id()))) {
                signIn(now.id());
            }
        });
    }

    /// Reads the integrations and chooses `remembered`, or else the first. `first` provides one when there is none.
    public void load(String remembered, Callable<?> first) {
        tasks.start(progress -> {
            if (integrations.get().list().isEmpty()) {
                first.call();
            }
            return integrations.get().list();
        }, found -> {
            known = found.stream().filter(Integration::active).toList();
            show();
            choices.stream().filter(each -> each.id().equals(remembered)).findFirst()
                    .or(() -> choices.stream().findFirst())
                    .ifPresent(selected::set);
        }, failed);
    }

    /// There is no way to Microsoft, for all that is known of the credential.
    public void offline(String id) {
        stand(id, new Standing(Health.UNKNOWN, words.text("integration-state.offline")));
    }

    /// There is a way again.
    public void online(String id) {
        if (selected.get() != null && selected.get().id().equals(id)) {
            signIn(id);
        } else {
            stand(id, new Standing(Health.UNKNOWN, words.text("integration-state.unknown")));
        }
    }

    private void signIn(String id) {
        signingIn.cancel();
        var chosen = known.stream().filter(each -> each.key().equals(id)).findFirst().orElseThrow();
        stand(id, new Standing(Health.UNKNOWN, words.text("integration-state.signing-in")));
        signingIn = tasks.start(progress -> access.get().signIn(chosen), signedIn -> {
            stand(id, new Standing(Health.OK, words.text("integration-state.connected")));
            person.set(signedIn.appOnly() ? System.getProperty("user.name", "") : Optional.of(signedIn.displayName())
                    .filter(name -> !name.isBlank()).orElse(signedIn.account()));
        }, problem -> {
            stand(id, new Standing(Health.FAILED, words.text("integration-state.failed")));
            failed.accept(problem);
        });
    }

    private void stand(String id, Standing standing) {
        standings.put(id, standing);
        show();
    }

    /// Rows are records: what changed is a new row in the old one's place, and the selection moves with it.
    private void show() {
        var selectedId = Optional.ofNullable(selected.get()).map(Choice::id);
        choices.setAll(known.stream().map(this::choice).toList());
        selectedId.flatMap(id -> choices.stream().filter(each -> each.id().equals(id)).findFirst()).ifPresent(selected::set);
        tell();
    }

    private void tell() {
        var id = Optional.ofNullable(selected.get()).map(Choice::id);
        integration.set(known.stream().filter(each -> id.filter(each.key()::equals).isPresent()).findFirst());
    }

    /// The chosen one with all that is known of it, such as what it is for.
    public ReadOnlyObjectProperty<Optional<Integration>> integration() {
        return integration.getReadOnlyProperty();
    }

    private Choice choice(Integration of) {
        var standing = standings.getOrDefault(of.key(), new Standing(Health.UNKNOWN, words.text("integration-state.unknown")));
        return new Choice(of.key(), of.name(), words.of(of.signInMethod()), standing.state(), standing.health(), of.isSimulated(), places(of.role()));
    }

    /// Who fetches recordings need not see how a tenant is connected, and who supports needs no due dates.
    private static Set<Place> places(WorkspaceRole role) {
        return switch (role) {
            case ADMIN -> EnumSet.allOf(Place.class);
            case STAFF -> EnumSet.of(Place.OVERVIEW, Place.MEETINGS, Place.RECORDINGS, Place.ATTENDANCE, Place.DELIVERABLES, Place.SETTINGS);
            case SUPPORT -> EnumSet.of(Place.OVERVIEW, Place.ACCOUNTS, Place.MEETINGS, Place.RECORDINGS, Place.ATTENDANCE, Place.DIAGNOSE,
                    Place.ACTIVITY, Place.SETTINGS);
        };
    }

    @Override
    public ObservableList<Choice> choices() {
        return choices;
    }

    @Override
    public ObjectProperty<Choice> selected() {
        return selected;
    }

    /// Who works here: the signed-in person, or the computer's user while the app acts for itself.
    public ReadOnlyStringProperty person() {
        return person.getReadOnlyProperty();
    }

    @Override
    public void add() {
        add.run();
    }

    @Override
    public void manage() {
        manage.run();
    }
}
