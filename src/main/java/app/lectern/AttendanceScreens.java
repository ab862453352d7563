package app.lectern;

import app.lectern.attendance.screen.AttendanceDeedsViewModel;
import app.lectern.attendance.screen.AttendanceView;
import app.lectern.attendance.screen.AttendanceViewModel;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.shell.Later;
import app.lectern.shell.Screen;
import javafx.application.Platform;

/// The Attendance screen with its view models; apart from the services, which also run where there is no window.
final class AttendanceScreens {
    private AttendanceScreens() {}

    /// Follows the switcher, and reads anew after each sync.
    static Screen of(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        var words = wiring.start.words();
        var desk = wiring.attendance.desk(wiring.sync.engine);
        var model = new AttendanceViewModel(desk, wiring.integrations::find, switcher.selected(), jobs, Later.onFxThread(), words);
        wiring.sync.engine.onRun(run -> Platform.runLater(model::load));
        return AttendanceView.screen(model, new AttendanceDeedsViewModel(desk, model, jobs, words));
    }
}
