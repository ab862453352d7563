package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoTenant;
import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.Fault;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Toolkit;
import app.lectern.sync.SyncOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network goes and comes back: said above every screen, with what was saved still readable and what needs a connection not offered;
/// then what could not be sent is sent.
class OfflineUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";

    private Path home;
    private DemoWindow demo;
    private MainWindow window;
    private DemoFaults faults;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        home = folder;
        demo = new DemoWindow(folder);
        var of = demo.wiring.demoIntegration();
        var daniel = tenant().school().person("daniel.osei");
        demo.wiring.meetings.owners.choose(of, List.of(new Organiser(daniel.id(), ORGANISER, "Daniel Osei")));
        demo.wiring.sync.engine.run(SyncOrder.everything(of), Progress.NONE);
        faults = tenant().faults();
        window = demo.showChosen(Place.RECORDINGS);
        Toolkit.await(() -> demo.find("recordings-sync") instanceof Button sync && !sync.isDisabled() && !demo.jobs.atWork());
    }

    @AfterEach
    void close() {
        faults.clear();
        demo.close();
    }

    private DemoTenant tenant() {
        return demo.wiring.demo.own().orElseThrow();
    }

    private void press(String label) {
        Toolkit.run(() -> demo.find("connection").lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals(label)).findFirst().orElseThrow().fire());
    }

    /// What the message says; empty while there is none. On the FX thread.
    private String said() {
        return demo.find("connection").lookupAll(".label").stream().map(Label.class::cast).map(Label::getText).collect(Collectors.joining(" "));
    }

    private boolean isOffered(String id) {
        return demo.find(id) instanceof Node node && !node.isDisabled();
    }

    private Slot create(String subject) throws Exception {
        var scheduler = demo.wiring.meetings.scheduler;
        var of = demo.wiring.demoIntegration();
        var plan = Planned.at(subject, LocalDate.now(ZoneOffset.UTC).plusDays(2).atTime(9, 0), ZoneOffset.UTC).withOrganiser(ORGANISER);
        return scheduler.create(of, scheduler.draft(of, plan), Progress.NONE).slots().getFirst();
    }

    @Test
    void whatCouldNotBeSentIsSentWhenTheNetworkIsBack() throws Exception {
        assertThat(Toolkit.onFx(this::said)).isEmpty();
        assertThat(create("While the organiser can be looked up").state()).isEqualTo(MeetingState.CREATED);
        faults.anywhere().always().with(Fault.reset());
        var slot = create("Sent when we are back");
        assertThat(slot.state()).isEqualTo(MeetingState.FAILED);
        Toolkit.await(() -> said().contains("You are offline") && said().contains("One change waits here") && said().contains("You see what was saved at"));
        Toolkit.await(() -> said().contains("localhost") && said().contains("Next automatic try in"));
        for (var place : List.of(Place.RECORDINGS, Place.MEETINGS, Place.OVERVIEW)) {
            Toolkit.run(() -> window.go(place));
            Toolkit.await(() -> said().contains("You are offline") && !isOffered(place.id() + "-sync"));
        }

        assertThat(Toolkit.onFx(() -> demo.state())).isEqualTo("Offline");

        faults.clear();
        press("Try again");
        Toolkit.await(() -> said().isEmpty() && demo.state().equals("Connected"));
        Toolkit.await(() -> demo.wiring.meetings.scheduler.find(slot.id()).filter(now -> now.state() == MeetingState.CREATED).isPresent());
        Toolkit.await(() -> isOffered("overview-sync") && !demo.jobs.atWork());
        assertThat(tenant().requests().matching("POST", "/events")).isNotEmpty();
    }

    @Test
    void whatWasUnsentWhenTheWindowClosedIsSentByTheNext() throws Exception {
        create("While the organiser can be looked up");
        faults.anywhere().always().with(Fault.reset());
        var slot = create("Sent tomorrow morning");
        Toolkit.await(() -> said().contains("One change waits here") && demo.wiring.checkpoints.find(demo.wiring.demoIntegration(), "connection/lost").isPresent());
        demo.close();

        demo = new DemoWindow(home);
        faults = tenant().faults();
        assertThat(demo.wiring.meetings.scheduler.find(slot.id())).hasValueSatisfying(left -> assertThat(left.state()).isEqualTo(MeetingState.FAILED));
        window = demo.showChosen(Place.MEETINGS);

        Toolkit.await(() -> demo.wiring.meetings.scheduler.find(slot.id()).filter(now -> now.state() == MeetingState.CREATED).isPresent());
        Toolkit.await(() -> demo.wiring.checkpoints.find(demo.wiring.demoIntegration(), "connection/lost").isEmpty());
    }

    @Test
    void thatMicrosoftSlowsDownIsCountedDownAboveTheScreen() throws Exception {
        faults.graph("*", "/**").with(Fault.throttled("4"));
        Toolkit.run(() -> ((Button) demo.find("recordings-sync")).fire());
        Toolkit.await(() -> said().contains("Microsoft asked Lectern to slow down") && said().contains("00:0"));
        Toolkit.await(() -> said().isEmpty());
    }
}
