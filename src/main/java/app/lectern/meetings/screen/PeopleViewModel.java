package app.lectern.meetings.screen;

import app.lectern.accounts.EmailChain;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Who a meeting can be with: the organiser that an integration takes when none is named, and whoever is found while typing.
final class PeopleViewModel {
    private final MeetingsDesk desk;
    private final TaskRunner tasks;
    private final Words words;
    private final ReadOnlyStringWrapper usualOrganiser = new ReadOnlyStringWrapper("");
    private Optional<Integration> in = Optional.empty();
    private Job searching = Job.NONE;

    PeopleViewModel(MeetingsDesk desk, TaskRunner tasks, Words words) {
        this.desk = desk;
        this.tasks = tasks;
        this.words = words;
    }

    ReadOnlyStringProperty usualOrganiser() {
        return usualOrganiser.getReadOnlyProperty();
    }

    void read(Integration now) {
        in = Optional.of(now);
        tasks.start(progress -> desk.organisers().known(now).winner().map(EmailChain.Link::address).orElse(""),
                usualOrganiser::set, problem -> usualOrganiser.set(""));
    }

    /// @param refused gets why nobody can be looked up
    void search(String typed, Consumer<List<Person>> found, Consumer<String> refused) {
        searching.cancel();
        in.ifPresent(of -> searching = tasks.start(progress -> desk.people().apply(of, typed).stream()
                .map(account -> new Person(account.mail().isBlank() ? account.userPrincipalName() : account.mail(), account.displayName())).toList(),
                found, problem -> refused.accept(new ProblemText(words).what(problem))));
    }
}
