package app.lectern.activity;

import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.Later;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Activity screen: both logs, what is exported of them, and the support bundle.
public final class ActivityViewModel {
    public enum Tab { AUDIT, CALLS }

    /// What the screen needs of the house; integrations are keys and names.
    public record Parts(AuditTrail audit, GraphCalls calls, ActivityExport export, SupportBundle bundle, Supplier<Map<String, String>> integrations,
            TaskRunner tasks, Words words, Clock clock) {}

    public final LogViewModel<AuditEntry> audit;
    public final LogViewModel<RecordedCall> calls;
    public final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.CALLS);
    public final ObservableList<RecordedCall> callsOfEntry = FXCollections.observableArrayList();
    private final Parts parts;
    private final LogWords said;
    private final ObservableList<Map.Entry<String, String>> integrations = FXCollections.observableArrayList();

    /// `later` makes a pause of its own for each that asks.
    public ActivityViewModel(Parts parts, Supplier<Later> later) {
        this.parts = parts;
        this.said = new LogWords(parts.words(), parts.audit());
        audit = new LogViewModel<>(parts.audit(), LogViewModel.Period.TWO_DAYS, parts.tasks(), later.get(), later.get(), parts.clock(), parts.words().zone());
        calls = new LogViewModel<>(parts.calls(), LogViewModel.Period.TODAY, parts.tasks(), later.get(), later.get(), parts.clock(), parts.words().zone());
        audit.selected.subscribe(this::readCallsOf);
    }

    public void refresh() {
        audit.refresh();
        calls.refresh();
        parts.tasks().start(progress -> parts.integrations().get(), found -> integrations.setAll(found.entrySet()), problem -> integrations.clear());
    }

    public void watch() {
        audit.watch();
        calls.watch();
    }

    public void rest() {
        audit.rest();
        calls.rest();
    }

    private void readCallsOf(AuditEntry entry) {
        callsOfEntry.clear();
        if (entry != null) {
            parts.tasks().start(progress -> parts.calls().of(entry), found -> {
                if (entry.equals(audit.selected.get())) {
                    callsOfEntry.setAll(found);
                }
            }, problem -> callsOfEntry.clear());
        }
    }

    /// Keys and names of the integrations by which can be filtered.
    public ObservableList<Map.Entry<String, String>> integrations() {
        return integrations;
    }

    public String nameOf(String integration) {
        return integrations.stream().filter(each -> each.getKey().equals(integration)).map(Map.Entry::getValue).findFirst().orElse(integration);
    }

    public String deed(AuditEntry entry) {
        return parts.audit().deed(entry);
    }

    public LogWords said() {
        return said;
    }

    /// Writes what the filters of the tab in front admit.
    public void export(ActivityExport.Format format, Path file, Consumer<Long> done, Consumer<Problem> failed) {
        var info = JobInfo.shown(parts.words().text("activity.exporting"), JobInfo.Kind.OTHER);
        if (tab.get() == Tab.AUDIT) {
            var filter = audit.filter();
            parts.tasks().start(info, progress -> parts.export().audit(filter, format, file, progress), done, failed);
        } else {
            var filter = calls.filter();
            parts.tasks().start(info, progress -> parts.export().calls(filter, format, file, progress), done, failed);
        }
    }

    public void prepareBundle(boolean keepNames, List<BundleFile> more, Consumer<SupportBundle.Prepared> done, Consumer<Problem> failed) {
        parts.tasks().start(JobInfo.shown(parts.words().text("bundle.preparing"), JobInfo.Kind.OTHER),
                progress -> parts.bundle().prepare(keepNames, more, progress), done, failed);
    }

    public void writeBundle(SupportBundle.Prepared prepared, Path file, Runnable done, Consumer<Problem> failed) {
        parts.tasks().start(progress -> {
            parts.bundle().write(prepared, file);
            return file;
        }, written -> done.run(), failed);
    }
}
