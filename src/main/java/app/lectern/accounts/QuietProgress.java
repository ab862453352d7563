package app.lectern.accounts;

import app.lectern.jobs.Progress;

/// Hands a cancel or pause on to the parts of a piece of work, and keeps their counting from the person, who is shown accounts
/// and not requests.
record QuietProgress(Progress whole) implements Progress {
    @Override
    public void detail(String text) {
        whole.detail(text);
    }

    @Override
    public void count(long done, long total) {
        // requests
    }

    @Override
    public void bytes(long done, long total) {
        // none
    }

    @Override
    public void outcome(String text) {
        // the whole's to say
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public void checkpoint() throws InterruptedException {
        whole.checkpoint();
    }
}
