package app.lectern.meetings.planning;

import app.lectern.integrations.Integration;

/// Told what was done to meetings in the tenant, for the audit trail.
public interface SlotTrail {
    SlotTrail NONE = new SlotTrail() {
        @Override
        public void created(Integration in, Slot slot) {}

        @Override
        public void changed(Integration in, Slot slot, Planned before) {}

        @Override
        public void cancelled(Integration in, Slot slot) {}

        @Override
        public void failed(Integration in, Slot slot) {}
    };

    void created(Integration in, Slot slot);

    void changed(Integration in, Slot slot, Planned before);

    void cancelled(Integration in, Slot slot);

    void failed(Integration in, Slot slot);
}
