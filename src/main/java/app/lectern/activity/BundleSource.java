package app.lectern.activity;

import app.lectern.jobs.Progress;
import java.util.List;

/// Something that a room puts into a support bundle, in plain text; what must not leave the house is taken out afterwards.
@FunctionalInterface
public interface BundleSource {
    List<BundleFile> files(Progress progress) throws InterruptedException;
}
