package app.lectern.shell;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Answers of background jobs arrive on the FX thread through this.
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable answer) {
        Platform.runLater(answer);
    }
}
