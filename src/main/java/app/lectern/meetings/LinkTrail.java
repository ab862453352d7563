package app.lectern.meetings;

import app.lectern.integrations.Integration;

/// Is told when join links leave Lectern's screen or are shown on it: whoever has a link can come in.
public interface LinkTrail {
    LinkTrail NONE = new LinkTrail() {
        @Override
        public void copied(Integration in, String subject) {}

        @Override
        public void shown(Integration in, String subject) {}

        @Override
        public void exported(Integration in, int meetings, String file) {}
    };

    void copied(Integration in, String subject);

    /// One that was hidden.
    void shown(Integration in, String subject);

    void exported(Integration in, int meetings, String file);
}
