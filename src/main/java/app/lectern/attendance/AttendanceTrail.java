package app.lectern.attendance;

import app.lectern.integrations.Integration;

/// Told of what people do with attendance, so that it can be noted who did it.
public interface AttendanceTrail {
    AttendanceTrail NONE = new AttendanceTrail() {
        @Override
        public void added(Integration in, MeetingLine meeting, String what) {}

        @Override
        public void removed(Integration in, MeetingLine meeting, String what) {}

        @Override
        public void erased(Integration in, Erasure erasure) {}
    };

    void added(Integration in, MeetingLine meeting, String what);

    void removed(Integration in, MeetingLine meeting, String what);

    void erased(Integration in, Erasure erasure);
}
