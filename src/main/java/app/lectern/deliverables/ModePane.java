package app.lectern.deliverables;

import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Segmented;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;

/// The switch between one shared calendar and everybody's own. Before anything is switched it says who would get what.
final class ModePane extends StackPane {
    private static final int MOST_NAMES = 8;

    private final Segmented<CalendarMode> mode;
    private final DeliverableDeedsViewModel deeds;
    private final Shell shell;

    ModePane(Shell shell, DeliverableDeedsViewModel deeds) {
        this.shell = shell;
        this.deeds = deeds;
        mode = new Segmented<>(List.of(CalendarMode.values()), shell.words()::of, of -> Icons.of(icon(of), 14));
        mode.setId("deliverables-mode");
        mode.valueProperty().addListener((observed, before, wanted) -> ask(wanted));
        getChildren().add(mode);
    }

    private static String icon(CalendarMode of) {
        return switch (of) {
            case SHARED -> "bi-calendar3";
            case INDIVIDUAL -> "bi-people";
        };
    }

    void show(CalendarMode now) {
        mode.valueProperty().set(now);
    }

    private CalendarMode present() {
        return deeds.now().map(now -> now.settings().mode()).orElse(CalendarMode.SHARED);
    }

    private void ask(CalendarMode wanted) {
        var present = present();
        if (wanted == present) {
            return;
        }
        var words = shell.words();
        var who = deeds.now().map(now -> now.whoGetsWhat(wanted)).orElse(Map.of());
        long nobodys = wanted == CalendarMode.INDIVIDUAL ? deeds.now().map(Snapshot::nobodys).orElse(0L) : 0;
        var lines = who.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(MOST_NAMES)
                .map(each -> words.text("deliverables.mode.line", each.getKey().isEmpty() ? words.text("deliverables.shared-calendar") : each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
        var further = who.size() > MOST_NAMES ? "\n" + words.text("deliverables.mode.further", who.size() - MOST_NAMES) : "";
        var alone = nobodys > 0 ? "\n" + words.text("deliverables.mode.nobodys", nobodys) : "";
        show(present);
        shell.dialogs().confirm(Dialogs.Confirmation.of(words.text("deliverables.mode.title", words.of(wanted)),
                words.text("deliverables.mode.text") + "\n\n" + lines + further + alone, words.text("deliverables.mode.accept"),
                words.text("deliverables.mode.keep", words.of(present))), () -> deeds.switchTo(wanted));
    }
}
