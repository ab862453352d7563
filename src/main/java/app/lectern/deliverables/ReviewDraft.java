package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A meeting about a deliverable, filled in as far as the list knows; the meeting editor takes it from there.
public record ReviewDraft(Integration integration, String subject, String body, Optional<LocalDate> day, List<String> attendees) {}
