package app.lectern.shell.settings;

import app.lectern.jobs.Progress;

/// Asks whether there is a newer Lectern. Throws a problem when that cannot be found out.
@FunctionalInterface
public interface UpdateSource {
    UpdateNews ask(Progress progress) throws Exception;
}
