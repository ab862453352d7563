package app.lectern.recordings.downloads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicLong;

/// A file on a disk that is full after so many bytes.
class FillingChannel extends FileChannel {
    private final FileChannel real;
    private final AtomicLong left;

    FillingChannel(FileChannel real, AtomicLong left) {
        this.real = real;
        this.left = left;
    }

    @Override
    public int write(ByteBuffer bytes, long at) throws IOException {
        if (left.addAndGet(-bytes.remaining()) < 0) {
            throw new IOException("No space left on device");
        }
        return real.write(bytes, at);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return write(bytes, real.size());
    }

    @Override
    public long write(ByteBuffer[] bytes, int from, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return real.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int from, int count) throws IOException {
        return real.read(into, from, count);
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        return real.read(into, at);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
        real.position(at);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        real.force(metaData);
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel to) throws IOException {
        return real.transferTo(from, count, to);
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long at, long count) throws IOException {
        return real.transferFrom(from, at, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) throws IOException {
        return real.map(mode, from, size);
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) throws IOException {
        return real.lock(from, size, shared);
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) throws IOException {
        return real.tryLock(from, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
