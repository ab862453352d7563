package app.lectern.diagnosis;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.util.List;

/// Keeps the newest diagnoses of each integration. Graph's raw answers hold people's data and are left out.
public final class EarlierDiagnoses {
    private static final int KEPT = 50;

    private final DiagnosisStore store;

    public EarlierDiagnoses(Store store) {
        this.store = new DiagnosisStore(store);
    }

    public void keep(Integration of, Diagnosis done) {
        store.add(of.id(), done.withoutRawAnswers(), KEPT);
    }

    /// Newest first.
    public List<Diagnosis> list(Integration of) {
        return store.newest(of.id());
    }
}
