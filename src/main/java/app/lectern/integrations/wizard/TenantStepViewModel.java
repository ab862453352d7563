package app.lectern.integrations.wizard;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Field;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.problems.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The first step: which cloud, which tenant. Continue asks the tenant's own discovery document whether there is such a
/// tenant in that cloud.
public final class TenantStepViewModel implements StepViewModel {
    private final SetupParts parts;
    private final ObjectProperty<CloudKind> cloud = new SimpleObjectProperty<>(CloudKind.GLOBAL);
    private final FieldViewModel login;
    private final FieldViewModel graph;
    private final FieldViewModel authority;
    private final FieldViewModel tenant;
    private final FieldViewModel name;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String authorityPem = "";

    TenantStepViewModel(SetupParts parts, Supplier<SetupDraft> draft) {
        this.parts = parts;
        this.login = field(Field.LOGIN_ENDPOINT, draft);
        this.graph = field(Field.GRAPH_ENDPOINT, draft);
        this.authority = new FieldViewModel(path -> Optional.empty(), parts.problems());
        this.tenant = field(Field.TENANT, draft);
        this.name = new FieldViewModel(text -> text.isEmpty() ? Optional.empty() : fault(Field.NAME, text, draft.get()), parts.problems());
        goOn.set(parts.words().text("setup.go-on"));
        cloud.subscribe((before, now) -> problem.set(Optional.empty()));
    }

    private FieldViewModel field(Field which, Supplier<SetupDraft> draft) {
        return new FieldViewModel(text -> fault(which, text, draft.get()), parts.problems());
    }

    private Optional<Problem> fault(Field which, String text, SetupDraft draft) {
        return parts.work().fault(which, text, draft == null ? null : keepIn(draft));
    }

    ObjectProperty<CloudKind> cloud() {
        return cloud;
    }

    FieldViewModel login() {
        return login;
    }

    FieldViewModel graph() {
        return graph;
    }

    /// The path of a file with the certificate authority; empty when the usual ones do.
    FieldViewModel authority() {
        return authority;
    }

    FieldViewModel tenant() {
        return tenant;
    }

    FieldViewModel name() {
        return name;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    boolean hasAuthority() {
        return !authorityPem.isEmpty();
    }

    @Override
    public void show(SetupDraft draft) {
        var kept = draft.tenant();
        cloud.set(kept.cloud());
        login.fill(kept.loginEndpoint());
        graph.fill(kept.graphEndpoint());
        authorityPem = kept.authority();
        authority.fill("");
        tenant.fill(kept.entered());
        name.fill(draft.ownership().name());
        problem.set(Optional.empty());
        parts.tasks().start(progress -> parts.work().readNames(), read -> { }, why -> problem.set(Optional.of(why)));
    }

    @Override
    public SetupDraft keepIn(SetupDraft draft) {
        boolean custom = cloud.get() == CloudKind.CUSTOM;
        var before = draft.tenant();
        var now = new SetupDraft.Tenant(cloud.get(), custom ? login.value() : "", custom ? graph.value() : "",
                custom ? authorityPem : "", tenant.value(), "");
        boolean same = now.equals(new SetupDraft.Tenant(before.cloud(), before.loginEndpoint(), before.graphEndpoint(),
                before.authority(), before.entered(), ""));
        return (same ? draft : draft.with(now))
                .with(new SetupDraft.Ownership(name.value(), draft.ownership().owner(), draft.ownership().role()));
    }

    @Override
    public void finish(SetupDraft draft, Consumer<SetupDraft> finished) {
        problem.set(Optional.empty());
        if (!fieldsAreRight()) {
            return;
        }
        busy.set(true);
        var file = authority.value();
        parts.tasks().start(
                progress -> {
                    var pem = file.isEmpty() ? authorityPem : Files.readString(Path.of(file));
                    var asked = withAuthority(keepIn(draft), pem);
                    return found(asked, parts.work().find(asked));
                },
                done -> {
                    busy.set(false);
                    authorityPem = done.tenant().authority();
                    name.fill(done.ownership().name());
                    finished.accept(done);
                },
                this::failed);
    }

    private boolean fieldsAreRight() {
        var fields = cloud.get() == CloudKind.CUSTOM ? List.of(login, graph, tenant, name) : List.of(tenant, name);
        return fields.stream().map(FieldViewModel::check).reduce(true, Boolean::logicalAnd);
    }

    private static SetupDraft withAuthority(SetupDraft draft, String pem) {
        var of = draft.tenant();
        boolean custom = of.cloud() == CloudKind.CUSTOM;
        return draft.with(new SetupDraft.Tenant(of.cloud(), of.loginEndpoint(), of.graphEndpoint(), custom ? pem : "", of.entered(), of.id()));
    }

    private static SetupDraft found(SetupDraft asked, SetupWork.FoundTenant found) {
        var of = asked.tenant();
        var owned = asked.ownership();
        return asked.with(new SetupDraft.Tenant(of.cloud(), of.loginEndpoint(), of.graphEndpoint(), of.authority(), of.entered(), found.id()))
                .with(new SetupDraft.Ownership(owned.name().isEmpty() ? found.name() : owned.name(), owned.owner(), owned.role()))
                .finished(SetupStep.TENANT);
    }

    private void failed(Problem why) {
        busy.set(false);
        switch (why.code()) {
            case TENANT_UNKNOWN, TENANT_NEEDED, CLOUD_WRONG -> tenant.blame(why);
            default -> problem.set(Optional.of(why));
        }
    }

    @Override
    public ObservableValue<String> goOn() {
        return goOn.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return new ReadOnlyStringWrapper("");
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public String result(SetupDraft draft) {
        return draft.tenant().entered();
    }
}
