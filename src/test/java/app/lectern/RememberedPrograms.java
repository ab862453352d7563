package app.lectern;

import app.lectern.sync.schedule.Programs;
import java.util.List;

/// A computer without a user manager whose crontab is kept here, so that nothing of the machine that runs the tests is touched.
final class RememberedPrograms implements Programs {
    private volatile String crontab = "";

    String crontab() {
        return crontab;
    }

    @Override
    public Answer run(List<String> command, String input) {
        if (!command.getFirst().equals("crontab")) {
            return new Answer(NOT_THERE, "");
        }
        if (command.getLast().equals("-")) {
            crontab = input;
            return new Answer(0, "");
        }
        return crontab.isEmpty() ? new Answer(1, "no crontab") : new Answer(0, crontab.strip());
    }
}
