package app.lectern.recordings;

/// The process that works on a download, by its number and the moment it began: numbers are given again.
record Runner(String name) {
    static Runner current() {
        return new Runner(name(ProcessHandle.current()));
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().map(at -> Long.toString(at.getEpochSecond())).orElse("");
    }

    static boolean isAlive(String name) {
        int at = name.indexOf('@');
        return at > 0 && ProcessHandle.of(Long.parseLong(name.substring(0, at))).filter(ProcessHandle::isAlive).filter(one -> name(one).equals(name)).isPresent();
    }
}
