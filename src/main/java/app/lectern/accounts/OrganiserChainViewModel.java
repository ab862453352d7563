package app.lectern.accounts;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Who organises new meetings in the chosen integration, and in which order that is found out.
public final class OrganiserChainViewModel {
    private final AccountVerifier verifier;
    private final Organisers organisers;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Consumer<AccountReport> told;
    private final ReadOnlyObjectWrapper<Loading<EmailChain>> chain = new ReadOnlyObjectWrapper<>(Loading.idle());
    private Job job = Job.NONE;

    /// @param told of each candidate's report, whenever the chain has been judged
    OrganiserChainViewModel(AccountVerifier verifier, Organisers organisers, Function<String, Integration> integrations,
            ObservableValue<Choice> choice, TaskRunner tasks, Consumer<AccountReport> told) {
        this.verifier = verifier;
        this.organisers = organisers;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.told = told;
    }

    void forget() {
        job.cancel();
        chain.set(Loading.idle());
    }

    /// Has the chain judged again; fresh results are not asked for twice.
    public void resolve() {
        if (choice.getValue() == null) {
            return;
        }
        var id = choice.getValue().id();
        job.cancel();
        chain.set(chain.get().busyAgain());
        job = tasks.start(progress -> organisers.resolve(integrations.apply(id), progress), this::resolved, this::failed);
    }

    private void resolved(EmailChain found) {
        chain.set(Loading.ready(found));
        found.links().stream().flatMap(link -> link.candidate().report().stream()).forEach(told);
    }

    /// The same with results of this very moment: what is kept of the candidates is cleared first.
    public void resolveAnew() {
        if (choice.getValue() == null) {
            return;
        }
        var id = choice.getValue().id();
        var addresses = chain.get().data().stream().flatMap(known -> known.links().stream()).map(EmailChain.Link::address).toList();
        chain.set(chain.get().busyAgain());
        tasks.start(progress -> {
            verifier.forget(integrations.apply(id), addresses);
            return addresses;
        }, cleared -> resolve(), this::failed);
    }

    public void order(Consumer<OrganiserOrder> known) {
        var id = choice.getValue().id();
        tasks.start(progress -> organisers.order(integrations.apply(id)), known, this::failed);
    }

    public void keepOrder(OrganiserOrder order) {
        var id = choice.getValue().id();
        tasks.start(progress -> {
            organisers.keep(integrations.apply(id), order);
            return order;
        }, kept -> resolve(), this::failed);
    }

    private void failed(Problem refused) {
        chain.set(chain.get().failedWith(refused));
    }

    public ReadOnlyObjectProperty<Loading<EmailChain>> chainProperty() {
        return chain.getReadOnlyProperty();
    }
}
