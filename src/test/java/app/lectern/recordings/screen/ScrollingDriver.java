package app.lectern.recordings.screen;

import app.lectern.recordings.RecordingsRoom;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import app.lectern.shell.ScreenWindow;
import app.lectern.shell.controls.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// How long the window's thread is busy in each pulse while the table of recordings is scrolled, beside a table of as many rows
/// and columns that are plain texts in memory.
final class ScrollingDriver {
    private static final double FRAME = 16;
    private static final int PULSES = 300;
    private static final int COLUMNS = 11;

    private final RecordingsRoom room;
    private final Path folder;

    ScrollingDriver(RecordingsRoom room, Path folder) {
        this.room = room;
        this.folder = folder;
    }

    void run() throws Exception {
        var made = new RecordingsViewModel[1];
        var choice = new Choice(room.integration.key(), "Northfield College", "Client secret", "Connected", Health.OK, true);
        var screen = new ScreenWindow(folder.resolve("window"), room.room.clock, choice, window -> {
            made[0] = new RecordingsViewModel(Desks.of(room), id -> room.integration, window.chosen(),
                    new RecordingsViewModel.Permissions(of -> Optional.empty(), of -> {}), of -> {}, window.jobs, Later::onFxThread, window.words, room.room.clock);
            return RecordingsView.screen(made[0], new RecordingDeedsViewModel(Desks.of(room), made[0], window.jobs, window.words));
        });
        screen.await("the list is read", () -> made[0].state().get() instanceof Loading.Ready && !made[0].rows().isEmpty());
        var table = screen.find("recordings-table", TableView.class);
        int rows = ScreenWindow.on(() -> table.getItems().size());
        var plain = ScreenWindow.on(() -> plain(rows));
        System.out.printf(Locale.ROOT, "%n%-34s %8s %8s %8s %8s   %s%n", "pulses on the window's thread", "median", "95 %", "longest", "> 16 ms", "of " + PULSES);
        for (var way : List.of("three rows a pulse", "a page a pulse", "the thumb from end to end")) {
            IntUnaryOperator at = switch (way) {
                case "three rows a pulse" -> pulse -> pulse * 3;
                case "a page a pulse" -> pulse -> pulse * 20;
                default -> pulse -> (int) ((long) rows * pulse / PULSES);
            };
            measured("plain table, " + way, plain, at);
            measured("recordings, " + way, table, at);
        }
        screen.close();
    }

    private static TableView<List<String>> plain(int rows) {
        var table = Tables.<List<String>>dense("plain", text -> {}, row -> {});
        IntStream.range(0, COLUMNS).forEach(column -> table.getColumns().add(Tables.text("Column " + column, 80, row -> row.get(column))));
        table.setItems(FXCollections.observableArrayList(IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, COLUMNS).mapToObj(column -> "row " + row + "." + column).toList()).toList()));
        var stage = new Stage();
        stage.setScene(new Scene(table, 960, 420));
        stage.show();
        return table;
    }

    /// A pulse's time is from its first timer to the first thing that the thread does after it.
    private static void measured(String what, TableView<?> table, IntUnaryOperator at) throws Exception {
        for (int warm = 0; warm < 2; warm++) {
            scrolled(table, at);
        }
        var times = scrolled(table, at).stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-34s %5.1f ms %5.1f ms %5.1f ms %8d%n", what, times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.getLast(),
                times.stream().filter(time -> time > FRAME).count());
    }

    private static List<Double> scrolled(TableView<?> table, IntUnaryOperator at) throws Exception {
        var times = new ArrayList<Double>();
        var done = new CountDownLatch(1);
        ScreenWindow.run(() -> table.scrollTo(0));
        ScreenWindow.run(() -> new AnimationTimer() {
            private int pulse;

            @Override
            public void handle(long now) {
                long begun = System.nanoTime();
                if (pulse == PULSES) {
                    stop();
                    done.countDown();
                    return;
                }
                table.scrollTo(at.applyAsInt(pulse++));
                Platform.runLater(() -> times.add((System.nanoTime() - begun) / 1e6));
            }
        }.start());
        done.await();
        return ScreenWindow.on(() -> List.copyOf(times));
    }
}
