package app.lectern.attendance;

import app.lectern.jobs.Progress;

/// The progress of one chunk among several: it stops with the whole, and leaves the counting to it.
record ChunkProgress(Progress whole) implements Progress {
    @Override
    public void detail(String text) {}

    @Override
    public void count(long done, long total) {}

    @Override
    public void bytes(long done, long total) {}

    @Override
    public void outcome(String text) {}

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public void checkpoint() throws InterruptedException {
        whole.checkpoint();
    }
}
