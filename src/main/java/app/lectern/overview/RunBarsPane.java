package app.lectern.overview;

import app.lectern.sync.SyncRun;
import app.lectern.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The last runs of the sync as bars, oldest first: as high as they had much to do, with a mark where one did not go well.
final class RunBarsPane extends HBox {
    static final int MOST = 24;
    private static final double HEIGHT = 22;
    private static final double LEAST = 5;

    RunBarsPane(Words words, List<SyncRun> newestFirst) {
        super(3);
        getStyleClass().add("lx-run-bars");
        setAlignment(Pos.BOTTOM_LEFT);
        setMinHeight(HEIGHT + 14);
        var shown = newestFirst.stream().limit(MOST).toList().reversed();
        int most = shown.stream().mapToInt(SyncRun::processed).max().orElse(0);
        shown.forEach(run -> getChildren().add(bar(words, run, most)));
        setAccessibleHelp(words.text("overview.sync.runs.help", shown.size(), shown.stream().filter(RunBarsPane::failed).count(),
                shown.stream().filter(run -> run.ending() == SyncRun.Ending.DONE_WITH_FAILURES).count()));
    }

    private static boolean failed(SyncRun run) {
        return run.ending() == SyncRun.Ending.FAILED;
    }

    private static VBox bar(Words words, SyncRun run, int most) {
        var mark = new Label(failed(run) ? "×" : run.ending() == SyncRun.Ending.DONE_WITH_FAILURES ? "!" : "");
        mark.getStyleClass().add("mark");
        var bar = new Region();
        bar.getStyleClass().addAll("bar", failed(run) ? "danger" : run.ending() == SyncRun.Ending.DONE_WITH_FAILURES ? "warning"
                : run.ending() == SyncRun.Ending.DONE ? "success" : "neutral");
        // the root of the share, so that one large first run does not flatten the others
        double share = most == 0 ? 0 : Math.sqrt((double) run.processed() / most);
        double height = LEAST + (HEIGHT - LEAST) * share;
        bar.setMinSize(6, height);
        bar.setPrefSize(6, height);
        bar.setMaxSize(6, height);
        var whole = new VBox(mark, bar);
        whole.setAlignment(Pos.BOTTOM_CENTER);
        Tooltip.install(whole, new Tooltip(words.text("overview.sync.run", words.when(run.startedAt()), words.of(run.ending()), run.processed())));
        return whole;
    }
}
