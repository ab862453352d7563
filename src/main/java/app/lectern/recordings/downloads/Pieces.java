package app.lectern.recordings.downloads;

import java.util.BitSet;
import java.util.Optional;

/// Which blocks of a file are there, and which somebody is fetching.
final class Pieces {
    /// A run of blocks for one connection.
    record Piece(int from, int until) {}

    private final BitSet done = new BitSet();
    private final BitSet taken = new BitSet();
    private final int count;
    private int left;

    Pieces(int count) {
        this.count = count;
        this.left = count;
    }

    int count() {
        return count;
    }

    synchronized int left() {
        return left;
    }

    /// How many blocks are there from the start on without a gap.
    synchronized int frontier() {
        return Math.min(count, done.nextClearBit(0));
    }

    synchronized boolean hasOpen() {
        return firstOpen() < count;
    }

    private int firstOpen() {
        int at = 0;
        while (at < count) {
            int free = taken.nextClearBit(at);
            at = done.nextClearBit(free);
            if (at == free) {
                break;
            }
        }
        return at;
    }

    /// The first run that nobody has, at most so many blocks.
    synchronized Optional<Piece> take(int wanted) {
        int from = firstOpen();
        if (from >= count) {
            return Optional.empty();
        }
        int until = Math.min(count, from + Math.max(1, wanted));
        until = sooner(until, done.nextSetBit(from));
        until = sooner(until, taken.nextSetBit(from));
        taken.set(from, until);
        return Optional.of(new Piece(from, until));
    }

    private static int sooner(int until, int next) {
        return next < 0 ? until : Math.min(until, next);
    }

    synchronized void done(int block) {
        if (!done.get(block)) {
            done.set(block);
            left--;
        }
    }

    synchronized boolean isDone(int block) {
        return done.get(block);
    }

    /// What of a piece is not there is open again.
    synchronized void giveBack(Piece piece) {
        taken.clear(piece.from(), piece.until());
    }

    /// The block turned out wrong and is to be fetched again.
    synchronized void reopen(int block) {
        if (done.get(block)) {
            done.clear(block);
            left++;
        }
    }

    synchronized void reopenAll() {
        done.clear();
        left = count;
    }

    synchronized void allDone() {
        done.set(0, count);
        left = 0;
    }
}
