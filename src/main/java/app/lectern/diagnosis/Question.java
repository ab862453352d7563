package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Signal;

/// What the person misses about the meeting; decides which data is looked for and which permission it needs.
public enum Question {
    ATTENDANCE(ProbeKind.ATTENDANCE, Signal.NO_REPORT),
    RECORDING(ProbeKind.RECORDINGS, Signal.NO_RECORDING),
    TRANSCRIPT(ProbeKind.TRANSCRIPTS, Signal.NO_TRANSCRIPT);

    private final ProbeKind probe;
    private final Signal absent;

    Question(ProbeKind probe, Signal absent) {
        this.probe = probe;
        this.absent = absent;
    }

    ProbeKind probe() {
        return probe;
    }

    Signal absent() {
        return absent;
    }
}
